package simul.conformance.check;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import simul.conformance.probe.BoundedRecorder;
import simul.conformance.probe.Recorder;
import simul.conformance.probe.TargetUnreachable;
import simul.conformance.script.Effort;
import simul.conformance.script.Outcome;
import simul.conformance.script.Script;
import simul.conformance.script.Target;
import simul.conformance.verdict.CheckResult;
import simul.conformance.verdict.SuiteResult;
import simul.conformance.verdict.Transcript;
import simul.conformance.verdict.Verdict;
import simul.spec.meaning.Protocol;
import simul.spec.rule.Rule;
import simul.spec.rule.RuleCatalogue;

/**
 * One run of checks, one after the other, against one target. A check that our own defect ends is
 * INCONCLUSIVE and listed, and a target that a check has ended is started anew where its host can
 * do that; the others still run. One thread runs it, any other may stop it.
 */
public final class Suite {
  /** Until the target has been measured: the least patience that it gets anyway. */
  private static final Duration FIRST_PATIENCE = Duration.ofSeconds(2);

  /**
   * Ctrl-C reaches the target as well as this program, and which of the two notices first is
   * chance: so long a lost target waits for the other news.
   */
  private static final Duration NEWS = Duration.ofMillis(250);

  /** What the first client is called where checks are called by their rule's ID. */
  public static final String HANDSHAKE = "handshake";

  private static final String INTERRUPTED = "the run was interrupted";

  private final Plan plan;
  private final Listener listener;
  private final TargetHost host;
  private final Runner runner = new Runner();
  private final Results results;
  private boolean lossIsTold;

  /** A run against a target that others have started. */
  public Suite(Plan plan, Listener listener) {
    this(plan, listener, TargetHost.elsewhere(plan.target()));
  }

  /** A run against a target that can be started anew. */
  public Suite(Plan plan, Listener listener, TargetHost host) {
    this.plan = plan;
    this.listener = listener;
    this.host = host;
    this.results = new Results(plan, listener, plan.patience().orElse(FIRST_PATIENCE));
  }

  /**
   * What to run.
   *
   * @param patience how long an answer may take; measured when empty
   * @param recorders who hears of all that the probes of a check do, by the check's ID; those of
   *     the first client go by {@link #HANDSHAKE}
   * @param effort how much the checks do
   * @param alone whether no other servers run in this program, if the target does itself
   */
  public record Plan(
      Protocol protocol,
      InetSocketAddress target,
      List<Check> checks,
      long seed,
      Optional<Duration> patience,
      Function<String, Recorder> recorders,
      Effort effort,
      boolean alone) {
    public Plan {
      checks = List.copyOf(checks);
    }

    /** A run with the usual effort. */
    public Plan(
        Protocol protocol,
        InetSocketAddress target,
        List<Check> checks,
        long seed,
        Optional<Duration> patience,
        Function<String, Recorder> recorders) {
      this(protocol, target, checks, seed, patience, recorders, Effort.NORMAL, false);
    }

    /** The same with another effort. */
    public Plan withEffort(Effort other) {
      return new Plan(protocol, target, checks, seed, patience, recorders, other, alone);
    }

    /** The same, with no other servers in this program. */
    public Plan aloneInProgram() {
      return new Plan(protocol, target, checks, seed, patience, recorders, effort, true);
    }

    /** A run of which nobody hears but its listener. */
    public Plan(
        Protocol protocol,
        InetSocketAddress target,
        List<Check> checks,
        long seed,
        Optional<Duration> patience) {
      this(protocol, target, checks, seed, patience, id -> Recorder.NONE);
    }
  }

  /** Hears of each result as it comes. */
  public interface Listener {

    /** The target serves; patience is known. */
    void started(Duration patience);

    /** A check has ended. */
    void ended(CheckResult result);

    /**
     * A check has failed under this script.
     *
     * @return the file that holds it, if it was saved
     */
    Optional<String> save(Rule rule, Script script);

