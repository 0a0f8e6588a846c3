package simul.ci.markbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AutolabScoresTest {
  @Test
  void lineReadsAsDesigned() {
    assertThat(AutolabScores.line(GradedSample.mixed(), Optional.empty()))
        .isEqualTo(
            "{\"scores\": {\"joining\": 6.67, \"reassembly\": 3.33, \"secret\": 2.5, \"play\": 5,"
                + " \"io-model\": 0, \"streams\": 2.5, \"deductions\": -1.5}}");
  }

  @Test
  void problemsAreTheSameForEverybody() {
    assertThat(problems(GradedSample.mixed()))
        .isEqualTo(problems(GradedSample.whole()))
        .isEqualTo(problems(GradedSample.unbuilt()));
  }

  private static java.util.Set<String> problems(Graded graded) {
    String line = AutolabScores.line(graded, Optional.of(BigDecimal.TEN));
    assertThat(line).doesNotContain("\n");
    return Json.read(line).map("scores").entries().keySet();
  }
}
