package simul.conformance.script;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import simul.conformance.probe.Heard;
import simul.conformance.probe.Probe;
import simul.conformance.probe.Probes;
import simul.conformance.probe.TargetUnreachable;
import simul.conformance.probe.Told;
import simul.conformance.verdict.Expectation;
import simul.conformance.verdict.Observation;
import simul.conformance.verdict.Stimulus.Deed;
import simul.spec.meaning.RequestEncoder;
import simul.spec.model.Direction;
import simul.spec.model.WorldRules;
import simul.spec.world.Board;
import simul.spec.world.Cell;

/** The clients of a trial as they come and go, those that are not let in as well. */
final class Company {
  /** A slow client takes no more at a time. */
  private static final int FEW_BYTES = 512;

  private final Target target;
  private final Probes probes;
  private final Audience audience;
  private final Ledger ledger;
  private final Referee referee;
  private final WorldRules rules;

  /** Clients that were not let in, by number. */
  private final Map<Integer, Probe> unadmitted = new TreeMap<>();

  private int unsettledDepartures;

  /** Whether the target has been seen to let a client wait that it does not let in. */
  private boolean leavesUnanswered;

  Company(Target target, Probes probes, Audience audience, Ledger ledger, Referee referee) {
    this.target = target;
    this.probes = probes;
    this.audience = audience;
    this.ledger = ledger;
    this.referee = referee;
    this.rules = target.protocol().spec().world();
  }

  /** How many a target lets in at most. */
  static int limit(Target target) {
    WorldRules.Slots slots = target.protocol().spec().world().slots();
    return slots.full() == WorldRules.Full.ADMIT ? Integer.MAX_VALUE : slots.maxClients();
  }

  /** A client that has joined, and whom everybody knows. */
  void seat(Probe probe) {
    probe.heard().clear();
    ledger.add(player(ledger.players().size(), probe));
  }

  private Player player(int number, Probe probe) {
    return new Player(number, probe, target.protocol(), this::isTaken);
  }

  private boolean isTaken(Cell cell) {
    return ledger.players().stream().anyMatch(player -> player.cell().equals(cell))
        || ledger.players().stream().anyMatch(player -> seesStranger(player.probe(), cell));
  }

  private boolean seesStranger(Probe probe, Cell cell) {
    return probe.view().pieces().entrySet().stream()
        .filter(piece -> ledger.byId(piece.getKey()).isEmpty())
        .anyMatch(piece -> piece.getValue().filter(cell::equals).isPresent());
  }

  /** The lowest number that no client has. */
  int unusedNumber() {
    return IntStream.iterate(0, number -> number + 1)
        .filter(number -> ledger.player(number).isEmpty() && !unadmitted.containsKey(number))
        .findFirst()
        .orElseThrow();
  }

  /** Whether somebody has gone of whom not everybody has been told so. */
  boolean anyUnsettledDepartures() {
    return unsettledDepartures > 0;
  }

  /** Somebody comes or goes, or does what is not sending moves. */
  void perform(Step step) throws TargetUnreachable {
    if (step instanceof Step.Arrive arrive) {
      arrive(arrive, () -> {});
    } else if (step instanceof Step.Leave leave) {
      leave(leave.player(), leave.how());
    } else if (step instanceof Step.Stall stall) {
      referee.note(Deed.Kind.STOPPED_READING, List.of(stall.player()));
      ledger.player(stall.player()).ifPresent(player -> stall(player));
    } else if (step instanceof Step.Resume resume) {
      referee.note(Deed.Kind.READ_ON, List.of(resume.player()));
      ledger.player(resume.player()).ifPresent(player -> resume(player, resume.slowly()));
    } else if (step instanceof Step.Misbehave misbehave) {
      referee.note(Deed.Kind.SENT_GARBAGE, List.of(misbehave.player()));
      ledger.player(misbehave.player()).ifPresent(player -> misbehave(player, misbehave));
    } else if (step instanceof Step.AwaitClose await) {
      awaitClose(await.player());
    }
  }

  /** Holds what has been heard against what was due, and against nobody more being let in. */
  void judge() {
    referee.judge();
    for (Map.Entry<Integer, Probe> client : unadmitted.entrySet()) {
      Probe probe = client.getValue();
      probe.heard().clear();
      if (Arrivals.isAdmitted(probe, target)) {
        int id = probe.id().orElse(rules.slots().firstId());
        referee.report(
            new Expectation.Refusal(ledger.players().size()),
            new Observation.Admitted(probe.name(), id),
            probe.receivedFrom(0));
      }
    }
  }