    /** A check could not be run to its end through our own defect. */
    void defect(Rule rule, RuntimeException defect);
  }

  /**
   * Runs all, or as many as there are until it is stopped.
   *
   * @throws TargetUnreachable when not even one client can join
   */
  public SuiteResult run() throws TargetUnreachable {
    runner.begin();
    try {
      checkAll();
    } catch (CancellationException e) {
      // A wait was interrupted.
      runner.stop();
    } catch (TargetUnreachable e) {
      if (!runner.isStopped()) {
        throw e;
      }
    } finally {
      runner.end();
    }
    if (runner.isStopped()) {
      results.endOthers(INTERRUPTED);
    }
    return resultSoFar();
  }

  /** Ends the run soon: the check that runs now, and all that are still to come, stay undecided. */
  public void stop() {
    runner.stop();
  }

  /** What is known: checks that have not ended are SKIPPED. For the thread that runs it. */
  public SuiteResult resultSoFar() {
    return results.with(Verdict.SKIPPED, "not run");
  }

  /** What there is to say when there is no target: nothing is decided. */
  public SuiteResult resultWithoutTarget(String reason) {
    return results.with(Verdict.INCONCLUSIVE, reason);
  }

  private void checkAll() throws TargetUnreachable {
    if (runner.isStopped()) {
      return;
    }
    Target target =
        new Target(plan.protocol(), plan.target(), plan.patience().orElse(FIRST_PATIENCE))
            .withEffort(plan.effort())
            .alone(plan.alone());
    BoundedRecorder recorder = new BoundedRecorder();
    Handshake.Result handshake =
        new Handshake(recorded(target, HANDSHAKE, recorder), plan.patience()).run();
    results.began(handshake.patience());
    Optional<Outcome.Prevented> met =
        handshake.finding().map(finding -> explained(finding.shownBy(recorder.transcript())));
    met.ifPresent(results::report);
    Target measured = target.withPatience(handshake.patience());
    for (Check check : plan.checks()) {
      if (runner.isStopped()) {
        return;
      } else if (handshake.admitted()) {
        run(check, measured);
      } else {
        results.prevented(check.rule(), met.orElseThrow());
      }
    }
    tellLoss(measured);
  }

  private Target recorded(Target target, String id, BoundedRecorder recorder) {
    return target.recordedBy(plan.recorders().apply(id)).recordedBy(recorder);
  }

  private boolean isStopped(TargetHost.State state) {
    return runner.isStopped() || state.isLost() && runner.isStoppedWithin(NEWS);
  }

  private Outcome.Prevented explained(Outcome.Prevented finding) {
    TargetHost.State state = host.state(FIRST_PATIENCE);
    lossIsTold = state.isLost();
    return Autopsy.preventedBy(finding, state);
  }

  /**
   * One go at a check, and how it left the target.
   *
   * @param passed all that it sent and received
   */
  private record Attempt(
      Outcome outcome, Transcript passed, TargetHost.State state, Duration duration) {
    boolean foundTargetLost() {
      return Autopsy.neverBegan(outcome) && state.isLost();
    }

    /** What it met, if it has not begun. */
    Outcome.Prevented obstacle() {
      return Autopsy.preventedBy(outcome, state).shownBy(passed);
    }
  }

  private void run(Check check, Target measured) {
    try {
      tellLoss(measured);
      Attempt attempt = attempt(check, measured);
      if (attempt.foundTargetLost() && !isStopped(attempt.state)) {
        // It was lost to what came before: that is said, and the check gets another target.
        results.report(attempt.obstacle());
        lossIsTold = true;
        attempt = attempt(check, measured);
      }
      // An interrupted connection looks like a refused one.
      if (!isStopped(attempt.state)) {
        ended(check.rule(), attempt);
      }
    } catch (TargetUnreachable e) {
      if (!runner.isStopped()) {
        results.withoutTarget(check.rule(), e.getMessage());
      }
    }
  }

