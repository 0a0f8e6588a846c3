package simul.conformance.mutant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import simul.conformance.odd.Servers;
import simul.spec.reference.Parts;
import simul.spec.reference.ReferenceServer;
import simul.spec.wire.HexDump;

/**
 * A server of {@code homework3} and its clients, who know byte for byte what a right server tells
 * them. What they are told is compared after each step.
 */
final class Table implements AutoCloseable {
  /** Far beyond what a right server needs. */
  private static final int LONG_MILLIS = 20_000;

  /** Silence is the symptom of half of the mistakes. */
  private static final int SHORT_MILLIS = 500;

  /** A moment that has been missed, on a busy machine, comes again. */
  private static final int ATTEMPTS = 5;

  private final Gate gate = new Gate();
  private final ReferenceServer server;
  private final int patienceWithMistakes;
  private final List<Seat> seats = new ArrayList<>();
  private final List<Seat> everybody = new ArrayList<>();
  private int patienceMillis = LONG_MILLIS;
  private boolean inOrder = true;
  private boolean prepared;

  private Table(UnaryOperator<Parts> change, int patienceWithMistakes) {
    this.server = Servers.of(Servers.HOMEWORK3, parts -> change.apply(parts.withLog(gate::pass)));
    this.patienceWithMistakes = patienceWithMistakes;
  }

  /** What is done at a table; all that a right server does about it is expected of it. */
  @FunctionalInterface
  interface Dialogue {
    void hold(Table table) throws Exception;
  }

