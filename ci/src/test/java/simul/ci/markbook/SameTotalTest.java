package simul.ci.markbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import simul.conformance.explain.Language;
import simul.spec.yaml.Reader;

/** Whoever reads the marks reads the same. */
class SameTotalTest {
  private static final List<Graded> ALL =
      List.of(
          GradedSample.mixed(),
          GradedSample.whole(),
          GradedSample.unbuilt(),
          GradedSample.hostile(GradedSample.HOSTILE));

  @TestFactory
  Stream<DynamicTest> everyFileHasTheSameTotal() {
    return ALL.stream()
        .flatMap(
            graded ->
                Stream.of(Optional.<BigDecimal>empty(), Optional.of(BigDecimal.valueOf(7)))
                    .map(
                        scale ->
                            DynamicTest.dynamicTest(
                                graded.marks().points() + " to " + scale,
                                () -> assertSame(graded, scale))));
  }

  private static void assertSame(Graded graded, Optional<BigDecimal> scale) {
    BigDecimal total =
        scale
            .map(
                to ->
                    graded
                        .marks()
                        .points()
                        .multiply(to)
                        .divide(graded.marks().most(), 2, java.math.RoundingMode.HALF_UP))
            .orElse(graded.marks().points());

    Reader gradescope = Json.read(GradescopeResults.of(graded, Language.ENGLISH, scale));
    assertThat(Json.number(gradescope, "score")).isEqualByComparingTo(total);
    assertThat(Json.sum(gradescope, "tests", "score")).isEqualByComparingTo(total);

    String line = ClassroomResult.output(graded, Language.ENGLISH, scale).strip();
    byte[] json = Base64.getDecoder().decode(line.substring("result=".length()));
    Reader classroom = Json.read(new String(json, StandardCharsets.UTF_8));
    assertThat(Json.sum(classroom, "tests", "score")).isEqualByComparingTo(total);

    Reader scores = Json.read(AutolabScores.line(graded, scale)).map("scores");
    BigDecimal sum =
        scores.entries().keySet().stream()
            .map(name -> Json.number(scores, name))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(sum).isEqualByComparingTo(total);

    if (scale.isEmpty()) {
      String points = Words.points(total);
      assertThat(MarksJUnitXml.of(graded, Language.ENGLISH))
          .contains("<property name=\"points\" value=\"" + points + "\"/>");
      assertThat(JobSummary.of(List.of(graded), Language.ENGLISH))
          .contains("**" + points + " of 40 points**");
      List<String> annotations = Annotations.of(graded, Language.ENGLISH);
      assertThat(annotations.get(annotations.size() - 1))
          .startsWith("::notice title=" + points + " of 40 points::");
      assertThat(MarksCsv.of(graded.rubric(), List.of(graded), Language.ENGLISH))
          .contains("," + points + ",");
      assertThat(StudentText.of(graded, Language.ENGLISH))
          .contains("\n" + points + " of 40 points\n");
      assertThat(StudentPage.of(graded, Language.ENGLISH)).contains(points + " of 40 points</h1>");
    }
  }
}
