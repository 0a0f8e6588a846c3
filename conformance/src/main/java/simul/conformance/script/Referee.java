package simul.conformance.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import simul.conformance.probe.Heard;
import simul.conformance.probe.Probe;
import simul.conformance.verdict.Evidence;
import simul.conformance.verdict.Expectation;
import simul.conformance.verdict.Finding;
import simul.conformance.verdict.Hint;
import simul.conformance.verdict.Observation;
import simul.conformance.verdict.Stimulus;
import simul.spec.world.Cell;

/**
 * Knows what every player is owed of every player's piece, and holds what they hear against it. The
 * first departure is the finding; what comes after it is not judged.
 */
final class Referee {
  private final Audience audience;
  private final List<Player> players = new ArrayList<>();
  private final Map<Integer, Player> byId = new HashMap<>();
  private final Map<Player, Map<Player, Due>> owed = new HashMap<>();
  private Evidence evidence = Evidence.PROVEN;
  private Finding finding;
  private long told;

  Referee(Audience audience) {
    this.audience = audience;
  }

  /** One more player, with an ID of its own. */
  void add(Player player) {
    players.add(player);
    owed.put(player, new HashMap<>());
    byId.put(player.id(), player);
  }

  List<Player> players() {
    return players;
  }

  /** How it is known that the segments so far were read apart. */
  Evidence evidence() {
    return evidence;
  }

  void weigh(Evidence more) {
    evidence = evidence.and(more);
  }

  Optional<Finding> finding() {
    return Optional.ofNullable(finding);
  }

  /** A player's piece has moved, or met the edge: everybody must be told, or may. */
  void moved(Player mover, Cell before, Cell after) {
    for (Player observer : players) {
      boolean still = !observer.hasMovedInStage();
      Audience.Claim claim =
          audience.claim(observer == mover, before, after, observer.cell(), still);
      if (claim != Audience.Claim.NOT) {
        owed(observer, mover).add(after, claim == Audience.Claim.MAY);
      }
    }
  }

  /** Whether every player has been told of its own moves. */
  boolean moversTold() {
    return players.stream().allMatch(player -> owed(player, player).next().isEmpty());
  }

  /** Everybody who lacks something of another's piece. */
  List<Player> onlookersLacking() {
    return players.stream().filter(player -> lacking(player).isPresent()).toList();
  }

  private Due owed(Player observer, Player mover) {
    return owed.get(observer)
        .computeIfAbsent(mover, unused -> new Due(audience.hearsEachMove(), mover.startCell()));
  }

  /** Whether everybody has been told all that is due. */
  boolean allTold() {
    return players.stream().allMatch(observer -> lacking(observer).isEmpty());
  }

  /** Whose piece this observer should have been told of and was not. */
  private Optional<Player> lacking(Player observer) {
    return players.stream()
        .filter(mover -> mover == observer || canHear(observer))
        .filter(mover -> owed(observer, mover).next().isPresent())
        .findFirst();
  }

  /** Whoever has to ask how the world is cannot do so within a packet. */
  private boolean canHear(Player observer) {
    return !audience.mustPoke() || observer.isBetweenPackets();
  }

  /** Whether some player's connection is over: closed, flooded, or no longer the protocol. */
  boolean anyDead() {
    return players.stream().anyMatch(player -> player.probe().isDead());
  }

  /** How many of the positions that were due have come so far, over all players. */
  long told() {
    return told;
  }

  /** Holds what has been heard against what was due. */
  void judge() {
    for (Player observer : players) {
      Heard heard = observer.probe().heard().poll();
      while (heard != null && finding == null) {
        judge(observer, heard);
        heard = observer.probe().heard().poll();
      }
    }
  }

  private void judge(Player observer, Heard heard) {
    Player mover = byId.get(heard.id());
    if (mover == null) {
      return;
    }
    if (owed(observer, mover).accept(heard.cell())) {
      told++;
      return;
    }
    if (audience.mayRepeat() && heard.cell().equals(mover.cell())) {
      return;
    }
    String client = observer.letter();
    byte[] received = observer.probe().receivedFrom(heard.frameStart());
    Optional<Cell> due = owed(observer, mover).next();
    if (due.isPresent()) {
      report(
          new Expectation.Position(heard.id(), due.get()),
          new Observation.OtherPosition(client, heard.id(), heard.cell()),
          received);
    } else {
      report(
          new Expectation.NoMorePositions(heard.id()),
          new Observation.UnaskedPosition(client, heard.id(), heard.cell()),
          received);
    }
  }

  /** The time to answer is over: whatever is still lacking, or whoever is gone, is the finding. */
  void close(long waitedMillis, Supplier<Observation.Life> life) {
    if (finding != null) {
      return;
    }
    Optional<Player> dead = players.stream().filter(player -> player.probe().isDead()).findFirst();
    if (dead.isPresent()) {
      reportDead(dead.get());
    } else if (!allTold()) {
      Player observer =
          players.stream().filter(player -> lacking(player).isPresent()).findFirst().orElseThrow();
      report(
          expectation(observer),
          new Observation.Silence(observer.letter(), waitedMillis, life.get()),
          observer.receivedInStage());
    }
  }

  private void reportDead(Player dead) {
    Probe probe = dead.probe();
    if (probe.fault().isPresent()) {
      report(
          new Expectation.WholePackets(),
          new Observation.BrokenFrame(dead.letter(), probe.fault().get()),
          probe.receivedFrom(probe.decodedBytes()));
      return;
    }
    Observation actual =
        probe.isFlooded()
            ? new Observation.Flood(dead.letter(), probe.receivedBytes())
            : new Observation.Closed(dead.letter(), probe.closedAfterMillis());
    report(expectation(dead), actual, dead.receivedInStage());
  }

  /** The first position that this observer is owed, or else anybody. */
  private Expectation expectation(Player observer) {
    List<Player> inOrder = new ArrayList<>(players);
    inOrder.remove(observer);
    inOrder.add(0, observer);
    for (Player candidate : inOrder) {
      Optional<Player> mover = lacking(candidate);
      if (mover.isPresent()) {
        Cell cell = owed(candidate, mover.get()).next().orElseThrow();
        return new Expectation.Position(mover.get().id(), cell);
      }
    }
    return new Expectation.StaysConnected();
  }

  private void report(Expectation expected, Observation actual, byte[] received) {
    List<Stimulus.Sent> sends =
        players.stream()
            .map(Player::sentInStage)
            .filter(sent -> !sent.segmentBytes().isEmpty())
            .toList();
    Stimulus stimulus = new Stimulus(sends, evidence);
    boolean answered = players.stream().anyMatch(Player::wasAnsweredInStage);
    Optional<Hint> hint = Hints.of(stimulus, actual, answered);
    finding = new Finding(stimulus, expected, actual, received, hint, Optional.empty());
  }
}
