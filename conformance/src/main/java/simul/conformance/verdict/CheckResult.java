package simul.conformance.verdict;

import java.time.Duration;
import java.util.Optional;
import simul.spec.rule.Rule;

/**
 * How one check ended.
 *
 * @param evidence how it is known that the stimulus was cut as meant
 * @param finding present when the verdict is FAIL
 * @param reason present when the verdict is INCONCLUSIVE or SKIPPED: one clause
 * @param transcript what passed before the finding showed, if it was recorded
 */
public record CheckResult(
    Rule rule,
    Verdict verdict,
    Duration duration,
    Evidence evidence,
    Optional<Finding> finding,
    Optional<String> reason,
    Optional<Transcript> transcript) {

  private CheckResult(
      Rule rule,
      Verdict verdict,
      Duration duration,
      Evidence evidence,
      Optional<Finding> finding,
      Optional<String> reason) {
    this(rule, verdict, duration, evidence, finding, reason, Optional.empty());
  }

  /** A check that held. */
  public static CheckResult pass(Rule rule, Duration duration, Evidence evidence) {
    return new CheckResult(
        rule, Verdict.PASS, duration, evidence, Optional.empty(), Optional.empty());
  }

  /** A check that found the rule broken. */
  public static CheckResult fail(Rule rule, Duration duration, Finding finding) {
    return new CheckResult(
        rule,
        Verdict.FAIL,
        duration,
        finding.sent().evidence(),
        Optional.of(finding),
        Optional.empty());
  }

  /** A check that could not decide, or was not run. */
  public static CheckResult undecided(
      Rule rule, Verdict verdict, Duration duration, String reason) {
    return new CheckResult(
        rule, verdict, duration, Evidence.ASSUMED, Optional.empty(), Optional.of(reason));
  }

  /** Whether it says that this rule is broken. */
  public boolean isFailureOf(String ruleId) {
    return verdict == Verdict.FAIL && rule.id().equals(ruleId);
  }

  /** The same, its finding to be replayed from that file. */
  public CheckResult withReplay(String file) {
    return new CheckResult(
        rule,
        verdict,
        duration,
        evidence,
        finding.map(f -> f.withReplay(file)),
        reason,
        transcript);
  }

  /** The same, with what passed before its finding showed. */
  public CheckResult withTranscript(Transcript passed) {
    return new CheckResult(rule, verdict, duration, evidence, finding, reason, Optional.of(passed));
  }
}
