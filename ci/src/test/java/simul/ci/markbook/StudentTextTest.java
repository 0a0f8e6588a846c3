package simul.ci.markbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import simul.conformance.explain.Language;

class StudentTextTest {
  @Test
  void textReadsAsDesigned() throws Exception {
    Golden.assertIs("student.txt", StudentText.of(GradedSample.mixed(), Language.ENGLISH));
    Golden.assertIs("student_ko.txt", StudentText.of(GradedSample.mixed(), Language.KOREAN));
  }

  @Test
  void whatWasNotBuiltSaysWhy() throws Exception {
    Golden.assertIs("unbuilt.txt", StudentText.of(GradedSample.unbuilt(), Language.ENGLISH));
  }

  @Test
  void hiddenPartShowsItsPointsAlone() {
    String text = StudentText.of(GradedSample.mixed(), Language.ENGLISH);

    assertThat(text).contains("2.5 / 5", "Bad input").doesNotContain("BAD-00");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void nothingThatSubmissionChoseMovesCursorOrBreaksLine(Language language) {
    String text = StudentText.of(GradedSample.hostile(GradedSample.HOSTILE), language);

    assertThat(text).contains("forged").doesNotContain("\u202e");
    assertThat(text.chars().filter(c -> c != '\n').noneMatch(Character::isISOControl)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "::error::forged",
        " \t::set-env name=PATH::forged",
        "x\n::error::forged",
        "a ##[error]forged",
        "##vso[task.complete]forged",
        "##teamcity[forged]"
      })
  void logThatItIsPrintedToTakesNothingForCommand(String forged) {
    String text = StudentText.of(GradedSample.hostile(forged), Language.ENGLISH);

    assertThat(text).contains("forged");
    assertThat(text.lines().map(String::strip))
        .noneMatch(line -> line.startsWith("::"))
        .noneMatch(line -> line.matches(".*##\\w*\\[.*"));
  }
}
