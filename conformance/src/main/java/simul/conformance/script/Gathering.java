package simul.conformance.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import simul.conformance.probe.Probe;
import simul.conformance.probe.Probes;
import simul.conformance.probe.TargetUnreachable;
import simul.conformance.verdict.Evidence;
import simul.conformance.verdict.Expectation;
import simul.conformance.verdict.Finding;
import simul.conformance.verdict.Observation;
import simul.conformance.verdict.Stimulus;
import simul.spec.world.Board;
import simul.spec.world.Cell;

/**
 * The clients of a trial come together: all are let in, and each is told of every other. Where that
 * fails the target has broken a rule of its own, whatever the trial was to show.
 */
public final class Gathering {
  private static final Stimulus NOTHING_SENT = new Stimulus(List.of(), Evidence.PROVEN);

  private final Target target;
  private final Probes probes;
  private final Audience audience;
  private final Board board;
  private final List<Probe> joined = new ArrayList<>();

  /** Where each was when it joined: a bad target may take that back. */
  private final Map<Probe, Cell> starts = new HashMap<>();

  private final List<Succession> successions = new ArrayList<>();

  public Gathering(Target target, Probes probes) {
    this.target = target;
    this.probes = probes;
    this.audience = Audience.of(target.protocol().spec());
    this.board = Board.of(target.protocol().spec().world());
  }

  /** The clients that are in, in the order of their letters. */
  public List<Probe> joined() {
    return joined;
  }

  /** Joins so many; the reason why the trial cannot begin, if it cannot. */
  public Optional<Outcome> gather(int count) {
    Admission admission = new Admission(target, probes, this::ids);
    try {
      for (int i = 0; i < count; i++) {
        List<Map<Integer, Long>> known = joined.stream().map(Gathering::known).toList();
        join(i == 0 ? admission.joinFirst(i) : admission.join(i), known);
        if (i == 0) {
          admission.awaitDepartures(joined.get(0));
        }
      }
    } catch (TargetUnreachable e) {
      return Optional.of(new Outcome.Unreachable(e.getMessage()));
    } catch (Admission.NotAdmitted e) {
      return Optional.of(notAdmitted(e));
    }
    if (audience.mustPoke()) {
      joined.forEach(probes::poke);
    }
    probes.await(() -> isComplete() || joined.stream().anyMatch(Probe::isDead), target.patience());
    return obstacle();
  }

  private Set<Integer> ids() {
    return joined.stream().map(probe -> probe.id().getAsInt()).collect(Collectors.toSet());
  }

  private void join(Probe newcomer, List<Map<Integer, Long>> known) {
    for (int i = 0; i < joined.size(); i++) {
      Long before = known.get(i).get(newcomer.id().getAsInt());
      if (before != null) {
        successions.add(new Succession(joined.get(i), newcomer, before));
      }
    }
    joined.add(newcomer);
    starts.put(newcomer, newcomer.view().cell(newcomer.id().getAsInt()).orElseThrow());
  }

  private boolean isComplete() {
    return joined.stream().allMatch(this::knowsAll) && successions.stream().allMatch(this::isTold);
  }

  /**
   * A newcomer has the ID of somebody who has just left. An observer that has not been told of
   * either yet still knows the piece of before, and the new one would come as a surprise.
   *
   * @param positions of that ID that the observer had been told before
   */
  private record Succession(Probe observer, Probe newcomer, long positions) {}

  /** How many positions a client has been told, of each ID that it knows. */
  private static Map<Integer, Long> known(Probe observer) {
    Map<Integer, Long> known = new HashMap<>();
    observer.view().pieces().keySet().forEach(id -> known.put(id, positions(observer, id)));
    return known;
  }

  private static long positions(Probe observer, int id) {
    return observer.heard().stream()
        .filter(heard -> heard.id() == id && heard.told().isPosition())
        .count();
  }

  private boolean isTold(Succession succession) {
    Probe newcomer = succession.newcomer;
    return positions(succession.observer, newcomer.id().getAsInt()) > succession.positions
        || !audience.mustKnow(ownCell(succession.observer), ownCell(newcomer));
  }

  private boolean knowsAll(Probe probe) {
    return unknownTo(probe).isEmpty();
  }

  private Optional<Probe> unknownTo(Probe probe) {
    return joined.stream()
        .filter(other -> probe.view().cell(other.id().getAsInt()).isEmpty())
        .filter(other -> audience.mustKnow(ownCell(probe), ownCell(other)))
        .findFirst();
  }

  private Cell ownCell(Probe probe) {
    return probe.view().cell(probe.id().getAsInt()).orElse(starts.get(probe));
  }

