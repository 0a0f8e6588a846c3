package simul.conformance.property;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
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

  /** In the search for a smaller sample, silence is believed in after this part of patience. */
  private static final int HASTE = 8;

  /** How many of the smallest samples are tried with full patience before the first one is kept. */
  private static final int CONFIRMATIONS = 3;

  private final Supplier<Arbitrary<T>> samples;
  private final BiFunction<Target, T, Outcome> trial;
  private final List<T> simplest;
  private final Budget budget;

  /**
   * A property.
   *
   * @param samples made within a session of jqwik, so a supplier
   * @param trial tries one sample
   * @param simplest the smallest samples there are, smallest first: once a sample has failed these
   *     are tried before any general search, for the common mistakes fail one of them
   */
  public PropertyRunner(
      Supplier<Arbitrary<T>> samples,
      BiFunction<Target, T, Outcome> trial,
      List<T> simplest,
      Budget budget) {
    this.samples = samples;
    this.trial = trial;
    this.simplest = List.copyOf(simplest);
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
    try (JqwikTurns turns = JqwikTurns.begin()) {
      return search(target, new Random(seed), turns);
    }
  }

  private Outcome search(Target target, Random random, JqwikTurns turns) {
    RandomGenerator<T> generator = turns.take(() -> samples.get().generator(GENERATION_SIZE));
    Evidence evidence = Evidence.PROVEN;
    for (int i = 0; i < budget.tries(); i++) {
      Shrinkable<T> sample = turns.take(() -> generator.next(random));
      Outcome outcome = tried(target, sample, turns);
      if (outcome instanceof Outcome.Broke broke) {
        return firstOfSimplest(target).orElseGet(() -> shrink(target, sample, broke, turns));
      }
      if (!(outcome instanceof Outcome.Held held)) {
        return outcome;
      }
      evidence = evidence.and(held.evidence());
    }
    return new Outcome.Held(evidence);
  }

  private Outcome tried(Target target, Shrinkable<T> sample, JqwikTurns turns) {
    return trial.apply(target, turns.take(sample::value));
  }

  private Optional<Outcome> firstOfSimplest(Target target) {
    return simplest.stream()
        .map(sample -> trial.apply(target, sample))
        .filter(Outcome.Broke.class::isInstance)
        .findFirst();
  }

  /**
   * Takes the first smaller sample that fails too, as long as there is one and budget is left. The
   * search is hasty; the smallest sample that then fails with full patience counts.
   */
  private Outcome shrink(
      Target target, Shrinkable<T> failed, Outcome.Broke first, JqwikTurns turns) {
    long start = System.nanoTime();
    Target hasty = target.withPatience(target.patience().dividedBy(HASTE));
    Deque<Shrinkable<T>> failing = new ArrayDeque<>();
    Iterator<Shrinkable<T>> candidates = turns.take(() -> failed.shrink().iterator());
    for (int tries = 0;
        tries < budget.shrinkTries()
            && System.nanoTime() - start < budget.shrinkTime().toNanos()
            && turns.take(candidates::hasNext);
        tries++) {
      Shrinkable<T> candidate = turns.take(candidates::next);
      if (tried(hasty, candidate, turns) instanceof Outcome.Broke) {
        failing.push(candidate);
        candidates = turns.take(() -> candidate.shrink().iterator());
      }
    }
    return failing.stream()
        .limit(CONFIRMATIONS)
        .map(candidate -> tried(target, candidate, turns))
        .filter(Outcome.Broke.class::isInstance)
        .findFirst()
        .orElse(first);
  }
}
