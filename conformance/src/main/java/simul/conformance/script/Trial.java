package simul.conformance.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import simul.conformance.probe.Heard;
import simul.conformance.probe.Probe;
import simul.conformance.probe.Probes;
import simul.conformance.probe.TargetUnreachable;
import simul.conformance.verdict.Evidence;
import simul.conformance.verdict.Expectation;
import simul.conformance.verdict.Finding;
import simul.conformance.verdict.Hint;
import simul.conformance.verdict.Observation;
import simul.conformance.verdict.Stimulus;
import simul.spec.model.Direction;
import simul.spec.model.WorldRules.BlockedReply;
import simul.spec.world.Board;
import simul.spec.world.Cell;

/**
 * One run of a script against a target, on fresh connections. Every position that the target tells
 * of a player's piece must be the next one due; a wrong one ends the trial at once, silence when
 * patience is over. A last whole move of each player is the fence: what the target still had up its
 * sleeve would come before its answer.
 */
public final class Trial {
  /** A trial settles at most some dozens of times; a target that is this slow in all is stuck. */
  private static final int LONGEST_IN_PATIENCES = 30;

  private final Target target;
  private final Probes probes;
  private final List<Player> players = new ArrayList<>();
  private final Map<Integer, Player> byId = new HashMap<>();
  private final Map<Player, Map<Player, Due>> owed = new HashMap<>();
  private final long started = System.nanoTime();
  private Evidence evidence = Evidence.PROVEN;
  private boolean stageSettled;
  private Script script;
  private Finding finding;

  private Trial(Target target, Probes probes) {
    this.target = target;
    this.probes = probes;
  }

  /** Runs a script that is known beforehand. */
  public static Outcome run(Target target, Script script) {
    return run(target, script.players(), cells -> script);
  }

  /**
   * Joins and then runs the script that is made for where the players have started.
   *
   * @param writer makes the script of the players' start cells, in order
   */
  public static Outcome run(Target target, int players, Function<List<Cell>, Script> writer) {
    try (Probes probes = new Probes(target.protocol(), target.address())) {
      return new Trial(target, probes).play(players, writer);
    }
  }

  private Outcome play(int count, Function<List<Cell>, Script> writer) {
    try {
      Optional<String> obstacle = gather(count);
      if (obstacle.isPresent()) {
        return new Outcome.Undecided(obstacle.get());
      }
    } catch (TargetUnreachable e) {
      return new Outcome.Undecided(e.getMessage());
    } catch (Admission.NotAdmitted e) {
      return new Outcome.Undecided("client " + e.probe().name() + ": the target " + e.getMessage());
    }
    script = writer.apply(players.stream().map(Player::cell).toList());
    for (Script.Step step : script.steps()) {
      perform(step);
      if (finding != null) {
        return new Outcome.Broke(finding, script);
      }
      if (System.nanoTime() - started > LONGEST_IN_PATIENCES * target.patience().toNanos()) {
        return new Outcome.Undecided("the target answers too slowly for this check to end in time");
      }
    }
    settle();
    fence();
    return finding == null ? new Outcome.Held(evidence) : new Outcome.Broke(finding, script);
  }

