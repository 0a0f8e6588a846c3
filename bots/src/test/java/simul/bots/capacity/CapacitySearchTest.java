package simul.bots.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simul.bots.capacity.Outcome.Ruling;
import simul.bots.capacity.Trial.Purpose;

/** The search against a model of a target, for which the right answer is known. */
class CapacitySearchTest {
  private final List<Trial> trials = new ArrayList<>();

  /** A target that bears so much, tried by bots that can make so much. */
  private record Model(double target, double generator) {
    Outcome tried(Trial trial) {
      if (trial.load() > generator) {
        return new Outcome(Ruling.GENERATOR, generator, "bots late");
      }
      return trial.load() > target
          ? new Outcome(Ruling.TARGET, 0.9 * target, "p99 too long")
          : new Outcome(Ruling.HELD, trial.load(), "");
    }
  }

  private Capacity search(CapacitySearch search, UnaryOperator<Outcome> disturbed, Model model) {
    for (Optional<Trial> trial = search.next(); trial.isPresent(); trial = search.next()) {
      trials.add(trial.get());
      search.record(disturbed.apply(model.tried(trial.get())));
    }
    return search.found();
  }

  private Capacity search(double first, double most, Model model) {
    return search(new CapacitySearch(first, most, false), UnaryOperator.identity(), model);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 10, 11, 19.99, 20, 317, 4_096, 77_777, 99_000})
  void findsWhatTheTargetBears(double bears) {
    Capacity found = search(10, 100_000, new Model(bears, 1e9));

    assertThat(found.load()).isBetween(bears / 1.04, bears);
    assertThat(found.limit()).isEqualTo(Capacity.Limit.TARGET);
    assertThat(found.reason()).isEqualTo("p99 too long");
    assertThat(found.recovered()).isTrue();
    assertThat(found.confirmed()).isTrue();
    assertThat(trials).hasSizeLessThan(40);
  }

  @Test
  void comesDownAndConfirmsAtTheEnd() {
    search(10, 100_000, new Model(1_000, 1e9));

    assertThat(trials).extracting(Trial::purpose).startsWith(Purpose.UP, Purpose.UP);
    assertThat(trials.get(trials.size() - 2).purpose()).isEqualTo(Purpose.DOWN);
    assertThat(trials.get(trials.size() - 1).purpose()).isEqualTo(Purpose.CONFIRM);
  }

  @ParameterizedTest
  @ValueSource(doubles = {50, 700, 90_000})
  void limitOfTheBotsIsNeverTheTargets(double bots) {
    Capacity found = search(10, 100_000, new Model(1e9, bots));

    assertThat(found.limit()).isEqualTo(Capacity.Limit.GENERATOR);
    assertThat(found.load()).isBetween(bots / 1.04, bots);
    assertThat(found.reason()).isEqualTo("bots late");
  }

  @Test
  void failureThatOnceWasTheBotsIsNotTheTargets() {
    int[] failures = {0};
    UnaryOperator<Outcome> everyOther =
        outcome ->
            !outcome.held() && failures[0]++ % 2 == 0
                ? new Outcome(Ruling.GENERATOR, outcome.achieved(), "bots late")
                : outcome;

    Capacity found =
        search(new CapacitySearch(10, 100_000, false), everyOther, new Model(1_000, 1e9));

    assertThat(found.limit()).isEqualTo(Capacity.Limit.GENERATOR);
    assertThat(found.reason()).isEqualTo("bots late");
  }

  @Test
  void saysWhenNothingWasTooMuch() {
    Capacity found = search(10, 5_000, new Model(1e9, 1e9));

    assertThat(found.load()).isEqualTo(5_000);
    assertThat(found.limit()).isEqualTo(Capacity.Limit.MOST);
    assertThat(found.confirmed()).isTrue();
  }

  @Test
  void saysWhenEverythingIsTooMuch() {
    Capacity found = search(10, 5_000, new Model(0, 1e9));

    assertThat(found.load()).isZero();
    assertThat(found.limit()).isEqualTo(Capacity.Limit.TARGET);
    assertThat(found.confirmed()).isFalse();
  }

  @Test
  void threeSearchesAmongSpikesAgreeWithinTenPercent() {
    for (int seed = 0; seed < 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      UnaryOperator<Outcome> spikes =
          outcome ->
              outcome.held() && random.nextInt(10) == 0
                  ? new Outcome(Ruling.TARGET, outcome.achieved() / 2, "a spike")
                  : outcome;

      Capacity found = search(new CapacitySearch(10, 1e6, false), spikes, new Model(12_345, 1e9));

      // Only a spike twice in a row is taken for the edge: once in a hundred steps.
      if (found.load() < 12_345 * 0.9) {
        assertThat(found.reason()).isEqualTo("a spike");
      } else {
        assertThat(found.load()).isCloseTo(12_345, within(0.1 * 12_345));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 9, 10, 11, 63, 64, 999})
  void wholeNumbersAreFoundToTheLast(int bears) {
    Capacity found =
        search(
            new CapacitySearch(10, 1_000, true), UnaryOperator.identity(), new Model(bears, 1e9));

    assertThat(found.load()).isBetween(Math.floor(bears / 1.04), (double) bears);
    assertThat(trials).allMatch(trial -> trial.load() == Math.rint(trial.load()));
  }

  @Test
  void targetThatDoesNotRecoverIsSaidToHaveNot() {
    boolean[] dead = {false};
    CapacitySearch search = new CapacitySearch(10, 1_000, false);
    for (Optional<Trial> trial = search.next(); trial.isPresent(); trial = search.next()) {
      Trial now = trial.get();
      dead[0] |= now.purpose() == Purpose.DOWN;
      boolean held = !dead[0] && now.load() <= 100;
      search.record(
          new Outcome(held ? Ruling.HELD : Ruling.TARGET, now.load(), held ? "" : "too slow"));
    }

    assertThat(search.found().recovered()).isFalse();
    assertThat(search.found().confirmed()).isFalse();
  }
}
