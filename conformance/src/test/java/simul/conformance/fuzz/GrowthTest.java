package simul.conformance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simul.conformance.verdict.Observation;

/** When what a process takes, look by look and in MiB, counts as growing without bound. */
class GrowthTest {
  private static List<Long> found(Growth growth, String mebibytes) {
    List<Long> found = new ArrayList<>();
    Stream.of(mebibytes.split(" "))
        .map(text -> growth.look(Long.parseLong(text) << 20))
        .forEach(
            finding ->
                finding.ifPresent(f -> found.add(((Observation.Grown) f.actual()).mebibytes())));
    return found;
  }

  @ParameterizedTest
  @CsvSource({
    "5 50 52 54 56, false",
    "5 50 52 54 56 58, true",
    "5 50 60 70 80 80, false",
    "5 50 60 70 80 81 90 100 110, false",
    "50 40 30 20 10 5, false",
    "5 5 5 5 5 7 9 11 13, true"
  })
  void growsWhenEveryLookShowsMore(String mebibytes, boolean grows) {
    assertThat(found(new Growth(), mebibytes)).hasSize(grows ? 1 : 0);
  }

  @Test
  void saysByHowMuch() {
    assertThat(found(new Growth(), "5 50 52 54 56 60")).containsExactly(10L);
  }

  @Test
  void anotherProcessBeginsAnew() {
    Growth growth = new Growth();
    List<Long> before = found(growth, "5 50 52 54 56");

    growth.restart();

    assertThat(before).isEmpty();
    assertThat(found(growth, "58 60 62 64 66")).isEmpty();
  }
}
