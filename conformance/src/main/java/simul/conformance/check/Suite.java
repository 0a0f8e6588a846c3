package simul.conformance.check;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import simul.conformance.probe.Probes;
import simul.conformance.probe.TargetUnreachable;
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

  private final Plan plan;
  private final Listener listener;
  private final TargetHost host;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final List<CheckResult> results = new ArrayList<>();
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
  }

  /**
   * What to run.
   *
   * @param patience how long an answer may take; measured when empty
   */
  public record Plan(
      Protocol protocol,
      InetSocketAddress target,
      List<Check> checks,
      long seed,
      Optional<Duration> patience) {
    public Plan {
      checks = List.copyOf(checks);
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
   * Runs all.
   *
   * @throws TargetUnreachable when not even one client can join
   */
  public SuiteResult run() throws TargetUnreachable {
    long start = System.nanoTime();
    Duration first = plan.patience().orElse(FIRST_PATIENCE);
    Target target = new Target(plan.protocol(), plan.target(), first);
    Handshake.Result handshake = new Handshake(target, plan.patience()).run();
    listener.started(handshake.patience());
    Optional<Outcome.Prevented> met = handshake.finding().map(this::explained);
    met.ifPresent(this::report);
    Target measured = target.withPatience(handshake.patience());
    for (Check check : plan.checks()) {
      if (isStopped()) {
        interrupted(check.rule());
      } else if (handshake.admitted()) {
        run(check, measured);
      } else {
        prevented(check.rule(), met.orElseThrow());
      }
    }
    tellLoss(measured);
    return new SuiteResult(
        plan.protocol().spec().name(),
        Probes.describe(plan.target()),
        plan.seed(),
        handshake.patience(),
        Duration.ofNanos(System.nanoTime() - start),
        results);
  }

  /** Ends the run soon: what has no result yet is INCONCLUSIVE. */
  public void stop() {
    stopped.countDown();
  }

  private boolean isStopped() {
    return stopped.getCount() == 0;
  }

  private boolean isStopped(TargetHost.State state) {
    try {
      return isStopped() || state.isLost() && stopped.await(NEWS.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop();
      return true;
    }
  }

  private Outcome.Prevented explained(Outcome.Prevented finding) {
    TargetHost.State state = host.state(FIRST_PATIENCE);
    lossIsTold = state.isLost();
    return Autopsy.preventedBy(finding, state);
  }

  /** One go at a check, and how it left the target. */
  private record Attempt(Outcome outcome, TargetHost.State state, Duration duration) {
    boolean foundTargetLost() {
      return Autopsy.neverBegan(outcome) && state.isLost();
    }
  }

  private void run(Check check, Target measured) {
    try {
      tellLoss(measured);
      Attempt attempt = attempt(check, measured);
      if (attempt.foundTargetLost() && !isStopped(attempt.state)) {
        // It was lost to what came before: that is said, and the check gets another target.
        report(Autopsy.preventedBy(attempt.outcome, attempt.state));
        lossIsTold = true;
        attempt = attempt(check, measured);
      }
      if (isStopped(attempt.state)) {
        interrupted(check.rule());
      } else {
        ended(check.rule(), attempt);
      }
    } catch (TargetUnreachable e) {
      withoutTarget(check.rule(), e.getMessage());
    }
  }

  private Attempt attempt(Check check, Target measured) throws TargetUnreachable {
    Target target = measured.withAddress(host.readyFor(check.rule()));
    long start = System.nanoTime();
    Outcome outcome = perform(check, target);
    Duration doubt = Autopsy.isDoubtful(outcome) ? measured.patience() : Duration.ZERO;
    TargetHost.State state = host.state(doubt);
    return new Attempt(outcome, state, Duration.ofNanos(System.nanoTime() - start));
  }

  private Outcome perform(Check check, Target target) {
    try {
      // Each check has randomness of its own, so that --only meets the same bytes as a whole run.
      long seed = plan.seed() ^ 0x9E3779B97F4A7C15L * check.ruleId().hashCode();
      return check.body().run(target, new SplittableRandom(seed));
    } catch (RuntimeException e) {
      listener.defect(check.rule(), e);
      return new Outcome.Undecided("a defect of this program: " + e);
    }
  }

  private void ended(Rule rule, Attempt attempt) {
    Outcome outcome = attempt.outcome;
    lossIsTold = attempt.state.isLost();
    if (Autopsy.neverBegan(outcome)) {
      prevented(rule, Autopsy.preventedBy(outcome, attempt.state));
    } else if (attempt.state instanceof TargetHost.Ended end && Autopsy.isToBlame(outcome)) {
      add(CheckResult.fail(rule, attempt.duration, Autopsy.unexpected(end.exit())));
    } else {
      lossIsTold = outcome instanceof Outcome.Broke;
      Outcome told = Autopsy.explained(outcome, attempt.state);
      add(saved(told, result(rule, told, attempt.duration)));
    }
  }

  /**
   * A target that was lost while no check ran, or to one that cannot tell, is a finding as well.
   */
  private void tellLoss(Target measured) {
    TargetHost.State state = host.state(Duration.ZERO);
    if (state.isLost() && !lossIsTold && !isStopped(state)) {
      report(Autopsy.lost(state, measured.patience()));
    }
    lossIsTold = state.isLost();
  }

  private void interrupted(Rule rule) {
    add(
        CheckResult.undecided(
            rule, Verdict.INCONCLUSIVE, Duration.ZERO, "the run was interrupted"));
  }

  /** There is no target any more; that it was lost has been said, unless it went for no reason. */
  private void withoutTarget(Rule rule, String reason) {
    boolean said = results.stream().anyMatch(result -> result.verdict() == Verdict.FAIL);
    Verdict verdict = said ? Verdict.SKIPPED : Verdict.INCONCLUSIVE;
    add(CheckResult.undecided(rule, verdict, Duration.ZERO, reason));
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
      Rule broken = RuleCatalogue.get(finding.ruleId());
      add(CheckResult.fail(broken, Duration.ZERO, finding.finding()));
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
      return CheckResult.fail(rule, duration, broke.finding());
    }
    if (outcome instanceof Outcome.Prevented prevented) {
      Rule broken = RuleCatalogue.get(prevented.ruleId());
      return CheckResult.fail(broken, duration, prevented.finding());
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
