package simul.conformance.script;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import simul.conformance.probe.BoundedRecorder;
import simul.conformance.probe.Probe;
import simul.conformance.probe.Probes;
import simul.conformance.probe.TargetUnreachable;
import simul.conformance.verdict.Finding;
import simul.conformance.verdict.Observation;
import simul.spec.world.Board;

/**
 * One run of a script against a target, on fresh connections. Everything that the target tells must
 * be the next thing due; what is not ends the trial at once, silence when patience is over. A last
 * whole move of each player is the fence: what the target still had up its sleeve would come before
 * its answer.
 */
public final class Trial {
  /** A trial settles at most some dozens of times; a target that is this slow in all is stuck. */
  private static final int LONGEST_IN_PATIENCES = 30;

  /** How much later than others a client may learn that its connection is over. */
  private static final Duration RUMOUR = Duration.ofMillis(100);

  /** How long an answer may take before those who must ask ask again. */
  private static final Duration ASKING_AGAIN = Duration.ofMillis(50);

  private static final Outcome TOO_SLOW =
      new Outcome.Undecided("the target answers too slowly for this check to end in time");

  private final Target target;
  private final Probes probes;
  private final Audience audience;
  private final Ledger ledger;
  private final Referee referee;
  private final Company company;
  private final long started = System.nanoTime();
  private boolean stageSettled;

  private Trial(Target target, Probes probes) {
    this.target = target;
    this.probes = probes;
    this.audience = Audience.of(target.protocol().spec());
    this.ledger = new Ledger(audience);
    this.referee = new Referee(audience, ledger, Company.limit(target));
    this.company = new Company(target, probes, audience, ledger, referee);
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
    gathering.joined().forEach(company::seat);
    Script script = writer.apply(ledger.players().stream().map(Player::start).toList());
    try {
      for (Step step : script.steps()) {
        if (isTooSlow() || !perform(step)) {
          return TOO_SLOW;
        }
      }
      return settle() && fence() ? outcome(script) : TOO_SLOW;
    } catch (TargetUnreachable e) {
      return referee.finding().isPresent()
          ? outcome(script)
          : new Outcome.Unreachable(e.getMessage());
    } catch (Filling.OutOfReach e) {
      return referee.finding().isPresent()
          ? outcome(script)
          : new Outcome.NotApplicable(e.getMessage());
    }
  }

  private Outcome outcome(Script script) {
    Optional<Finding> finding = referee.finding();
    return finding.isPresent()
        ? new Outcome.Broke(finding.get(), script)
        : new Outcome.Held(referee.evidence());
  }

  private boolean isTooSlow() {
    long ran = System.nanoTime() - started;
    return referee.finding().isEmpty() && ran > LONGEST_IN_PATIENCES * target.patience().toNanos();
  }

  /** Takes a step; false when the target is too slow for it. */
  private boolean perform(Step step) throws TargetUnreachable, Filling.OutOfReach {
    if (referee.finding().isPresent()) {
      return true;
    }
    if (step instanceof Step.Settle) {
      return settle();
    }
    if (stageSettled) {
      stageSettled = false;
      referee.beginStage();
    }
    if (!mayHappenNow(step)) {
      return false;
    }
    if (step instanceof Step.Send send) {
      return send(send.player(), send.segment());
    }
    if (step instanceof Step.Move move) {
      return move(move);
    }
    if (step instanceof Step.ArriveAmid amid) {
      return arriveAmid(amid);
    }
    if (step instanceof Step.Fill fill) {
      Optional<Player> mover = ledger.player(fill.player());
      if (mover.isPresent()) {
        new Filling(target, probes, ledger, referee, 1024L * fill.keptKibibytes())
            .by(mover.get(), this::send, this::settle);
      }
      return true;
    }
    company.perform(step);
    return true;
  }

  private boolean move(Step.Move move) {
    Optional<Player> mover = ledger.player(move.player());
    if (mover.isEmpty()) {
      company.moveUnadmitted(move);
      return true;
    }
    return send(move.player(), mover.get().write(move.headings(), move.held()));
  }

  private boolean arriveAmid(Step.ArriveAmid step) throws TargetUnreachable {
    if (orderMatters() || Identification.isNeeded(target)) {
      company.perform(step.arrival());
      return move(step.move());
    }
    AtomicBoolean inTime = new AtomicBoolean(true);
    company.arrive(step.arrival(), () -> inTime.set(move(step.move())));
    return inTime.get();
  }

  private boolean send(int number, byte[] segment) {
    Optional<Player> sender = ledger.player(number);
    if (sender.isEmpty() || segment.length == 0) {
      return true;
    }
    return mayMoveNow(sender.get()) && send(sender.get(), segment);
  }

  /**
   * Whether what two clients do at the same time can come out in two ways: where pieces block one
   * another, and where a piece is told to whoever sees it.
   */
  private boolean orderMatters() {
    return audience.isByView() || !target.protocol().spec().world().shared();
  }

  /** Awaits what others do, where their order matters. */
  private boolean mayMoveNow(Player sender) {
    boolean othersMove =
        ledger.players().stream().anyMatch(p -> p != sender && p.hasMovedInStage());
    boolean certain = !othersMove && !company.anyUnsettledDepartures();
    return certain || !orderMatters() || settleBetween();
  }