  /**
   * Somebody comes.
   *
   * @param meanwhile what others do when all have connected
   */
  void arrive(Step.Arrive step, Runnable meanwhile) throws TargetUnreachable {
    List<Integer> numbers =
        step.players().stream().filter(number -> ledger.player(number).isEmpty()).toList();
    int room = limit(target) - ledger.players().size();
    boolean first = ledger.players().isEmpty();
    Arrivals arrivals = new Arrivals(target, probes, step.narrow(), ledger::ids);
    if (numbers.size() <= room) {
      referee.note(Deed.Kind.JOINED, numbers);
      arrivals.joinAll(numbers, meanwhile);
      if (first && arrivals.probes().values().stream().allMatch(Admission::isUnanswered)) {
        arrivals.joinAll(numbers, () -> {});
      }
      judgeAllIn(arrivals);
    } else {
      referee.note(Deed.Kind.KNOCKED, numbers);
      int certain = Math.max(0, room - unsettledDepartures);
      // A refusal that is still to come could meet a slot that is free by then.
      Duration undecided = leavesUnanswered ? target.patience().dividedBy(20) : target.patience();
      arrivals.joinSome(numbers, room, undecided);
      meanwhile.run();
      leavesUnanswered = leavesUnanswered || arrivals.anyUndecided();
      judgeEnoughIn(arrivals, room, certain);
    }
    List<Player> newcomers = new ArrayList<>();
    for (int number : arrivals.admitted()) {
      if (referee.finding().isEmpty() && isIdRight(arrivals.probes().get(number), newcomers)) {
        newcomers.add(player(number, arrivals.probes().get(number)));
      }
    }
    arrivals.probes().forEach(unadmitted::put);
    newcomers.forEach(newcomer -> unadmitted.remove(newcomer.number()));
    if (first && newcomers.size() == 1 && referee.finding().isEmpty()) {
      new Admission(target, probes).awaitDepartures(newcomers.get(0).probe());
    }
    newcomers.forEach(this::judgeOrder);
    ledger.arrived(newcomers);
  }

  private void judgeAllIn(Arrivals arrivals) {
    arrivals.probes().values().stream()
        .filter(probe -> !probe.view().joined())
        .findFirst()
        .ifPresent(this::reportNotIn);
  }

  private void judgeEnoughIn(Arrivals arrivals, int room, int certain) {
    List<Integer> admitted = arrivals.admitted();
    if (admitted.size() > room) {
      Probe beyond = arrivals.probes().get(admitted.get(room));
      referee.report(
          new Expectation.Refusal(limit(target)),
          new Observation.Admitted(beyond.name(), beyond.id().orElseThrow()),
          beyond.receivedFrom(0));
    } else if (admitted.size() < certain) {
      judgeAllIn(arrivals);
    }
  }

  private void reportNotIn(Probe probe) {
    boolean broken = probe.fault().isPresent();
    boolean ended = probe.isDead() || probe.view().isRefused();
    referee.report(
        broken ? new Expectation.WholePackets() : new Expectation.Admission(),
        ended
            ? News.end(probe)
            : new Observation.Silence(
                probe.name(), target.patience().toMillis(), Observation.Life.ADMITS_NOBODY),
        probe.receivedFrom(broken ? probe.decodedBytes() : 0));
  }

  private boolean isIdRight(Probe probe, List<Player> newcomers) {
    int id = probe.id().orElseThrow();
    Optional<Player> twin =
        Stream.concat(ledger.players().stream(), newcomers.stream())
            .filter(player -> player.id() == id)
            .findFirst()
            .filter(player -> !isCutOff(player));
    WorldRules.Slots slots = rules.slots();
    boolean inRange =
        !slots.reused()
            || slots.full() == WorldRules.Full.ADMIT
            || id >= slots.firstId() && id <= slots.lastId();
    Cell cell = probe.view().cell(id).orElseThrow();
    if (twin.isPresent()) {
      referee.report(
          new Expectation.UniqueId(),
          new Observation.DuplicateId(probe.name(), id, twin.get().letter()),
          probe.receivedFrom(0));
    } else if (!inRange) {
      referee.report(
          new Expectation.IdInRange(slots.firstId(), slots.lastId()),
          new Observation.Admitted(probe.name(), id),
          probe.receivedFrom(0));
    } else if (!Board.of(rules).contains(cell.x(), cell.y())) {
      referee.report(
          new Expectation.CellOfBoard(rules.width(), rules.height()),
          new Observation.OtherPosition(probe.name(), id, cell),
          probe.receivedFrom(0));
    }
    return twin.isEmpty() && inRange;
  }

