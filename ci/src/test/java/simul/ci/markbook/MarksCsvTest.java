package simul.ci.markbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import simul.conformance.explain.Language;

class MarksCsvTest {
  private static final List<Graded> CLASS =
      List.of(GradedSample.unbuilt(), GradedSample.mixed(), GradedSample.whole());

  private static String csv(Language language) {
    return MarksCsv.of(GradedSample.rubric(), CLASS, language);
  }

  @Test
  void tableReadsAsDesigned() throws Exception {
    // The golden file would lose its line ends: git and editors take them for what they like.
    Golden.assertIs("marks.csv.txt", csv(Language.ENGLISH).replace("\r\n", "\n"));
  }

  @Test
  void excelTakesItForUtf8WithWindowsLineEnds() {
    String csv = csv(Language.KOREAN);
    byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);

    assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF);
    assertThat(csv).startsWith("\uFEFF분반,학번,이름,파일,점수,미판정,만점,").endsWith("\r\n").contains("홍길동");
    assertThat(csv.replace("\r\n", "")).doesNotContain("\r", "\n");
  }

  @Test
  void classIsInTheOrderOfItsNumbersAndWhoIsUnknownComesLast() {
    assertThat(csv(Language.ENGLISH).lines().skip(1).map(line -> line.split(",")[1]))
        .containsExactly("2026000007", "2026000123", "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "＝1",
        " =1",
        "\t=1",
        "\rx",
        "\nx",
        "\u200b=1",
        "\0=1"
      })
  void whatWouldBeFormulaIsText(String text) {
    assertThat(MarksCsv.cell(text)).startsWith("'");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          2026000123, 2026000123
          `a,b`, `"a,b"`
          a;b, `"a;b"`
          `say "x"`, `"say ""x""\"`
          `=a,"b`, `"'=a,""b"`
          홍길동, 홍길동
          """)
  void cellsAreQuotedWhereTheyHaveToBe(String text, String cell) {
    assertThat(MarksCsv.cell(text)).isEqualTo(cell);
  }

  @Test
  void hostileSubmissionIsOneLine() {
    String csv =
        MarksCsv.of(
            GradedSample.rubric(),
            List.of(GradedSample.hostile(GradedSample.HOSTILE)),
            Language.ENGLISH);

    assertThat(csv.split("\r\n")).hasSize(2);
  }
}
