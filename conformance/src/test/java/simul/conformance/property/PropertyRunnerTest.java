package simul.conformance.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import org.junit.jupiter.api.Test;
import simul.conformance.odd.Servers;
import simul.conformance.property.PropertyRunner.Budget;
import simul.conformance.script.Outcome;
import simul.conformance.script.Script;
import simul.conformance.script.Target;
import simul.conformance.verdict.Evidence;
import simul.conformance.verdict.Expectation;
import simul.conformance.verdict.Finding;
import simul.conformance.verdict.Observation;
import simul.conformance.verdict.Stimulus;

/** The search by itself: samples are lists of numbers, and a predicate stands for the target. */
class PropertyRunnerTest {
  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final Target TARGET = new Target(Servers.HOMEWORK3, Servers.anyPort(), PATIENCE);
  private static final Budget BUDGET = new Budget(50, 1000, Duration.ofSeconds(10));
  private static final Outcome HELD = new Outcome.Held(Evidence.PROVEN);

  private final List<List<Integer>> tried = new ArrayList<>();

  /** A failure that carries its sample as the segments of a script. */
  private static Outcome broke(List<Integer> sample) {
    Script.Builder script = new Script.Builder(1);
    sample.forEach(number -> script.send(0, new byte[] {number.byteValue()}));
    Finding finding =
        new Finding(
            new Stimulus(List.of(), Evidence.PROVEN),
            new Expectation.StaysConnected(),
            new Observation.Unreachable("a"),
            new byte[0],
            Optional.empty(),
            Optional.empty());
    return new Outcome.Broke(finding, script.build());
  }

  private static BiFunction<Target, List<Integer>, Outcome> failing(
      Predicate<List<Integer>> condition) {
    return (target, sample) -> condition.test(sample) ? broke(sample) : HELD;
  }

  private Outcome run(
      BiFunction<Target, List<Integer>, Outcome> trial,
      List<List<Integer>> simplest,
      Budget budget,
      long seed) {
    PropertyRunner<List<Integer>> runner =
        new PropertyRunner<>(
            () -> Arbitraries.integers().between(0, 100).list().ofMinSize(1).ofMaxSize(12),
            (target, sample) -> {
              tried.add(sample);
              return trial.apply(target, sample);
            },
            simplest,
            budget);
    return runner.run(TARGET, seed);
  }

  @Test
  void holdsWhenEverySampleHolds() {
    Outcome outcome = run(failing(sample -> false), List.of(), BUDGET, 1);

    assertThat(outcome).isEqualTo(HELD);
    assertThat(tried).hasSize(50);
  }

  @Test
  void evidenceIsThatOfTheWeakestSample() {
    Outcome outcome =
        run(
            (target, sample) ->
                new Outcome.Held(tried.size() == 20 ? Evidence.ASSUMED : Evidence.PROVEN),
            List.of(),
            BUDGET,
            1);

    assertThat(outcome).isEqualTo(new Outcome.Held(Evidence.ASSUMED));
  }

  @Test
  void sameSeedTriesSameSamples() {
    Outcome first = run(failing(sample -> false), List.of(), BUDGET, 5);
    List<List<Integer>> samples = List.copyOf(tried);
    tried.clear();
    Outcome second = run(failing(sample -> false), List.of(), BUDGET, 5);

    assertThat(first).isEqualTo(second);
    assertThat(tried).isEqualTo(samples);

    tried.clear();
    Outcome third = run(failing(sample -> false), List.of(), BUDGET, 6);

    assertThat(third).isEqualTo(first);
    assertThat(tried).isNotEqualTo(samples);
  }

  @Test
  void shrinksToTheSmallestSampleThatFails() {
    Outcome outcome =
        run(
            failing(sample -> sample.stream().filter(number -> number >= 17).count() >= 2),
            List.of(),
            BUDGET,
            1);

    assertThat(outcome).isEqualTo(broke(List.of(17, 17)));
  }

  @Test
  void triesTheSimplestSamplesFirstOnceOneHasFailed() {
    List<Integer> simple = List.of(1, 2);

    Outcome outcome =
        run(
            failing(sample -> sample.size() > 1),
            List.of(List.of(3), simple, List.of(1, 2, 3)),
            BUDGET,
            1);

    assertThat(outcome).isEqualTo(broke(simple));
    assertThat(tried.subList(tried.size() - 2, tried.size())).containsExactly(List.of(3), simple);
  }

  @Test
  void reportsTheFirstFailureWhenNoSmallerOneFailsWithFullPatience() {
    List<List<Integer>> failed = new ArrayList<>();

    Outcome outcome =
        run(
            (target, sample) -> {
              boolean hasty = target.patience().compareTo(PATIENCE) < 0;
              boolean first = !hasty && failed.isEmpty() && sample.size() > 2;
              if (first) {
                failed.add(sample);
              }
              return hasty || first ? broke(sample) : HELD;
            },
            List.of(),
            BUDGET,
            1);

    assertThat(failed).hasSize(1);
    assertThat(outcome).isEqualTo(broke(failed.get(0)));
  }

  @Test
  void searchForSmallerOnesHasBudgets() {
    Budget fewTries = new Budget(50, 7, Duration.ofSeconds(10));
    Budget noTime = new Budget(50, 1000, Duration.ZERO);

    Outcome afterFew = run(failing(sample -> sample.size() > 3), List.of(), fewTries, 1);
    int triesOfFew = tried.size();
    tried.clear();
    Outcome afterNone = run(failing(sample -> sample.size() > 3), List.of(), noTime, 1);

    assertThat(List.of(afterFew, afterNone)).allMatch(Outcome.Broke.class::isInstance);
    assertThat(triesOfFew - tried.size()).isBetween(1, 7 + 3);
  }

  @Test
  void whatIsNeitherHeldNorBrokenEndsTheSearch() {
    Outcome unreachable = new Outcome.Unreachable("nobody listens there");

    Outcome outcome =
        run((target, sample) -> tried.size() < 3 ? HELD : unreachable, List.of(), BUDGET, 1);

    assertThat(outcome).isEqualTo(unreachable);
    assertThat(tried).hasSize(3);
  }
}