  private Attempt attempt(Check check, Target measured) throws TargetUnreachable {
    BoundedRecorder recorder = new BoundedRecorder();
    Target ready = measured.withAddress(host.readyFor(check.rule()));
    Target target = recorded(ready, check.ruleId(), recorder);
    long start = System.nanoTime();
    Outcome outcome = perform(check, target).shownBy(recorder.transcript());
    boolean doubtful = Autopsy.isDoubtful(outcome) && !runner.isStopped();
    TargetHost.State state = host.state(doubtful ? measured.patience() : Duration.ZERO);
    Duration duration = Duration.ofNanos(System.nanoTime() - start);
    return new Attempt(outcome, recorder.transcript(), state, duration);
  }

  private Outcome perform(Check check, Target target) {
    try {
      // Each check has randomness of its own, so that --only meets the same bytes as a whole run,
      // and other randomness when it runs again.
      long again = results.count(check.ruleId());
      long seed = plan.seed() ^ 0x9E3779B97F4A7C15L * (check.ruleId().hashCode() + 31 * again);
      return check.body().run(target, new SplittableRandom(seed));
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException e) {
      if (!runner.isStopped()) {
        listener.defect(check.rule(), e);
      }
      return new Outcome.Undecided("a defect of this program: " + e);
    }
  }

  private void ended(Rule rule, Attempt attempt) {
    Outcome outcome = attempt.outcome;
    lossIsTold = attempt.state.isLost();
    if (Autopsy.neverBegan(outcome)) {
      results.prevented(rule, attempt.obstacle());
    } else if (attempt.state instanceof TargetHost.Ended end && Autopsy.isToBlame(outcome)) {
      CheckResult failed = CheckResult.fail(rule, attempt.duration, Autopsy.unexpected(end.exit()));
      results.add(failed.withTranscript(attempt.passed));
    } else {
      lossIsTold = outcome instanceof Outcome.Broke;
      Outcome told = Autopsy.explained(outcome, attempt.state);
      results.add(saved(told, result(rule, told, attempt.duration)));
    }
  }

  /**
   * A target that was lost while no check ran, or to one that cannot tell, is a finding as well.
   */
  private void tellLoss(Target measured) {
    TargetHost.State state = host.state(Duration.ZERO);
    if (state.isLost() && !lossIsTold && !isStopped(state)) {
      results.report(Autopsy.lost(state, measured.patience()));
    }
    lossIsTold = state.isLost();
  }

  private CheckResult saved(Outcome outcome, CheckResult result) {
    return outcome instanceof Outcome.Broke broke
        ? listener.save(result.rule(), broke.script()).map(result::withReplay).orElse(result)
        : result;
  }

  /** What an outcome means for a rule. */
  public static CheckResult result(Rule rule, Outcome outcome, Duration duration) {
    if (outcome instanceof Outcome.Held held) {
      return CheckResult.pass(rule, duration, held.evidence());
    }
    if (outcome instanceof Outcome.Broke broke) {
      CheckResult failed = CheckResult.fail(rule, duration, broke.finding());
      return broke.transcript().map(failed::withTranscript).orElse(failed);
    }
    if (outcome instanceof Outcome.Prevented prevented) {
      Rule broken = RuleCatalogue.get(prevented.ruleId());
      CheckResult failed = CheckResult.fail(broken, duration, prevented.finding());
      return prevented.transcript().map(failed::withTranscript).orElse(failed);
    }
    if (outcome instanceof Outcome.Unreachable unreachable) {
      return CheckResult.undecided(rule, Verdict.INCONCLUSIVE, duration, unreachable.reason());
    }
    if (outcome instanceof Outcome.NotApplicable none) {
      return CheckResult.undecided(rule, Verdict.SKIPPED, duration, none.reason());
    }
    Outcome.Undecided undecided = (Outcome.Undecided) outcome;
    return CheckResult.undecided(rule, Verdict.INCONCLUSIVE, duration, undecided.reason());
  }
}
