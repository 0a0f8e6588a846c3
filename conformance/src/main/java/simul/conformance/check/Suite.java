package simul.conformance.check;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import simul.conformance.probe.Probes;
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
 * INCONCLUSIVE and listed; the others still run.
 */
public final class Suite {
  /** Until the target has been measured: the least patience that it gets anyway. */
  private static final Duration FIRST_PATIENCE = Duration.ofSeconds(2);

  private final Plan plan;
  private final Listener listener;
  private final List<CheckResult> results = new ArrayList<>();

  public Suite(Plan plan, Listener listener) {
    this.plan = plan;
    this.listener = listener;
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
    handshake.finding().ifPresent(this::report);
    Target measured = target.withPatience(handshake.patience());
    for (Check check : plan.checks()) {
      if (handshake.admitted()) {
        run(check, measured);
      } else {
        prevented(check.rule(), handshake.finding().orElseThrow());
      }
    }
    return new SuiteResult(
        plan.protocol().spec().name(),
        Probes.describe(plan.target()),
        plan.seed(),
        handshake.patience(),
        Duration.ofNanos(System.nanoTime() - start),
        results);
  }

  private void run(Check check, Target target) {
    long start = System.nanoTime();
    Outcome outcome;
    try {
      // Each check has randomness of its own, so that --only meets the same bytes as a whole run.
      long seed = plan.seed() ^ 0x9E3779B97F4A7C15L * check.ruleId().hashCode();
      outcome = check.body().run(target, new SplittableRandom(seed));
    } catch (RuntimeException e) {
      listener.defect(check.rule(), e);
      outcome = new Outcome.Undecided("a defect of this program: " + e);
    }
    Rule rule = check.rule();
    if (outcome instanceof Outcome.Prevented prevented) {
      prevented(rule, prevented);
    } else if (outcome instanceof Outcome.Unreachable) {
      prevented(rule, Gathering.gone());
    } else {
      Duration duration = Duration.ofNanos(System.nanoTime() - start);
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
