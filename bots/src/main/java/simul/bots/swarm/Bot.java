package simul.bots.swarm;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import simul.bots.behavior.Behavior;
import simul.bots.behavior.Turn;
import simul.bots.connection.BotConnection;
import simul.bots.connection.Ending;
import simul.spec.meaning.Asker;
import simul.spec.model.Direction;
import simul.spec.wire.FrameFault;
import simul.spec.world.Anomaly;
import simul.spec.world.Board;
import simul.spec.world.Cell;
import simul.spec.world.WorldView;

/** One client of the swarm: its connection, the world as it has been told, and how it plays. */
final class Bot implements BotConnection.Listener {

  /** How far it has come. */
  enum State {
    /** It has not tried to connect. */
    IDLE,
    /** It waits to be told its own ID. */
    ENTERING,
    /** It has an ID. */
    IN_GAME,
    /** Its connection ended, or stayed unanswered, before it had an ID. */
    TURNED_AWAY,
    /** Its connection ended, or became unreadable, while it was in the game. */
    LOST,
    /** It has said goodbye; what it is still told does not count. */
    LEAVING,
    /** Its connection is closed at both ends. */
    GONE
  }

  private final int number;
  private final Run run;
  private final Behavior behavior;
  private final boolean observes;
  private final RandomGenerator random;
  private State state = State.IDLE;
  private BotConnection connection;
  private WorldView view;
  private long dueNanos;
  private long openedNanos;
  private Ending ending;
  private boolean anomalous;
  private boolean cameBack;
  private Anomaly jump;
  private Cell place;
  private final Map<Integer, Integer> farewells = new HashMap<>();

  /**
   * A bot that has not connected.
   *
   * @param observes whether it keeps a view of all that it is told; otherwise of its own piece
   */
  Bot(int number, Run run, Behavior behavior, boolean observes, RandomGenerator random) {
    this.number = number;
    this.run = run;
    this.behavior = behavior;
    this.observes = observes;
    this.random = random;
  }

  /**
   * Connects.
   *
   * @param intendedNanos when it was due to
   */
  void open(long intendedNanos, long nowNanos) {
    dueNanos = intendedNanos;
    retry(nowNanos);
  }

  /** Connects again, after it was not let in. */
  void retry(long nowNanos) {
    openedNanos = nowNanos;
    state = State.ENTERING;
    ending = null;
    farewells.clear();
    view = run.plan().protocol().newView(this::anomaly);
    connection = run.connect(this);
  }

  /** What it does with its turn, its piece being on that cell in the end. */
  Turn nextTurn(Board board, Cell cell) {
    return behavior.next(board, cell, random);
  }

  /** Goes in its own way. */
  void depart(Turn.Farewell farewell) {
    switch (farewell) {
      case CLOSE -> {
        state = State.GONE;
        connection.close();
      }
      case HALF_CLOSE -> leave();
      case RESET -> {
        state = State.GONE;
        connection.reset();
      }
    }
  }

  /**
   * Comes, or comes back, in the middle of the game as a new client, whether or not the target has
   * closed the connection it left.
   */
  void comeBack(long intendedNanos, long nowNanos) {
    hangUp();
    cameBack = true;
    open(intendedNanos, nowNanos);
  }

  /** Is not wanted any more: it ends its connection, if it has one. */
  void dismiss() {
    hangUp();
    if (state == State.ENTERING || state == State.IN_GAME || state == State.LEAVING) {
      state = State.GONE;
    }
  }

  private void hangUp() {
    if (connection != null) {
      connection.close();
    }
  }

  /** Waits for its ID no longer; should it still come, that is an admission. */
  void giveUp(Ending unanswered) {
    state = State.TURNED_AWAY;
    ending = unanswered;
  }

  @Override
  public void self(int id) {
    if (!listens()) {
      return;
    }
    view.self(id);
    if (state != State.IN_GAME) {
      state = State.IN_GAME;
      run.admitted(this, id);
    }
  }

  @Override
  public void enter(int id) {
    if (listens() && concerns(id)) {
      view.enter(id);
    }
  }

  @Override
  public void position(int id, int x, int y) {
    if (!listens() || !concerns(id)) {
      return;
    }
    if (view.cell(id).isEmpty()) {
      run.noteNews();
    }
    anomalous = false;
    jump = null;
    view.position(id, x, y);
    run.umpire().sighted(this, id, new Cell(x, y));
    if (state == State.IN_GAME && id == view.self().getAsInt()) {
      place = new Cell(x, y);
      run.placed(this, place);
    }
  }

  /**
   * What the view made of the last position: a jump, unless moves that were not told explain it.
   */
  Optional<Anomaly> jump() {
    return Optional.ofNullable(jump);
  }

