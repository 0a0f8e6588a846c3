package simul.bots.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Thresholds on windows of some seconds, and on seconds in which the bots themselves were late. */
class WindowTest {
  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1_000_000_000;
  private static final GeneratorSecond PUNCTUAL = new GeneratorSecond(20, 1, 0);
  private static final GeneratorSecond LATE = new GeneratorSecond(90, 120, 100);

  private final Tally tally = new Tally();
  private final List<Second> seconds = new ArrayList<>();

  /** A second in which every tenth of it a move is due that takes so long to be answered. */
  private void second(int responseMillis, GeneratorSecond generator) {
    long start = seconds.size() * SECOND;
    if (start == 0) {
      tally.begin(0, 0);
    }
    for (int move = 0; move < 10; move++) {
      long due = start + move * SECOND / 10;
      tally.asked(1, due);
      tally.sent(due);
      tally.answered(due);
      tally.told(due, due, due + responseMillis * MILLI);
    }
    seconds.add(tally.second(seconds.size(), Second.Part.PLAY, 1, 0, generator));
  }

  private SwarmResult result() {
    int late = (int) seconds.stream().filter(second -> second.generator().isLate()).count();
    return new SwarmResult(
        "nio",
        1,
        Duration.ofSeconds(seconds.size()),
        Duration.ZERO,
        Duration.ofSeconds(seconds.size()),
        new SwarmResult.Clients(1, 1, 0, 0, 10),
        new SwarmResult.Absences(0, 0),
        tally.moves(),
        new SwarmResult.Sights(1, 1),
        tally.times(),
        0,
        List.of(),
        new Errors(0, 0, 0, 0, 0),
        new GeneratorHealth(1, 2.5, late),
        seconds,
        List.of());
  }

  @ParameterizedTest
  @CsvSource({
    // the whole is 10, 10, 10, 200, 200, 10, 10, 10
    "response.p50 > 10.1ms, MET",
    "response.p50[8s] > 10.1ms, MET",
    "response.p50[2s] > 10.1ms, BROKEN",
    "response.p50[3s] > 199ms, BROKEN",
    "response.p50[4s] > 199ms, MET",
    "response.p50[2s] < 11ms, BROKEN",
    "response.max[1s] < 10ms, MET",
    "service.p99[1s] > 199ms, BROKEN",
    "response.p99[9s] > 1s, UNMEASURED",
    "propagation.p99[1s] > 1s, UNMEASURED",
    "rate[2s] < 10, MET",
    "rate[2s] < 10.1/s, BROKEN",
    "moves.answered[3s] > 29, BROKEN",
    "violations[1s] > 0, MET",
    "generator.lag[1s] > 1ms, MET",
  })
  void anyWindowMayBreakThreshold(String expression, Threshold.Outcome outcome) {
    for (int millis : new int[] {10, 10, 10, 200, 200, 10, 10, 10}) {
      second(millis, PUNCTUAL);
    }

    assertThat(Threshold.parse(expression).outcome(result())).isEqualTo(outcome);
  }

  @Test
  void worstWindowIsTheActualOne() {
    second(10, PUNCTUAL);
    second(50, PUNCTUAL);
    second(30, PUNCTUAL);

    OptionalDouble worst = Threshold.parse("response.max[1s] > 1s").actual(result());

    assertThat(worst.orElseThrow()).isCloseTo(50, within(0.1));
  }

  @Test
  void secondsInWhichTheBotsWereLateAreLeftOut() {
    second(10, PUNCTUAL);
    second(200, LATE);
    second(12, PUNCTUAL);

    Threshold threshold = Threshold.parse("response.max > 100ms");

    assertThat(threshold.outcome(result())).isEqualTo(Threshold.Outcome.MET);
    assertThat(threshold.leavesOut(result())).isTrue();
    assertThat(threshold.actual(result()).orElseThrow()).isCloseTo(12, within(0.1));
    assertThat(result().times().response().max()).isCloseTo(200, within(0.2));
  }

  @Test
  void moveThatWasDueInLateSecondIsLeftOutWhenItIsAnsweredLater() {
    second(10, PUNCTUAL);
    second(10, LATE);
    tally.told(SECOND + SECOND / 2, SECOND + SECOND / 2, 2 * SECOND + SECOND / 2);
    second(12, PUNCTUAL);

    assertThat(Threshold.parse("response.max > 100ms").outcome(result()))
        .isEqualTo(Threshold.Outcome.MET);
    assertThat(result().times().response().max()).isCloseTo(1000, within(1.0));
  }

  @Test
  void whatLatenessDidNotMakeTooLargeIsMetThoughAllIsInDoubt() {
    second(10, LATE);

    assertThat(Threshold.parse("response.max > 100ms").outcome(result()))
        .isEqualTo(Threshold.Outcome.MET);
    assertThat(Threshold.parse("response.max > 5ms").outcome(result()))
        .isEqualTo(Threshold.Outcome.UNMEASURED);
    assertThat(Threshold.parse("response.max < 100ms").outcome(result()))
        .isEqualTo(Threshold.Outcome.UNMEASURED);
    assertThat(Threshold.parse("rate < 100").outcome(result())).isEqualTo(Threshold.Outcome.BROKEN);
  }

  @Test
  void windowOfLateSecondsAloneIsPassedOver() {
    second(10, PUNCTUAL);
    second(200, LATE);
    second(10, PUNCTUAL);

    assertThat(Threshold.parse("response.max[1s] > 100ms").outcome(result()))
        .isEqualTo(Threshold.Outcome.MET);
  }

  @Test
  void mergedSecondsAreTheWholeToTheLastDigit() {
    for (int second = 0; second < 20; second++) {
      second(3 + second * second, PUNCTUAL);
    }

    Percentiles merged =
        Distribution.merged(seconds.stream().map(second -> second.times().response()).toList());

    assertThat(merged).isEqualTo(tally.times().response());
  }

  @Test
  void windowOfViolationsDoesNotStandForAllOfThem() {
    second(10, PUNCTUAL);

    assertThat(Judgement.of(result(), List.of(Threshold.parse("violations[1s] > 5"))).thresholds())
        .contains(Threshold.NO_VIOLATIONS);
  }
}
