package simul.conformance.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import simul.conformance.probe.Probes;
import simul.conformance.script.Outcome;
import simul.conformance.verdict.CheckResult;
import simul.conformance.verdict.SuiteResult;
import simul.conformance.verdict.Verdict;
import simul.spec.rule.Rule;
import simul.spec.rule.RuleCatalogue;

/** The results of a run in the order in which they come; its listener hears of each. One thread. */
final class Results {
  private final Suite.Plan plan;
  private final Suite.Listener listener;
  private final List<CheckResult> known = new ArrayList<>();
  private final long start = System.nanoTime();
  private Duration patience;

  /**
   * None yet.
   *
   * @param patience until the target has been measured
   */
  Results(Suite.Plan plan, Suite.Listener listener, Duration patience) {
    this.plan = plan;
    this.listener = listener;
    this.patience = patience;
  }

  /** The target serves, and how patient the run will be. */
  void began(Duration measured) {
    patience = measured;
    listener.started(measured);
  }

  void add(CheckResult result) {
    known.add(result);
    listener.ended(result);
  }

  /** Another rule was broken before the check could begin. */
  void prevented(Rule rule, Outcome.Prevented by) {
    report(by);
    String reason = "it could not begin, see " + by.ruleId();
    add(CheckResult.undecided(rule, Verdict.SKIPPED, Duration.ZERO, reason));
  }

  /** How often a check of this rule has ended. */
  long count(String ruleId) {
    return known.stream().filter(result -> result.rule().id().equals(ruleId)).count();
  }

  /** A rule that was broken beside the checks: that is said once. */
  void report(Outcome.Prevented finding) {
    if (known.stream().noneMatch(result -> result.isFailureOf(finding.ruleId()))) {
      add(Suite.result(RuleCatalogue.get(finding.ruleId()), finding, Duration.ZERO));
    }
  }

  /** There is no target any more; that it was lost has been said, unless it went for no reason. */
  void withoutTarget(Rule rule, String reason) {
    boolean said = known.stream().anyMatch(result -> result.verdict() == Verdict.FAIL);
    Verdict verdict = said ? Verdict.SKIPPED : Verdict.INCONCLUSIVE;
    add(CheckResult.undecided(rule, verdict, Duration.ZERO, reason));
  }

  /** No check will end any more: what has no result yet is INCONCLUSIVE. */
  void endOthers(String reason) {
    others(Verdict.INCONCLUSIVE, reason).forEach(this::add);
  }

  /** What is known, and of every check that has not ended the same verdict. */
  SuiteResult with(Verdict ofOthers, String reason) {
    List<CheckResult> all = new ArrayList<>(known);
    all.addAll(others(ofOthers, reason));
    return new SuiteResult(
        plan.protocol().spec().name(),
        Probes.describe(plan.target()),
        plan.seed(),
        patience,
        Duration.ofNanos(System.nanoTime() - start),
        all);
  }

  private List<CheckResult> others(Verdict verdict, String reason) {
    Set<Rule> ended = known.stream().map(CheckResult::rule).collect(Collectors.toSet());
    return plan.checks().stream()
        .map(Check::rule)
        .filter(rule -> !ended.contains(rule))
        .map(rule -> CheckResult.undecided(rule, verdict, Duration.ZERO, reason))
        .toList();
  }
}