  /** Whether a client that may be cut off has been, as it or others have heard by now. */
  private boolean isCutOff(Player player) {
    boolean gone =
        player.mayBeCutOff() && probes.await(() -> isSaidToBeGone(player), target.patience());
    if (gone) {
      ledger.departed(player, true);
    }
    return gone;
  }

  private boolean isSaidToBeGone(Player player) {
    return player.probe().isClosed()
        || ledger.players().stream()
            .flatMap(observer -> observer.probe().heard().stream())
            .anyMatch(heard -> heard.id() == player.id() && heard.told().equals(Told.LEAVE));
  }

  /** A newcomer must be told its own ID and where its own piece is before anything else. */
  private void judgeOrder(Player newcomer) {
    if (!audience.hearsItselfFirst()) {
      return;
    }
    int own = 0;
    for (Heard heard : newcomer.probe().heard()) {
      if (own == 2) {
        return;
      }
      boolean right =
          heard.id() == newcomer.id()
              && (own == 0 ? heard.told().equals(Told.SELF) : heard.told().isPosition());
      if (!right) {
        referee.report(
            new Expectation.OwnFirst(),
            News.unasked(newcomer.letter(), heard),
            newcomer.probe().receivedFrom(0));
        return;
      }
      own++;
    }
  }

  private void leave(int number, Step.Farewell how) {
    Probe unlet = unadmitted.remove(number);
    Optional<Player> player = ledger.player(number);
    if (unlet != null) {
      part(unlet, how);
    } else if (player.isPresent()) {
      Player gone = player.get();
      boolean unread = !gone.probe().isReading() || how.resets();
      boolean several = gone.movesInStage() > 1 && how == Step.Farewell.CLOSE;
      part(gone.probe(), how);
      unsettledDepartures++;
      ledger.departed(gone, unread || several || gone.mayBeCutOff());
    }
    referee.note(deed(how), List.of(number));
  }

  private static Deed.Kind deed(Step.Farewell how) {
    return switch (how) {
      case CLOSE -> Deed.Kind.CLOSED;
      case HALF_CLOSE -> Deed.Kind.HALF_CLOSED;
      case RESET, HALF_CLOSE_AND_RESET -> Deed.Kind.RESET;
      case GOODBYE -> Deed.Kind.SAID_GOODBYE;
    };
  }

  private void part(Probe probe, Step.Farewell how) {
    if (probe.isClosed()) {
      return;
    }
    switch (how) {
      case CLOSE -> probes.hangUp(probe);
      case HALF_CLOSE -> probes.halfClose(probe);
      case RESET -> probes.reset(probe);
      case HALF_CLOSE_AND_RESET -> {
        probes.halfClose(probe);
        probes.reset(probe);
      }
      case GOODBYE -> {
        byte[] bye = target.protocol().requestEncoder().bye(probe.asker());
        if (bye.length > 0) {
          probes.send(probe, bye);
        }
        probes.hangUp(probe);
      }
    }
  }

  private void stall(Player player) {
    player.fallsBehind();
    probes.stall(player.probe());
  }

  private void resume(Player player, boolean slowly) {
    probes.resume(player.probe(), slowly ? FEW_BYTES : Integer.MAX_VALUE);
  }

  /** All that is due has come: whoever reads has caught up and counts in full. */
  void settled() {
    unsettledDepartures = 0;
    ledger.forgetLeaving();
    ledger.players().stream()
        .filter(player -> player.probe().isReading())
        .forEach(Player::hasCaughtUp);
  }

  private void misbehave(Player player, Step.Misbehave step) {
    probes.send(player.probe(), step.bytes());
    player.misbehaved(step.bytes(), step.whole());
  }

  /** Moves of a client that was not let in, made for any cell. */
  void moveUnadmitted(Step.Move step) {
    Probe probe = unadmitted.get(step.player());
    Board board = Board.of(rules);
    Cell cell = new Cell(0, 0);
    for (Heading heading : step.headings()) {
      Direction direction = heading.on(board, cell);
      cell = board.step(cell, direction);
      if (probe != null && !probe.isClosed()) {
        RequestEncoder requests = target.protocol().requestEncoder();
        probes.send(probe, requests.move(direction, probe.asker(), cell));
      }
    }
  }

  private void awaitClose(int number) {
    Probe probe = unadmitted.get(number);
    if (probe == null) {
      return;
    }
    boolean closed =
        probes.await(
            () -> {
              judge();
              return probe.isClosed() || referee.finding().isPresent();
            },
            target.patience());
    if (!closed) {
      referee.report(
          new Expectation.Close(),
          new Observation.Silence(
              probe.name(), target.patience().toMillis(), Observation.Life.FULL),
          probe.receivedFrom(0));
    }
  }
}
