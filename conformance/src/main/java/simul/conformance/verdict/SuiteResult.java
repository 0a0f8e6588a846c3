package simul.conformance.verdict;

import java.time.Duration;
import java.util.List;
import simul.spec.rule.Level;

/**
 * How a whole run ended.
 *
 * @param target {@code host:port}
 * @param patience how long an answer may take before its absence counts
 */
public record SuiteResult(
    String spec,
    String target,
    long seed,
    Duration patience,
    Duration duration,
    List<CheckResult> checks) {
  public SuiteResult {
    checks = List.copyOf(checks);
  }

  /** FAIL when a MUST was broken; else INCONCLUSIVE when one is undecided; else PASS. */
  public Verdict verdict() {
    if (anyMust(Verdict.FAIL)) {
      return Verdict.FAIL;
    }
    return anyMust(Verdict.INCONCLUSIVE) ? Verdict.INCONCLUSIVE : Verdict.PASS;
  }

  private boolean anyMust(Verdict verdict) {
    return checks.stream()
        .anyMatch(check -> check.rule().level() == Level.MUST && check.verdict() == verdict);
  }

  /** How many checks ended so. */
  public long count(Verdict verdict) {
    return checks.stream().filter(check -> check.verdict() == verdict).count();
  }
}
