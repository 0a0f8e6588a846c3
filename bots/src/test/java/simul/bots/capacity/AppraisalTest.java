package simul.bots.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import simul.bots.capacity.Outcome.Ruling;
import simul.bots.measure.Errors;
import simul.bots.measure.GeneratorHealth;
import simul.bots.measure.GeneratorSecond;
import simul.bots.measure.Percentiles;
import simul.bots.measure.Second;
import simul.bots.measure.SecondTimes;
import simul.bots.measure.SwarmResult;
import simul.bots.measure.Threshold;
import simul.bots.measure.Times;

/** Whose fault it is that a step did not hold. */
class AppraisalTest {
  private static final Percentiles NONE = new Percentiles(0, 0, 0, 0, 0, 0);
  private static final Errors NO_ERRORS = new Errors(0, 0, 0, 0, 0);

  private final Appraisal appraisal = new Appraisal(Threshold.parse("response.p99 < 100ms"));

  private static SwarmResult result(
      int admitted, long answered, double p99, int lateSeconds, long violations, Errors errors) {
    List<Second> seconds = new ArrayList<>();
    for (int number = 0; number < 4; number++) {
      double lag = number < lateSeconds ? 50 : 1;
      seconds.add(
          new Second(
              number,
              Second.Part.PLAY,
              admitted,
              100,
              answered / 4,
              NONE,
              0,
              new GeneratorSecond(80, lag, 0),
              SecondTimes.NONE));
    }
    return new SwarmResult(
        "nio",
        1,
        Duration.ofSeconds(4),
        Duration.ZERO,
        Duration.ofSeconds(4),
        new SwarmResult.Clients(10, admitted, 10 - admitted, 0, 10),
        new SwarmResult.Absences(0, 0),
        new SwarmResult.Moves(400, 400, answered, 0),
        new SwarmResult.Sights(400, 400),
        new Times(NONE, new Percentiles(answered, 1, 2, p99, p99, p99), NONE, NONE),
        violations,
        List.of(),
        errors,
        new GeneratorHealth(80, 50, lateSeconds),
        seconds,
        List.of());
  }

  private Outcome of(SwarmResult result) {
    return appraisal.of(result, Axis.RATE, 10, 100);
  }

  @Test
  void loadThatIsAnsweredInTimeHeld() {
    assertThat(of(result(10, 400, 99, 0, 0, NO_ERRORS)))
        .isEqualTo(new Outcome(Ruling.HELD, 100, ""));
  }

  @Test
  void slowAnswersOfPunctualBotsAreTheTargets() {
    assertThat(of(result(10, 400, 143, 0, 0, NO_ERRORS)))
        .isEqualTo(new Outcome(Ruling.TARGET, 100, "response.p99 is 143.00 ms"));
  }

  @Test
  void missingAnswersOfPunctualBotsAreTheTargets() {
    assertThat(of(result(10, 300, 50, 0, 0, NO_ERRORS)))
        .isEqualTo(new Outcome(Ruling.TARGET, 75, "75 of 100 moves a second were answered"));
  }

  @Test
  void slowAnswersOfLateBotsAreTheirOwn() {
    assertThat(of(result(10, 400, 143, 3, 0, NO_ERRORS)))
        .isEqualTo(
            new Outcome(
                Ruling.GENERATOR,
                100,
                "the bots themselves were late in 3 of 4 s, at most by 50 ms, with 80 % of a core"));
  }

  @Test
  void missingAnswersOfLateBotsAreTheirOwn() {
    assertThat(of(result(10, 300, 50, 4, 0, NO_ERRORS)).ruling()).isEqualTo(Ruling.GENERATOR);
  }

  @Test
  void lateBotsThatWereAnsweredInTimeHoldAllTheSame() {
    assertThat(of(result(10, 400, 60, 4, 0, NO_ERRORS)).ruling()).isEqualTo(Ruling.HELD);
  }

  @Test
  void brokenRulesAndLostConnectionsAreTheTargets() {
    assertThat(of(result(10, 400, 5, 0, 7, NO_ERRORS)))
        .isEqualTo(new Outcome(Ruling.TARGET, 100, "rules were broken: 7"));
    assertThat(of(result(10, 400, 5, 0, 0, new Errors(0, 2, 1, 0, 0))))
        .isEqualTo(new Outcome(Ruling.TARGET, 100, "connections failed: 3"));
  }

  @Test
  void socketsThatThisMachineLacksAreItsOwn() {
    assertThat(of(result(7, 280, 5, 0, 0, new Errors(0, 0, 0, 0, 3))))
        .isEqualTo(new Outcome(Ruling.GENERATOR, 70, "only 7 of 10 bots got in"));
    assertThat(of(result(7, 280, 5, 0, 0, NO_ERRORS)).ruling()).isEqualTo(Ruling.TARGET);
  }
}
