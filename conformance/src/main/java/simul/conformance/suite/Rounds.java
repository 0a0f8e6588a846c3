package simul.conformance.suite;

import java.time.Duration;
import simul.conformance.check.Check;
import simul.conformance.script.Outcome;

/**
 * Checks that do something very often: the same check again and again, as often as makes up the
 * whole. A server that takes its time over each is not asked for all of it.
 */
final class Rounds {
  /** For all rounds after the first, whatever the effort. */
  private static final Duration TIME = Duration.ofSeconds(10);

  private Rounds() {}

  /**
   * A check in rounds.
   *
   * @param normal how many there are; one when it has to be quick, five times as many when thorough
   */
  static Check of(int normal, Check round) {
    return new Check(
        round.ruleId(),
        (target, random) -> {
          long start = System.nanoTime();
          Outcome outcome = round.body().run(target, random);
          for (int i = 1;
              i < target.effort().of(1, normal, 5 * normal)
                  && outcome instanceof Outcome.Held
                  && System.nanoTime() - start < TIME.toNanos();
              i++) {
            outcome = round.body().run(target, random);
          }
          return outcome;
        });
  }
}