  /** Whether the last position broke a rule already, whatever the moves were. */
  boolean isAnomalous() {
    return anomalous;
  }

  @Override
  public void leave(int id) {
    if (listens() && concerns(id)) {
      view.leave(id);
      farewells.computeIfPresent(id, (gone, due) -> due == 1 ? null : due - 1);
      run.noteNews();
    }
  }

  /** Somebody who has that ID has left, of which this bot is to be told if it knew of it. */
  void expectFarewell(int id) {
    farewells.merge(id, 1, Integer::sum);
  }

  /** Whether what it is told of an ID may be of somebody who has left since. */
  boolean awaitsFarewell(int id) {
    return !farewells.isEmpty() && farewells.containsKey(id);
  }

  /** The IDs that it still sees, though they have left. */
  List<Integer> missingFarewells() {
    return farewells.keySet().stream().filter(view::contains).toList();
  }

  private void anomaly(Anomaly anomaly) {
    if (anomaly.kind() == Anomaly.Kind.JUMP) {
      jump = anomaly;
      return;
    }
    anomalous = true;
    run.umpire().violated(this, anomaly.kind().ruleId(), anomaly.text());
  }

  @Override
  public void fault(FrameFault fault, byte[] frame) {
    if (!listens()) {
      return;
    }
    run.umpire().violated(this, "SEND-001", "bytes that are no packet: " + fault.message(), frame);
    boolean wasInGame = state == State.IN_GAME;
    state = State.LOST;
    connection.close();
    if (wasInGame) {
      run.lost(this);
    }
  }

  @Override
  public void ended(Ending how) {
    ending = how;
    switch (state) {
      case IN_GAME -> {
        state = State.LOST;
        if (behavior.reads()) {
          run.umpire()
              .missed(this, "SEND-002", 1, how.text() + ", though the client had kept the rules");
        }
        run.lost(this);
      }
      case LEAVING -> state = State.GONE;
      default -> state = State.TURNED_AWAY;
    }
  }

  @Override
  public void defect(Throwable defect) {
    run.fail(defect);
  }

  /** The packet that asks for a move of its own piece. */
  byte[] packet(Direction direction, Cell to) {
    int id = view.self().orElseThrow();
    return connection.packet(direction, new Asker(number, id, System.currentTimeMillis()), to);
  }

  /** Sends packets in one segment. */
  void send(byte[]... packets) {
    connection.send(packets);
  }

  /** Sends a part of a packet in a segment of its own. */
  void send(byte[] packet, int from, int to) {
    connection.send(Arrays.copyOfRange(packet, from, to));
  }

  /** Where it cuts a packet of that length, so that neither half is empty if that can be. */
  int cut(int length) {
    return length < 2 ? length : random.nextInt(1, length);
  }

  /** The target says that it does not let the bot in. */
  @Override
  public void refused() {
    if (state == State.ENTERING) {
      state = State.TURNED_AWAY;
      ending = new Ending(Ending.Kind.CLOSED, "the server said that the client is not let in");
      connection.close();
    }
  }

  /** Says goodbye. */
  void leave() {
    if (state == State.IN_GAME) {
      state = State.LEAVING;
      connection.halfClose();
    }
  }

  /** Whether what it is told of that ID is for its view. */
  private boolean concerns(int id) {
    return observes || view.self().isEmpty() || view.self().getAsInt() == id;
  }

  /** Whether it keeps a view of all that it is told. */
  boolean observes() {
    return observes;
  }

  private boolean listens() {
    return state == State.ENTERING || state == State.IN_GAME || state == State.TURNED_AWAY;
  }

  /** Whether it was ever told an ID of its own. */
  boolean wasAdmitted() {
    return view != null && view.self().isPresent();
  }

  /** Whether it is to come yet, has left of its own will, or tries to come back. */
  boolean isAway() {
    return state == State.IDLE || state == State.LEAVING || state == State.GONE || isReturning();
  }

  /** Whether it came, or came back, in the middle of the game and has been let in. */
  boolean isBack() {
    return cameBack && state == State.IN_GAME;
  }

  private boolean isReturning() {
    return cameBack && (state == State.ENTERING || state == State.TURNED_AWAY);
  }

  /** Where it was last told that its piece is; null before it was. */
  Cell place() {
    return place;
  }

  Behavior behavior() {
    return behavior;
  }

  int number() {
    return number;
  }

  State state() {
    return state;
  }

  WorldView view() {
    return view;
  }

  BotConnection connection() {
    return connection;
  }

  /** When it was due to connect; trying again does not change that. */
  long dueNanos() {
    return dueNanos;
  }

  /** When it last tried to connect. */
  long openedNanos() {
    return openedNanos;
  }

  /** How its connection ended, if it did. */
  Optional<Ending> ending() {
    return Optional.ofNullable(ending);
  }
}
