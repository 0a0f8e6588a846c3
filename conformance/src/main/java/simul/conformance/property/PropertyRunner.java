package simul.conformance.property;

import java.time.Duration;
import java.util.Iterator;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.sessions.JqwikSession;
import simul.conformance.script.Outcome;
import simul.conformance.script.Target;
import simul.conformance.verdict.Evidence;

/**
 * Tries random samples on a target until one makes it break a rule, then looks for a smaller one
 * that still does. The same seed tries the same samples. What is reported has been seen with full
 * patience; the steps of the search go by a shorter one, or a silent target would cost minutes.
 *
 * @param <T> a sample
 */
public final class PropertyRunner<T> {
  /** Sizes of generated lists follow from it; jqwik's own default. */
  private static final int GENERATION_SIZE = 1000;

  /** In the search for a smaller sample, how long silence is believed in. */
  private static final Duration SEARCH_PATIENCE = Duration.ofMillis(300);

  private final Supplier<Arbitrary<T>> samples;
  private final BiFunction<Target, T, Outcome> trial;
  private final Budget budget;

  /**
   * A property.
   *
   * @param samples made within a session of jqwik, so a supplier
   * @param trial tries one sample
   */
  public PropertyRunner(
      Supplier<Arbitrary<T>> samples, BiFunction<Target, T, Outcome> trial, Budget budget) {
    this.samples = samples;
    this.trial = trial;
    this.budget = budget;
  }

  /**
   * How much may be spent.
   *
   * @param tries samples for a target that breaks nothing
   * @param shrinkTries smaller samples, once one has failed
   * @param shrinkTime for all of those together
   */
  public record Budget(int tries, int shrinkTries, Duration shrinkTime) {}

  /** How it ends: the first failure, made small, or what all tries have in common. */
  public Outcome run(Target target, long seed) {
    Outcome[] outcome = new Outcome[1];
    JqwikSession.run(() -> outcome[0] = search(target, new Random(seed)));
    return outcome[0];
  }

  private Outcome search(Target target, Random random) {
    RandomGenerator<T> generator = samples.get().generator(GENERATION_SIZE);
    Evidence evidence = Evidence.PROVEN;
    for (int i = 0; i < budget.tries(); i++) {
      Shrinkable<T> sample = generator.next(random);
      Outcome outcome = trial.apply(target, sample.value());
      if (outcome instanceof Outcome.Broke broke) {
        return shrink(target, sample, broke);
      }
      if (!(outcome instanceof Outcome.Held held)) {
        return outcome;
      }
      evidence = evidence.and(held.evidence());
    }
    return new Outcome.Held(evidence);
  }

  /** Takes the first smaller sample that fails too, as long as there is one and time is left. */
  private Outcome shrink(Target target, Shrinkable<T> failed, Outcome.Broke first) {
    long start = System.nanoTime();
    Target hasty = target.withPatience(shorter(target.patience()));
    Shrinkable<T> smallest = failed;
    Outcome.Broke best = first;
    int tries = 0;
    Iterator<Shrinkable<T>> candidates = smallest.shrink().iterator();
    while (candidates.hasNext()
        && tries++ < budget.shrinkTries()
        && System.nanoTime() - start < budget.shrinkTime().toNanos()) {
      Shrinkable<T> candidate = candidates.next();
      if (trial.apply(hasty, candidate.value()) instanceof Outcome.Broke) {
        // Believed only when it fails with full patience as well.
        if (trial.apply(target, candidate.value()) instanceof Outcome.Broke broke) {
          smallest = candidate;
          best = broke;
          candidates = smallest.shrink().iterator();
        }
      }
    }
    return best;
  }

  private static Duration shorter(Duration patience) {
    return patience.compareTo(SEARCH_PATIENCE) < 0 ? patience : SEARCH_PATIENCE;
  }
}
