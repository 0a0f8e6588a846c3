package simul.ci.markbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simul.ci.grade.Findings;
import simul.ci.grade.Findings.Checked;
import simul.ci.grade.Findings.ModelFound;
import simul.conformance.explain.Language;
import simul.conformance.verdict.Verdict;
import simul.spec.rule.Rule;
import simul.spec.rule.RuleCatalogue;

class AnnotationsTest {
  private static List<String> of(Graded graded) {
    return Annotations.of(graded, Language.ENGLISH);
  }

  @Test
  void commandsReadAsDesigned() throws Exception {
    Golden.assertIs("annotations.txt", String.join("\n", of(GradedSample.mixed())) + "\n");
  }

  @Test
  void errorOfTheBuildPointsToItsPlace() {
    assertThat(of(GradedSample.unbuilt()).get(0))
        .isEqualTo(
            "::error file=Server.cpp,line=17,title=simul build::"
                + "Server.cpp:17:5: error: expected ';'");
  }

  @Test
  void thereAreNeverMoreOfKindThanAreShown() {
    List<Checked> checks = new ArrayList<>();
    RuleCatalogue.all().stream()
        .map(Rule::id)
        .filter(id -> id.startsWith("JOIN-00") || id.startsWith("FRAME-"))
        .forEach(id -> checks.add(new Checked(id, Verdict.FAIL, 1, java.util.Optional.empty())));
    Findings findings =
        GradedSample.findings(
            checks, new ModelFound(java.util.Optional.empty(), false, List.of()), 0);

    List<String> lines = of(GradedSample.graded("x.zip", java.util.Optional.empty(), findings));

    assertThat(lines.stream().filter(line -> line.startsWith("::error"))).hasSize(10);
    assertThat(lines)
        .anyMatch(line -> line.matches("::error title=simul grade::\\d+ more, see .*"));
  }

  /** As GitHub's runner reads a line: a command of the new kind, or an old one anywhere in it. */
  private static boolean isOurs(String line) {
    return line.matches("::(error|warning|notice) [^:]*::.*") && !line.contains("##[");
  }

  @Test
  void submissionCannotForgeCommand() {
    for (String text :
        List.of(
            GradedSample.HOSTILE,
            "a.cpp:3: x\n::set-env name=PATH::/tmp",
            "##[set-env name=PATH]/tmp",
            "a,b=c%0A::error::x:1: y",
            "\u2028::error::x\u0085::error::x")) {
      List<String> lines = of(GradedSample.hostile(text));

      assertThat(lines).isNotEmpty().allMatch(AnnotationsTest::isOurs);
      assertThat(String.join("", lines).chars().noneMatch(Character::isISOControl)).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({"100 %, 100 %25", "a%0Ab, a%250Ab", "##[error]x, # #[error]x", "a::b, a::b"})
  void textOfCommandIsEscaped(String text, String escaped) {
    assertThat(Annotations.data(text)).isEqualTo(escaped);
  }

  @Test
  void hiddenPartIsNotTalkedOf() {
    assertThat(of(GradedSample.mixed())).noneMatch(line -> line.contains("BAD-"));
  }
}
