package simul.conformance.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simul.spec.rule.Level;
import simul.spec.rule.Rule;

class SuiteResultTest {
  /** Checks as LEVEL:VERDICT, and what they make together. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                | PASS",
        "MUST:PASS                         | PASS",
        "MUST:PASS MUST:FAIL               | FAIL",
        "MUST:INCONCLUSIVE MUST:FAIL       | FAIL",
        "MUST:PASS MUST:INCONCLUSIVE       | INCONCLUSIVE",
        "MUST:PASS MUST:SKIPPED            | PASS",
        "MUST:PASS SHOULD:FAIL             | PASS",
        "MUST:PASS MAY:FAIL                | PASS",
        "MUST:PASS SHOULD:INCONCLUSIVE     | PASS",
      })
  void verdictFollowsFromWhatMustHold(String checks, Verdict verdict) {
    SuiteResult result = result(checks);

    assertThat(result.verdict()).isEqualTo(verdict);
    assertThat(result.count(Verdict.FAIL)).isEqualTo(checks.split("FAIL", -1).length - 1);
  }

  private static SuiteResult result(String checks) {
    List<CheckResult> results =
        Stream.of(checks.split(" "))
            .filter(check -> !check.isEmpty())
            .map(check -> check.split(":"))
            .map(check -> result(Level.valueOf(check[0]), Verdict.valueOf(check[1])))
            .toList();
    return new SuiteResult("homework3", "here", 1, Duration.ZERO, Duration.ZERO, results);
  }

  private static CheckResult result(Level level, Verdict verdict) {
    Rule rule = new Rule("X-001", level, 1, "it holds", "성립한다");
    return CheckResult.undecided(rule, verdict, Duration.ZERO, "for the test");
  }
}
