package simul.bots.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdTest {
  private static final Percentiles NONE = new Percentiles(0, 0, 0, 0, 0, 0);

  private static final SwarmResult RESULT =
      result(0, 200, new Percentiles(200, 1, 2, 50, 60.5, 70));

  private static SwarmResult result(long violations, long answered, Percentiles response) {
    return new SwarmResult(
        "nio",
        1,
        Duration.ofSeconds(2),
        Duration.ZERO,
        Duration.ofSeconds(2),
        new SwarmResult.Clients(10, 10, 0, 0, 10),
        new SwarmResult.Absences(0, 0),
        new SwarmResult.Moves(200, 200, answered, 0),
        new SwarmResult.Sights(2000, 1990),
        new Times(NONE, response, NONE, NONE),
        violations,
        List.of(),
        new Errors(0, 2, 1, 0, 0),
        new GeneratorHealth(1, 2.5, 0),
        List.of(),
        List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "response.p99 > 50ms, MET",
    "response.p99 >= 50ms, BROKEN",
    "response.p99 < 50ms, MET",
    "response.p99 <= 0.05s, BROKEN",
    "response.p99.9>60499us, BROKEN",
    "response.max > 1s, MET",
    "response.p50  <  1001us, BROKEN",
    "service.p50 > 1ms, UNMEASURED",
    "reach < 1, BROKEN",
    "reach < 99.5%, MET",
    "reach < 0.9951, BROKEN",
    "rate < 100, MET",
    "rate < 101/s, BROKEN",
    "violations > 0, MET",
    "errors > 2, BROKEN",
    "errors.closed > 1, MET",
    "clients.admitted < 11, BROKEN",
    "generator.lag > 2ms, BROKEN",
  })
  void holdsOrNot(String expression, Threshold.Outcome outcome) {
    assertThat(Threshold.parse(expression).outcome(RESULT)).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          response.p99         | 'response.p99' is not a metric, a comparison (> >= < <=) and a number, as in 'response.p99 > 50ms', 'reach < 1' or 'violations > 0'
          response.p99 = 5ms   | 'response.p99 = 5ms' is not a metric, a comparison (> >= < <=) and a number, as in 'response.p99 > 50ms', 'reach < 1' or 'violations > 0'
          reach < -1           | 'reach < -1' is not a metric, a comparison (> >= < <=) and a number, as in 'response.p99 > 50ms', 'reach < 1' or 'violations > 0'
          response.p99 > 50    | response.p99 is a time, in us, ms or s, but its bound has no unit
          response.p99 > 50min | response.p99 is a time, in us, ms or s, but its bound is in 'min'
          reach < 99           | reach is a share, from 0 to 1 or from 0% to 100%, but its bound is 99.0
          reach < 1ms          | reach is a share, a plain number or in %, but its bound is in 'ms'
          violations > 0%      | violations is a count, a plain number, but its bound is in '%'
          response.p99[] > 5ms | response.p99[]: a window is of whole seconds from 1s to 99999s, as in 'response.p99[10s]'
          rate[0s] < 5         | rate[0s]: a window is of whole seconds from 1s to 99999s, as in 'rate[10s]'
          rate[500ms] < 5      | rate[500ms]: a window is of whole seconds from 1s to 99999s, as in 'rate[10s]'
          join.p99[10s] > 5ms  | join.p99 has no windows: response, service, propagation, rate, moves.sent, moves.answered, violations and generator.lag have
          rate < 5ms           | rate is a rate, a plain number or in /s, but its bound is in 'ms'
          """)
  void saysWhatIsWrong(String expression, String message) {
    assertThatThrownBy(() -> Threshold.parse(expression))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void namesTheMetricsThatThereAre() {
    assertThatThrownBy(() -> Threshold.parse("respons.p99 > 50ms"))
        .hasMessage(
            "no metric 'respons.p99': there are " + Metric.NAMES + "; did you mean response.p99?");
    assertThat(Metric.names())
        .allMatch(
            name ->
                Metric.NAMES.contains(name)
                    || Metric.NAMES.contains(name.substring(0, name.indexOf('.')))
                        && Metric.NAMES.contains(name.substring(name.indexOf('.'))));
  }

  @Test
  void violationsCountUnlessAnotherThresholdIsOnThem() {
    SwarmResult three = result(3, 200, NONE);

    assertThat(Judgement.of(three, List.of(Threshold.parse("reach < 0.5"))).verdict())
        .isEqualTo(SwarmResult.Verdict.FAIL);
    assertThat(Judgement.of(three, List.of(Threshold.parse("violations > 3"))).verdict())
        .isEqualTo(SwarmResult.Verdict.PASS);
  }

  @Test
  void whatWasNotMeasuredIsUndecided() {
    Threshold service = Threshold.parse("service.p99 > 1s");

    assertThat(Judgement.of(RESULT, List.of(service)).verdict())
        .isEqualTo(SwarmResult.Verdict.INCONCLUSIVE);
    assertThat(Judgement.of(result(0, 0, NONE), List.of()).verdict())
        .isEqualTo(SwarmResult.Verdict.INCONCLUSIVE);
  }
}