  /** A client has not heard what a right server says. */
  static final class Differs extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Differs(String message) {
      super(message);
    }
  }

  /** Holds that a dialogue is right with a right server. */
  static void assertRight(Dialogue dialogue) {
    assertThatCode(
            () -> {
              try (Table table = new Table(UnaryOperator.identity(), LONG_MILLIS)) {
                dialogue.hold(table);
                table.everybodyMoves();
              }
            })
        .doesNotThrowAnyException();
  }

  /** Holds that a dialogue is right with a mutant up to the step in which the mistake shows. */
  static void assertShows(String mistake, Dialogue dialogue) throws Exception {
    Mutant mutant =
        Mutants.all().stream().filter(m -> m.mistake().equals(mistake)).findFirst().orElseThrow();
    for (int i = 0; i < ATTEMPTS; i++) {
      try (Table table = new Table(mutant.infect(), SHORT_MILLIS)) {
        try {
          dialogue.hold(table);
          table.everybodyMoves();
        } catch (Differs | IOException difference) {
          assertThat(table.prepared).as("%s: %s", mistake, difference.getMessage()).isTrue();
          assertThat(table.gate.exceptions).isEmpty();
          return;
        }
      }
    }
    fail("%s does not show", mistake);
  }

  /** All so far is right with mutants as well. */
  void thenItShows() throws IOException {
    prepared = true;
    patienceMillis = patienceWithMistakes;
    for (Seat seat : everybody) {
      seat.waitsAtMost(patienceMillis);
    }
  }

  Seat connect() throws IOException {
    return connect(false);
  }

  private Seat connect(boolean smallBuffer) throws IOException {
    Seat seat = new Seat(server.address(), smallBuffer, patienceMillis);
    everybody.add(seat);
    return seat;
  }

  /** A right server lets this client in. */
  void admit(Seat newcomer) throws IOException {
    int id = 0;
    while (isTaken(id)) {
      id++;
    }
    newcomer.sits(id);
    newcomer.owe(newcomer.login());
    newcomer.owe(newcomer.position());
    for (Seat seat : seats) {
      newcomer.owe(seat.login());
      newcomer.owe(seat.position());
      seat.owe(newcomer.login());
      seat.owe(newcomer.position());
    }
    seats.add(newcomer);
    settle();
  }

  private boolean isTaken(int id) {
    return seats.stream().anyMatch(seat -> seat.id() == id);
  }

  Seat join() throws IOException {
    Seat seat = connect();
    admit(seat);
    return seat;
  }

  List<Seat> join(int count) throws IOException {
    List<Seat> joined = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      joined.add(join());
    }
    return joined;
  }

  /** Joins, and reads nothing of what comes after that until it {@link #drain}s. */
  Seat joinSlowly() throws IOException {
    Seat seat = connect(true);
    admit(seat);
    seat.pause();
    return seat;
  }

  /** Connects, and is not let in. */
  void isRefused() throws IOException {
    connect().hearEnd();
  }

  /** All that can be sent at once. */
  void moves(Seat seat, String directions) throws IOException {
    seat.send(Seat.moves(directions));
    expectMoves(seat, directions);
  }

  void expectMoves(Seat mover, String directions) throws IOException {
    for (char direction : directions.toCharArray()) {
      mover.steps(direction);
      seats.forEach(seat -> seat.owe(mover.position()));
    }
    settle();
  }

  /**
   * Sends bytes that the server reads by themselves, as whoever joined last is answered after it.
   *
   * @param completed the moves that they complete
   */
  void segment(Seat seat, String hex, String completed) throws IOException {
    Seat last = seats.get(seats.size() - 1);
    seat.send(HexDump.parse(hex));
    last.send(Seat.moves("d"));
    inAnyOrder(
        () -> {
          expectMoves(seat, completed);
          expectMoves(last, "d");
        });
    moves(last, "u");
  }

  void leaves(Seat seat, Seat.Way way) throws IOException {
    seat.leave(way);
    expectLeave(seat);
  }

  void expectLeave(Seat gone) throws IOException {
    seats.remove(gone);
    seats.forEach(seat -> seat.owe(gone.logout()));
    settle();
  }

  /** Moves so much that the server has more to send to a slow client than its socket takes. */
  void flood(Seat mover) throws Exception {
    int rounds = Flood.rounds();
    for (int round = 0; round < rounds; round++) {
      moves(mover, Flood.MOVES);
    }
  }

  /** Sends bytes for which a right server disconnects. */
  void isBad(Seat seat, String hex) throws IOException {
    seat.send(HexDump.parse(hex));
    expectLeave(seat);
  }

  /** Waits until somebody hears something, whatever it is, and does not take it off. */
  void answers(Seat seat) throws IOException {
    seat.awaitSomething();
  }

  /** What a client has to hear until now. */
  void settle() throws IOException {
    for (Seat seat : seats) {
      if (seat.isReading()) {
        seat.hear(inOrder);
      }
    }
  }

  void drain(Seat slow) throws IOException {
    slow.hear(true);
  }

  /** Several things that a right server tells in any order. */
  void inAnyOrder(Steps steps) throws IOException {
    List<Seat> reading = seats.stream().filter(Seat::isReading).toList();
    reading.forEach(Seat::pause);
    steps.take();
    reading.forEach(Seat::resume);
    inOrder = false;
    settle();
    inOrder = true;
  }

  /** Things that are done at a table. */
  @FunctionalInterface
  interface Steps {
    void take() throws IOException;
  }

  /** Does things while the server stands still, so that it meets them all at the same time. */
  void whileItStands(Seat janitor, Steps steps) throws Exception {
    gate.shut();
    try {
      janitor.leave(Seat.Way.RESET);
      gate.awaitSomebody();
      steps.take();
    } finally {
      gate.open();
    }
    expectLeave(janitor);
  }

  /** Three join, one goes, and the others move at the same time. */
  void twoMoveAtOnce() throws Exception {
    List<Seat> three = join(3);
    whileItStands(
        three.get(2),
        () -> {
          three.get(0).send(Seat.moves("d"));
          three.get(1).send(Seat.moves("d"));
        });
    thenItShows();
    inAnyOrder(
        () -> {
          expectMoves(three.get(0), "d");
          expectMoves(three.get(1), "d");
        });
  }

  /** Whatever somebody was told too much or too little of shows now. */
  private void everybodyMoves() throws IOException {
    for (Seat seat : List.copyOf(seats)) {
      moves(seat, "d");
      moves(seat, "u");
    }
  }

  @Override
  public void close() throws IOException {
    gate.open();
    for (Seat seat : everybody) {
      seat.close();
    }
    server.close();
  }

  /** A place in the server's own thread where it can be stopped: the log of a departure. */
  private static final class Gate {
    private static final long LONGEST_SECONDS = 20;

    private final List<String> exceptions = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch opened = new CountDownLatch(0);
    private volatile CountDownLatch reached = new CountDownLatch(0);

    void pass(String line) {
      if (line.contains("Exception")) {
        exceptions.add(line);
      }
      if (line.contains(" left as ")) {
        reached.countDown();
        await(opened);
      }
    }

    void shut() {
      reached = new CountDownLatch(1);
      opened = new CountDownLatch(1);
    }

    void awaitSomebody() {
      await(reached);
    }

    void open() {
      opened.countDown();
    }

    private static void await(CountDownLatch latch) {
      try {
        if (!latch.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
          throw new IllegalStateException("waited " + LONGEST_SECONDS + " s at the gate");
        }
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
