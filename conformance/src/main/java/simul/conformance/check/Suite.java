package simul.conformance.check;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.Collectors;
import simul.conformance.probe.BoundedRecorder;
import simul.conformance.probe.Probes;
import simul.conformance.probe.Recorder;
import simul.conformance.probe.TargetUnreachable;
import simul.conformance.script.Gathering;
import simul.conformance.script.Outcome;
import simul.conformance.script.Script;
import simul.conformance.script.Target;
import simul.conformance.verdict.CheckResult;
import simul.conformance.verdict.SuiteResult;
import simul.conformance.verdict.Verdict;
import simul.spec.meaning.Protocol;
import simul.spec.rule.Rule;
import simul.spec.rule.RuleCatalogue;

/**
 * One run of checks, one after the other, against one target. A check that our own defect ends is
 * INCONCLUSIVE and listed; the others still run. One thread runs it, any other may stop it.
 */
public final class Suite {
  /** Until the target has been measured: the least patience that it gets anyway. */
  private static final Duration FIRST_PATIENCE = Duration.ofSeconds(2);

  /** What the first client is called where checks are called by their rule's ID. */
  public static final String HANDSHAKE = "handshake";

  private static final String INTERRUPTED = "the run was interrupted";

  private final Plan plan;
  private final Listener listener;
  private final List<CheckResult> results = new ArrayList<>();
  private final long start = System.nanoTime();
  private Duration patience;
  private Thread runner;
  private boolean stopped;

  public Suite(Plan plan, Listener listener) {
    this.plan = plan;
    this.listener = listener;
    this.patience = plan.patience().orElse(FIRST_PATIENCE);
  }

  /**
   * What to run.
   *
   * @param patience how long an answer may take; measured when empty
   * @param recorders who hears of all that the probes of a check do, by the check's ID; those of
   *     the first client go by {@link #HANDSHAKE}
   */
  public record Plan(
      Protocol protocol,
      InetSocketAddress target,
      List<Check> checks,
      long seed,
      Optional<Duration> patience,
      Function<String, Recorder> recorders) {
    public Plan {
      checks = List.copyOf(checks);
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
    begin();
    try {
      checkAll();
    } catch (CancellationException e) {
      // The first client was interrupted.
      stop();
    } catch (TargetUnreachable e) {
      if (!isStopped()) {
        throw e;
      }
    } finally {
      end();
    }
    return isStopped() ? resultWith(Verdict.INCONCLUSIVE, INTERRUPTED) : resultSoFar();
  }

  private synchronized void begin() {
    runner = Thread.currentThread();
  }

  private synchronized void end() {
    runner = null;
    if (stopped) {
      // What ended the waits must not end the writing of reports.
      Thread.interrupted();
    }
  }

  /** Ends the run soon: the check that runs now, and all that are still to come, stay undecided. */
  public synchronized void stop() {
    stopped = true;
    if (runner != null) {
      runner.interrupt();
    }
  }

  private synchronized boolean isStopped() {
    return stopped;
  }

  /** What is known: checks that have not ended are SKIPPED. For the thread that runs it. */
  public SuiteResult resultSoFar() {
    return resultWith(Verdict.SKIPPED, "not run");
  }

  /** What there is to say when there is no target: nothing is decided. */
  public SuiteResult resultWithoutTarget(String reason) {
    return resultWith(Verdict.INCONCLUSIVE, reason);
  }

  private SuiteResult resultWith(Verdict others, String reason) {
    List<CheckResult> all = new ArrayList<>(results);
    Set<Rule> ended = results.stream().map(CheckResult::rule).collect(Collectors.toSet());
    plan.checks().stream()
        .map(Check::rule)
        .filter(rule -> !ended.contains(rule))
        .forEach(rule -> all.add(CheckResult.undecided(rule, others, Duration.ZERO, reason)));
    return new SuiteResult(
        plan.protocol().spec().name(),
        Probes.describe(plan.target()),
        plan.seed(),
        patience,
        Duration.ofNanos(System.nanoTime() - start),
        all);
  }

  private void checkAll() throws TargetUnreachable {
    if (isStopped()) {
      return;
    }
    Target target = new Target(plan.protocol(), plan.target(), patience);
    BoundedRecorder recorder = new BoundedRecorder();
    Handshake.Result handshake =
        new Handshake(recorded(target, HANDSHAKE, recorder), plan.patience()).run();
    patience = handshake.patience();
    listener.started(handshake.patience());
    Optional<Outcome.Prevented> met =
        handshake.finding().map(finding -> finding.shownBy(recorder.transcript()));
    met.ifPresent(this::report);
    Target measured = target.withPatience(handshake.patience());
    for (Check check : plan.checks()) {
      if (isStopped()) {
        return;
      } else if (handshake.admitted()) {
        run(check, measured);
      } else {
        prevented(check.rule(), met.orElseThrow());
      }
    }
  }

  private Target recorded(Target target, String id, BoundedRecorder recorder) {
    return target.recordedBy(plan.recorders().apply(id)).recordedBy(recorder);
  }

  private void run(Check check, Target measured) {
    long begun = System.nanoTime();
    BoundedRecorder recorder = new BoundedRecorder();
    Target target = recorded(measured, check.ruleId(), recorder);
    Outcome outcome;
    try {
      // Each check has randomness of its own, so that --only meets the same bytes as a whole run.
      long seed = plan.seed() ^ 0x9E3779B97F4A7C15L * check.ruleId().hashCode();
      outcome = check.body().run(target, new SplittableRandom(seed));
    } catch (CancellationException e) {
      stop();
      return;
    } catch (RuntimeException e) {
      if (!isStopped()) {
        listener.defect(check.rule(), e);
      }
      outcome = new Outcome.Undecided("a defect of this program: " + e);
    }
    if (isStopped()) {
      // An interrupted connection looks like a refused one.
      return;
    }
    outcome = outcome.shownBy(recorder.transcript());
    Rule rule = check.rule();
    if (outcome instanceof Outcome.Prevented prevented) {
      prevented(rule, prevented);
    } else if (outcome instanceof Outcome.Unreachable) {
      prevented(rule, Gathering.gone().shownBy(recorder.transcript()));
    } else {
      Duration duration = Duration.ofNanos(System.nanoTime() - begun);
      add(saved(outcome, result(rule, outcome, duration)));
    }
  }

  private void add(CheckResult result) {
    results.add(result);
    listener.ended(result);
  }

  /** Another rule was broken before the check could begin. */
  private void prevented(Rule rule, Outcome.Prevented by) {
    report(by);
    String reason = "it could not begin, see " + by.ruleId();
    add(CheckResult.undecided(rule, Verdict.SKIPPED, Duration.ZERO, reason));
  }

  /** A rule that was broken beside the checks: that is said once. */
  private void report(Outcome.Prevented finding) {
    if (results.stream().noneMatch(result -> result.isFailureOf(finding.ruleId()))) {
      add(result(RuleCatalogue.get(finding.ruleId()), finding, Duration.ZERO));
    }
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
