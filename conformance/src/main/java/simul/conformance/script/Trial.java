package simul.conformance.script;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import simul.conformance.probe.BoundedRecorder;
import simul.conformance.probe.Probe;
import simul.conformance.probe.Probes;
import simul.conformance.probe.TargetUnreachable;
import simul.conformance.verdict.Finding;
import simul.conformance.verdict.Observation;
import simul.spec.model.Direction;
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

  private static final Outcome TOO_SLOW =
      new Outcome.Undecided("the target answers too slowly for this check to end in time");

  private final Target target;
  private final Probes probes;
  private final Audience audience;
  private final Referee referee;
  private final long started = System.nanoTime();
  private boolean stageSettled;

  private Trial(Target target, Probes probes) {
    this.target = target;
    this.probes = probes;
    this.audience = Audience.of(target.protocol().spec());
    this.referee = new Referee(audience);
  }

  /** Runs a script that is known beforehand. */
  public static Outcome run(Target target, Script script) {
    return run(target, script.players(), cells -> script);
  }

  /**
   * Joins and then runs the script that is made for where the players have started.
   *
   * @param writer makes the script of where the players have started, in order
   */
  public static Outcome run(Target target, int players, Function<List<Start>, Script> writer) {
    BoundedRecorder recorder = new BoundedRecorder();
    Target recorded = target.recordedBy(recorder);
    Outcome outcome;
    try (Probes probes = recorded.probes()) {
      outcome = new Trial(recorded, probes).play(players, writer);
      recorder.judged();
    }
    return outcome.shownBy(recorder.transcript());
  }

  private Outcome play(int count, Function<List<Start>, Script> writer) {
    Gathering gathering = new Gathering(target, probes);
    Optional<Outcome> obstacle = gathering.gather(count);
    if (obstacle.isPresent()) {
      return obstacle.get();
    }
    for (Probe probe : gathering.joined()) {
      probe.heard().clear();
      referee.add(new Player(referee.players().size(), probe, target.protocol(), this::isTaken));
    }
    Script script = writer.apply(referee.players().stream().map(Player::start).toList());
    for (Script.Step step : script.steps()) {
      if (isTooSlow() || !perform(step)) {
        return TOO_SLOW;
      }
    }
    return settle() && fence() ? outcome(script) : TOO_SLOW;
  }

  private Outcome outcome(Script script) {
    Optional<Finding> finding = referee.finding();
    return finding.isPresent()
        ? new Outcome.Broke(finding.get(), script)
        : new Outcome.Held(referee.evidence());
  }

  private boolean isTaken(Cell cell) {
    return referee.players().stream().anyMatch(player -> player.cell().equals(cell))
        || referee.players().stream().anyMatch(player -> seesStranger(player.probe(), cell));
  }

  private boolean seesStranger(Probe probe, Cell cell) {
    return probe.view().pieces().entrySet().stream()
        .filter(piece -> referee.players().stream().noneMatch(p -> p.id() == piece.getKey()))
        .anyMatch(piece -> piece.getValue().filter(cell::equals).isPresent());
  }

  private boolean isTooSlow() {
    long ran = System.nanoTime() - started;
    return referee.finding().isEmpty() && ran > LONGEST_IN_PATIENCES * target.patience().toNanos();
  }

  /** Takes a step; false when the target is too slow for it. */
  private boolean perform(Script.Step step) {
    if (referee.finding().isPresent()) {
      return true;
    }
    if (step instanceof Script.Send send) {
      if (stageSettled) {
        stageSettled = false;
        referee.players().forEach(Player::beginStage);
      }
      send(referee.players().get(send.player()), send.segment());
      return true;
    }
    return settle();
  }

  private void send(Player player, byte[] segment) {
    if (player.mayBeUnread()) {
      awaitRead();
    }
    probes.send(player.probe(), segment);
    player.sent(segment, (before, after) -> referee.moved(player, before, after));
  }

  private void awaitRead() {
    List<Player> unread = referee.players().stream().filter(Player::mayBeUnread).toList();
    referee.weigh(probes.awaitRead(unread.stream().map(Player::probe).toList()));
    unread.forEach(Player::wasRead);
    referee.judge();
  }

  /**
   * Waits until everybody has been told all that is due. Where only whoever asks is told, those who
   * look on ask when the movers have been told.
   *
   * @return false when the target answers, but too slowly to be waited for
   */
  private boolean settle() {
    if (audience.mustPoke()) {
      if (!await(referee::moversTold)) {
        return false;
      }
      referee.onlookersLacking().stream()
          .filter(Player::isBetweenPackets)
          .forEach(player -> probes.poke(player.probe()));
    }
    if (!await(referee::allTold)) {
      return false;
    }
    referee.close(target.patience().toMillis(), this::life);
    // Whoever's moves have all been answered has had its bytes read.
    referee.players().stream().filter(Player::isBetweenPackets).forEach(Player::wasRead);
    stageSettled = true;
    return true;
  }

  /**
   * Waits until a condition holds, a rule is broken, or patience is over. Patience is for silence
   * and starts anew with every answer, for a target that takes its time over each may owe a
   * thousand.
   *
   * @return false when the target answers, but too slowly to be waited for
   */
  private boolean await(BooleanSupplier condition) {
    boolean answered = true;
    while (answered && !isOver(condition)) {
      long told = referee.told();
      answered = probes.await(() -> isOver(condition) || referee.told() > told, target.patience());
      if (answered && !isOver(condition) && isTooSlow()) {
        return false;
      }
    }
    return true;
  }

  private boolean isOver(BooleanSupplier condition) {
    referee.judge();
    return referee.finding().isPresent() || condition.getAsBoolean() || referee.anyDead();
  }

  /** One whole move of each player that is not within a packet. */
  private boolean fence() {
    Board board = Board.of(target.protocol().spec().world());
    for (Player player : referee.players()) {
      Optional<Direction> open = board.openDirections(player.cell()).stream().findFirst();
      if (referee.finding().isEmpty() && player.isBetweenPackets() && open.isPresent()) {
        Cell to = board.step(player.cell(), open.get());
        send(
            player,
            target.protocol().requestEncoder().move(open.get(), player.probe().asker(), to));
      }
    }
    return settle();
  }

  /** Asks on a fresh connection whether the target still lives. */
  private Observation.Life life() {
    try (Probes fresh = target.probes()) {
      Probe joined = new Admission(target, fresh).join(referee.players().size());
      return joined.isDead() ? Observation.Life.ADMITS_NOBODY : Observation.Life.SERVES_OTHERS;
    } catch (TargetUnreachable e) {
      return Observation.Life.GONE;
    } catch (Admission.NotAdmitted e) {
      return Observation.Life.ADMITS_NOBODY;
    }
  }
}
