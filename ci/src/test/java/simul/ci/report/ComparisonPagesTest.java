package simul.ci.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import simul.ci.compare.Comparison;
import simul.ci.compare.Samples;
import simul.conformance.explain.Language;

class ComparisonPagesTest {

  @Test
  void markdownHasEachFigureInBothLanguages() {
    String page = ComparisonMarkdown.of(Samples.comparison());

    assertThat(page.lines())
        .contains(
            "# The lecture's I/O models, and what they cost",
            "## 강의의 I/O 모델과 그 비용",
            "## 1,000 clients",
            "### 클라이언트 1,000개",
            "| iocp | I/O Completion Port | 12,000 | 0.25 | 1.50 | 26.0 | 3.9 | 5 | 0.5 |",
            "- thread, 400 of 1,000 clients served: no more <threads>");
    assertThat(page.lines().filter(line -> line.startsWith("| iocp |"))).hasSize(6);
  }

  @Test
  void pageSaysThatTheMachineWasBusy() {
    Comparison quiet = Samples.comparison();
    Comparison busy =
        new Comparison(2, 9.5, quiet.jdk(), quiet.sizes(), quiet.took(), quiet.figures());

    assertThat(ComparisonMarkdown.of(busy)).contains("(load 9.5 before the run)", "부하 9.5");
    assertThat(ComparisonMarkdown.of(quiet)).doesNotContain("before the run", "부하");
  }

  @Test
  void htmlHasPlotForEachColumnAndIsWellFormed() throws Exception {
    String page = ComparisonHtml.of(Samples.comparison(), Language.ENGLISH);

    assertThat(page).contains("no more &lt;threads&gt;").doesNotContain("no more <threads>");
    assertThat(page.split("<svg ", -1)).hasSize(7);
    for (String part : page.split("(?=<svg )|(?<=</svg>)")) {
      if (part.startsWith("<svg ")) {
        String root =
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(part)))
                .getDocumentElement()
                .getTagName();
        assertThat(root).isEqualTo("svg");
      }
    }
  }

  @Test
  void jsonHasWhatWasMeasuredAndWhatWasNot() {
    String json = ComparisonJson.of(Samples.comparison(), "1");

    assertThat(json)
        .contains("\"model\": \"iocp\"", "\"cpuMicrosPerMove\": 26.0")
        .contains("\"missing\": \"no more <threads>\"");
  }
}
