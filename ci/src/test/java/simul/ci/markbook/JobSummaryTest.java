package simul.ci.markbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simul.conformance.explain.Language;

class JobSummaryTest {
  @Test
  void summaryReadsAsDesigned() throws Exception {
    Golden.assertIs("summary.md", JobSummary.of(List.of(GradedSample.mixed()), Language.ENGLISH));
  }

  @Test
  void severalSubmissionsHaveTableBeforeEach() {
    String summary =
        JobSummary.of(List.of(GradedSample.mixed(), GradedSample.whole()), Language.ENGLISH);

    assertThat(summary.lines().limit(4))
        .containsExactly(
            "| file | points | undecided |",
            "| --- | ---: | ---: |",
            "| 01 2026000007 Kim | 42.5 | 0 |",
            "| 01 2026000123 홍길동 | 18.5 | 3.33 |");
  }

  @ParameterizedTest
  @CsvSource({
    "<b>x</b>, '&#60;b&#62;x&#60;&#47;b&#62;'",
    "a|b, a&#124;b",
    "[x](y), &#91;x&#93;&#40;y&#41;",
    "*x*_y_, &#42;x&#42;&#95;y&#95;",
    "&amp;, &#38;amp&#59;",
    "www.x.y, www&#46;x.y",
    "홍길동 1.5, 홍길동 1.5"
  })
  void markdownOfOthersIsPlainText(String text, String escaped) {
    assertThat(JobSummary.escape(text)).isEqualTo(escaped);
  }

  @Test
  void submissionCannotMakeMarkup() {
    String summary =
        JobSummary.of(List.of(GradedSample.hostile(GradedSample.HOSTILE)), Language.ENGLISH);

    assertThat(summary)
        .contains("&#60;script&#62;")
        .doesNotContain("<script", "`x`", "\n::", "\r", "\u001b");
  }

  @Test
  void summaryFitsIntoWhatTheRunnerTakes() {
    String summary =
        JobSummary.of(Collections.nCopies(3000, GradedSample.mixed()), Language.ENGLISH);

    assertThat(summary.getBytes(StandardCharsets.UTF_8).length).isBetween(900_000, 1 << 20);
    assertThat(summary).endsWith("The rest does not fit here.\n");
  }

  @Test
  void hiddenPartShowsItsPointsAlone() {
    String summary = JobSummary.of(List.of(GradedSample.mixed()), Language.ENGLISH);

    assertThat(summary).contains("| Bad input | 2.5 | 5 |").doesNotContain("BAD-", "BAD&#45;");
  }
}