  private Outcome notAdmitted(Admission.NotAdmitted refusal) {
    Probe probe = refusal.probe();
    if (isMisled(probe)) {
      return misled(probe);
    }
    int limit = target.protocol().spec().world().maxClients();
    int present = joined.stream().mapToInt(other -> other.view().pieces().size()).max().orElse(0);
    if (present >= limit) {
      return new Outcome.Undecided("the server is full: " + present + " play, of " + limit);
    }
    return refused(probe, target);
  }

  /** What a target has done that did not let a client in, though a slot was free. */
  public static Outcome.Prevented refused(Probe probe, Target target) {
    Observation actual =
        probe.isClosed()
            ? new Observation.Closed(probe.name(), probe.closedAfterMillis())
            : silence(probe, target, Observation.Life.ADMITS_NOBODY);
    return new Outcome.Prevented(
        "FULL-002", finding(new Expectation.Admission(), actual, probe.receivedFrom(0)));
  }

  private Optional<Outcome> obstacle() {
    Map<Integer, Probe> byId = new HashMap<>();
    for (Probe probe : joined) {
      if (probe.isDead()) {
        return Optional.of(dead(probe, NOTHING_SENT));
      }
      Probe twin = byId.putIfAbsent(probe.id().getAsInt(), probe);
      if (twin != null) {
        Observation actual =
            new Observation.DuplicateId(probe.name(), probe.id().getAsInt(), twin.name());
        return Optional.of(
            new Outcome.Prevented(
                "JOIN-004", finding(new Expectation.UniqueId(), actual, probe.receivedFrom(0))));
      }
    }
    Optional<Outcome> astray = joined.stream().filter(this::isAstray).findFirst().map(this::astray);
    return astray.isPresent() ? astray : notIntroduced();
  }

  /** Whether its piece is off the board, where no move of it means anything. */
  private boolean isAstray(Probe probe) {
    return probe
        .view()
        .cell(probe.id().getAsInt())
        .filter(cell -> !board.contains(cell.x(), cell.y()))
        .isPresent();
  }

  private Outcome astray(Probe probe) {
    int id = probe.id().getAsInt();
    Cell cell = probe.view().cell(id).orElseThrow();
    return new Outcome.Prevented(
        "MOVE-003",
        finding(
            new Expectation.CellOfBoard(board.width(), board.height()),
            new Observation.OtherPosition(probe.name(), id, cell),
            probe.receivedFrom(0)));
  }

  private Optional<Outcome> notIntroduced() {
    return joined.stream()
        .filter(probe -> !knowsAll(probe))
        .findFirst()
        .map(
            probe -> {
              int id = unknownTo(probe).orElseThrow().id().getAsInt();
              return new Outcome.Prevented(
                  "JOIN-003",
                  finding(
                      new Expectation.Introduction(id),
                      silence(probe, target, Observation.Life.SERVES_OTHERS),
                      probe.receivedFrom(0)));
            });
  }

  /**
   * What a target has done whose client was in, but can go no further.
   *
   * @param sent what the client had sent
   */
  public static Outcome.Prevented dead(Probe probe, Stimulus sent) {
    if (isMisled(probe)) {
      return misled(probe);
    }
    return new Outcome.Prevented(
        "SEND-002",
        new Finding(
            sent,
            new Expectation.StaysConnected(),
            News.end(probe),
            probe.receivedFrom(0),
            Optional.empty(),
            Optional.empty()));
  }

  /** What a target has done that let clients in before and cannot be connected to any more. */
  public static Outcome.Prevented gone() {
    Observation actual = new Observation.Unreachable(Script.letter(0));
    return new Outcome.Prevented(
        "FULL-002", finding(new Expectation.Admission(), actual, new byte[0]));
  }

  /** Whether what came is no packet, or more than any answer could be. */
  public static boolean isMisled(Probe probe) {
    return probe.fault().isPresent() || probe.isFlooded();
  }

  /** What such a target has done. */
  public static Outcome.Prevented misled(Probe probe) {
    long from = probe.fault().isPresent() ? probe.decodedBytes() : 0;
    byte[] received = probe.receivedFrom(from);
    return new Outcome.Prevented(
        "SEND-001", finding(new Expectation.WholePackets(), News.end(probe), received));
  }

  private static Observation silence(Probe probe, Target target, Observation.Life life) {
    return new Observation.Silence(probe.name(), target.patience().toMillis(), life);
  }

  private static Finding finding(Expectation expected, Observation actual, byte[] received) {
    return new Finding(
        NOTHING_SENT, expected, actual, received, Optional.empty(), Optional.empty());
  }
}