  private boolean mayHappenNow(Step step) {
    boolean comes = step instanceof Step.Arrive || step instanceof Step.ArriveAmid;
    boolean comesOrGoes = comes || step instanceof Step.Leave;
    boolean anyMoves = ledger.players().stream().anyMatch(Player::hasMovedInStage);
    if (comes && company.anyUnsettledDepartures() && Identification.isNeeded(target)) {
      return settleBetween();
    }
    return !comesOrGoes || !anyMoves || !orderMatters() || settleBetween();
  }

  private boolean settleBetween() {
    boolean settled = settle();
    stageSettled = false;
    referee.beginStage();
    return settled;
  }

  private boolean send(Player player, byte[] segment) {
    if (player.mayBeUnread()) {
      awaitRead();
    }
    if (ledger.player(player.number()).filter(player::equals).isEmpty()) {
      // It was cut off meanwhile, for what it had sent before.
      return true;
    }
    probes.send(player.probe(), segment);
    player.sent(segment, (before, after) -> ledger.moved(player, before, after));
    return true;
  }

  private void awaitRead() {
    List<Player> unread = ledger.players().stream().filter(Player::mayBeUnread).toList();
    if (!unread.isEmpty()) {
      referee.weigh(probes.awaitRead(unread.stream().map(Player::probe).toList()));
      unread.forEach(Player::wasRead);
    }
    company.judge();
  }

  /**
   * Waits until everybody has been told all that is due. Where only whoever asks is told, those who
   * look on ask when the movers have been told.
   *
   * @return false when the target answers, but too slowly to be waited for
   */
  private boolean settle() {
    if (ledger.players().stream().anyMatch(Trial::isCutUnread)) {
      awaitRead();
    }
    if (audience.mustPoke() && (!await(ledger::moversTold) || !pokeUntilTold())) {
      return false;
    }
    if (!await(ledger::allTold)) {
      return false;
    }
    if (referee.anyRumour()) {
      boolean ignored = probes.await(referee::anyDead, RUMOUR);
    } else if (ledger.allTold()) {
      company.settled();
    }
    referee.close(target.patience().toMillis(), this::life);
    // Whoever's moves have all been answered has had its bytes read.
    ledger.players().stream().filter(Player::isBetweenPackets).forEach(Player::wasRead);
    stageSettled = true;
    return true;
  }

  /**
   * Has those ask who lack something, again and again: the answer may be older than what they lack.
   */
  private boolean pokeUntilTold() {
    long start = System.nanoTime();
    while (!isOver(ledger::allTold) && System.nanoTime() - start < target.patience().toNanos()) {
      if (isTooSlow()) {
        return false;
      }
      ledger.onlookersLacking().stream()
          .filter(Player::isBetweenPackets)
          .forEach(player -> probes.poke(player.probe()));
      long told = referee.told();
      boolean ignored =
          probes.await(() -> isOver(ledger::allTold) || referee.told() > told, ASKING_AGAIN);
    }
    return true;
  }

  /** Whether it waits within a packet, so that no answer will say when that was read. */
  private static boolean isCutUnread(Player player) {
    return player.mayBeUnread() && !player.isBetweenPackets();
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
      answered = probes.await(() -> isOver(condition) || referee.told() > told, patience());
      if (answered && !isOver(condition) && isTooSlow()) {
        return false;
      }
    }
    return true;
  }

  private Duration patience() {
    Duration lag =
        ledger.players().stream()
            .filter(player -> player.probe().isReading())
            .map(Player::lag)
            .max(Comparator.naturalOrder())
            .orElse(Duration.ZERO);
    return target.patience().plus(lag);
  }

  private boolean isOver(BooleanSupplier condition) {
    company.judge();
    return referee.finding().isPresent()
        || condition.getAsBoolean()
        || referee.anyDead()
        || referee.anyRumour();
  }

  /** One whole move of each player that is not within a packet. */
  private boolean fence() {
    Board board = Board.of(target.protocol().spec().world());
    for (Player player : List.copyOf(ledger.players())) {
      byte[] rest = player.write(List.of(), 0);
      boolean open = !board.openDirections(player.cell()).isEmpty();
      boolean fit = player.probe().isReading() && player.conduct() == Player.Conduct.RIGHT;
      if (referee.finding().isPresent() || !fit || !send(player.number(), rest)) {
        continue;
      }
      if (player.isBetweenPackets() && open) {
        boolean ignored = send(player.number(), player.write(List.of(new Heading.Turn(0)), 0));
      }
    }
    return settle();
  }

  /** Asks on a fresh connection whether the target still lives. */
  private Observation.Life life() {
    if (ledger.players().size() >= Company.limit(target)) {
      return Observation.Life.FULL;
    }
    try (Probes fresh = target.probes()) {
      Probe joined = new Admission(target, fresh, ledger::ids).join(company.unusedNumber());
      return joined.isDead() ? Observation.Life.ADMITS_NOBODY : Observation.Life.SERVES_OTHERS;
    } catch (TargetUnreachable e) {
      return Observation.Life.GONE;
    } catch (Admission.NotAdmitted e) {
      return Observation.Life.ADMITS_NOBODY;
    }
  }
}