  /** Joins all players and waits until each has been told of every other. */
  private Optional<String> gather(int count) throws TargetUnreachable, Admission.NotAdmitted {
    Admission admission = new Admission(target, probes);
    List<Probe> joined = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      joined.add(admission.join(Script.letter(i)));
    }
    Predicate<Probe> knowsAll =
        probe ->
            joined.stream().allMatch(other -> probe.view().cell(other.id().getAsInt()).isPresent());
    probes.await(
        () -> joined.stream().allMatch(knowsAll) || joined.stream().anyMatch(Probe::isDead),
        target.patience());
    for (Probe probe : joined) {
      if (!knowsAll.test(probe)) {
        return Optional.of("client " + probe.name() + " was not told of every other client");
      }
      probe.heard().clear();
    }
    joined.forEach(probe -> add(new Player(players.size(), probe, target.protocol())));
    return byId.size() == count
        ? Optional.empty()
        : Optional.of("two clients were given the same ID");
  }

  private void add(Player player) {
    players.add(player);
    byId.put(player.id(), player);
    owed.put(player, new HashMap<>());
  }

  private Due owed(Player observer, Player mover) {
    return owed.get(observer).computeIfAbsent(mover, unused -> new Due());
  }

  private void perform(Script.Step step) {
    if (step instanceof Script.Send send) {
      if (stageSettled) {
        stageSettled = false;
        players.forEach(Player::beginStage);
      }
      send(players.get(send.player()), send.segment());
    } else {
      settle();
    }
  }

  private void send(Player player, byte[] segment) {
    if (player.mayBeUnread()) {
      awaitRead();
    }
    probes.send(player.probe(), segment);
    Cell[] before = {player.cell()};
    player.sent(
        segment,
        cell -> {
          owe(player, before[0], cell);
          before[0] = cell;
        });
  }

  private void awaitRead() {
    List<Player> unread = players.stream().filter(Player::mayBeUnread).toList();
    evidence = evidence.and(probes.awaitRead(unread.stream().map(Player::probe).toList()));
    unread.forEach(Player::wasRead);
    judge();
  }

  private void owe(Player mover, Cell before, Cell after) {
    BlockedReply reply = target.protocol().spec().world().blockedReply();
    boolean blocked = after.equals(before);
    if (blocked && reply == BlockedReply.NEVER) {
      return;
    }
    boolean optional = blocked && reply == BlockedReply.OPTIONAL;
    players.forEach(observer -> owed(observer, mover).add(after, optional));
  }

  /** Waits until everybody has been told all that is due. */
  private void settle() {
    if (finding != null) {
      return;
    }
    probes.await(
        () -> {
          judge();
          return finding != null || allTold() || anyDead().isPresent();
        },
        target.patience());
    if (finding == null && anyDead().isPresent()) {
      report(anyDead().get());
    } else if (finding == null && !allTold()) {
      reportSilence();
    }
    for (Player player : players) {
      if (player.isBetweenPackets()) {
        // Its moves have been answered, so its bytes have been read.
        player.wasRead();
      }
    }
    stageSettled = true;
  }

  /** One whole move of each player that is not within a packet. */
  private void fence() {
    for (Player player : players) {
      Optional<Direction> open =
          Board.of(target.protocol().spec().world()).openDirections(player.cell()).stream()
              .findFirst();
      if (finding == null && player.isBetweenPackets() && open.isPresent()) {
        send(player, target.protocol().requestEncoder().move(open.get()));
      }
    }
    settle();
  }

  private boolean allTold() {
    return players.stream().allMatch(observer -> lacking(observer).isEmpty());
  }

  private Optional<Player> lacking(Player observer) {
    return players.stream().filter(m -> owed(observer, m).next().isPresent()).findFirst();
  }

  private Optional<Player> anyDead() {
    return players.stream().filter(player -> player.probe().isDead()).findFirst();
  }

  /** Holds what has been heard against what was due. */
  private void judge() {
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
    if (mover == null || owed(observer, mover).accept(heard.cell())) {
      return;
    }
    Optional<Cell> due = owed(observer, mover).next();
    byte[] received = observer.probe().receivedFrom(heard.frameStart());
    if (due.isPresent()) {
      report(
          new Expectation.Position(heard.id(), due.get()),
          new Observation.OtherPosition(observer.letter(), heard.id(), heard.cell()),
          received);
    } else {
      report(
          new Expectation.NoMorePositions(heard.id()),
          new Observation.UnaskedPosition(observer.letter(), heard.id(), heard.cell()),
          received);
    }
  }

  private void report(Player dead) {
    Probe probe = dead.probe();
    if (probe.fault().isPresent()) {
      report(
          new Expectation.WholePackets(),
          new Observation.BrokenFrame(dead.letter(), probe.fault().get()),
          probe.receivedFrom(probe.decodedBytes()));
    } else if (probe.isFlooded()) {
      report(
          expectation(dead),
          new Observation.Flood(dead.letter(), probe.receivedBytes()),
          dead.receivedInStage());
    } else {
      report(
          expectation(dead),
          new Observation.Closed(dead.letter(), probe.closedAfterMillis()),
          dead.receivedInStage());
    }
  }

  private void reportSilence() {
    Player observer =
        players.stream().filter(player -> lacking(player).isPresent()).findFirst().orElseThrow();
    long waited = target.patience().toMillis();
    report(
        expectation(observer),
        new Observation.Silence(observer.letter(), waited, life()),
        observer.receivedInStage());
  }

  /** What a client was owed: a position, if any was due, else nothing in particular. */
  private Expectation expectation(Player observer) {
    return lacking(observer)
        .or(
            () ->
                players.stream()
                    .filter(p -> lacking(p).isPresent())
                    .findFirst()
                    .flatMap(this::lacking))
        .<Expectation>map(
            mover ->
                new Expectation.Position(
                    mover.id(),
                    players.stream()
                        .flatMap(p -> owed(p, mover).next().stream())
                        .findFirst()
                        .orElseThrow()))
        .orElse(new Expectation.WholePackets());
  }

  /** Asks on a fresh connection whether the target still lives. */
  private Observation.Life life() {
    try (Probes fresh = new Probes(target.protocol(), target.address())) {
      new Admission(target, fresh).join("z");
      return Observation.Life.SERVES_OTHERS;
    } catch (TargetUnreachable e) {
      return Observation.Life.GONE;
    } catch (Admission.NotAdmitted e) {
      return Observation.Life.ADMITS_NOBODY;
    }
  }

  private void report(Expectation expected, Observation actual, byte[] received) {
    List<Stimulus.Sent> sends =
        players.stream()
            .map(Player::sentInStage)
            .filter(sent -> !sent.segmentBytes().isEmpty())
            .toList();
    Stimulus stimulus = new Stimulus(sends, evidence);
    Optional<Hint> hint = Hints.of(stimulus, actual);
    finding = new Finding(stimulus, expected, actual, received, hint, Optional.empty());
  }
}
