package simul.ci.markbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import simul.conformance.explain.Language;
import simul.spec.yaml.Reader;

class GradescopeResultsTest {
  private static String json(Graded graded, Optional<BigDecimal> scale) {
    return GradescopeResults.of(graded, Language.ENGLISH, scale);
  }

  @Test
  void fileReadsAsDesigned() throws Exception {
    Golden.assertIs("gradescope.json", json(GradedSample.mixed(), Optional.empty()));
    Golden.assertIs("gradescope-10.json", json(GradedSample.mixed(), Optional.of(BigDecimal.TEN)));
  }

  @Test
  void whatThereIsToEarnAddsUpToTheAssignmentsPoints() {
    Reader plain = Json.read(json(GradedSample.whole(), Optional.empty()));
    Reader scaled = Json.read(json(GradedSample.whole(), Optional.of(BigDecimal.TEN)));

    assertThat(Json.sum(plain, "tests", "max_score")).isEqualByComparingTo("40");
    assertThat(Json.sum(scaled, "tests", "max_score")).isEqualByComparingTo("10");
    assertThat(Json.number(scaled, "score")).isEqualByComparingTo("10.63");
  }

  @Test
  void hiddenPartIsHiddenAndNothingOfItIsSaidElsewhere() {
    Reader file = Json.read(json(GradedSample.mixed(), Optional.empty()));
    List<String> hidden =
        file.list("tests").stream()
            .filter(test -> test.text("visibility").get().equals("hidden"))
            .map(test -> test.text("name").get())
            .toList();
    List<String> shown =
        file.list("tests").stream()
            .filter(test -> test.text("visibility").get().equals("visible"))
            .map(test -> test.text("output").get())
            .toList();

    assertThat(hidden).containsExactly("Bad input");
    assertThat(shown).hasSize(6).noneMatch(output -> output.contains("BAD-"));
    assertThat(file.text("output").get()).doesNotContain("BAD-");
  }

  @Test
  void statusIsThatOfTheRequirements() {
    Reader file = Json.read(json(GradedSample.mixed(), Optional.of(BigDecimal.valueOf(7))));

    assertThat(file.list("tests").stream().map(test -> test.text("status").get()))
        .containsExactly("failed", "failed", "failed", "passed", "failed", "passed", "failed");
  }

  @Test
  void fileIsThereFromTheStart() throws Exception {
    String json =
        GradescopeResults.unfinished(
            GradedSample.rubric(), Language.ENGLISH, Optional.empty(), "1.0");

    Golden.assertIs("gradescope-unfinished.json", json);
    assertThat(Json.sum(Json.read(json), "tests", "max_score")).isEqualByComparingTo("40");
  }
}
