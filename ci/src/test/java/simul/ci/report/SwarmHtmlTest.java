package simul.ci.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import simul.bots.measure.GeneratorSecond;
import simul.bots.measure.Second;
import simul.bots.measure.Violation;
import simul.conformance.explain.Language;

class SwarmHtmlTest {
  private static final String HOSTILE =
      "<script>alert(1)</script><img src=x onerror=alert(2)> \"' onload='x' </pre></style>\0";

  private static String english(SwarmReport report) {
    return SwarmHtml.of(report, Language.ENGLISH);
  }

  private static String body(String page) {
    return page.substring(page.indexOf("<body"));
  }

  private static Document parsed(String page) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(body(page).replace("</html>", ""))));
  }

  @Test
  void verdictComesFirstAndSaysWhatBrokeIt() {
    String body = body(english(SwarmSample.failed()));

    assertThat(body.substring(0, body.indexOf("</header>")))
        .contains("FAIL</h1>")
        .contains("What must not be is so: violations &gt; 0, reach &lt; 1.")
        .contains("<b>998 / 1000</b> moves answered", "<b>99.98 %</b> reach")
        .contains("<b>1.5 ms</b> response p99", "<b>1</b> violations");
  }

  @Test
  void everythingThatWasMeasuredIsThere() {
    String body = body(english(SwarmSample.failed()));

    assertThat(body)
        .contains("<code>response.p99 &gt; 50ms</code>", "held", "broken")
        .contains("<b>MOVE-002</b> was told a thing twice <code>05 01 03 07 07</code>")
        .contains("at 12 ms, bot 3", "1 (expected: the limit is 10)")
        .contains("at 1.2 s: clients from 5 to 11", "at 10 s: stopped")
        .contains("bin/swarm --port 9000 --fail-if &#39;reach &lt; 1&#39; --seed 123")
        .contains("The bots themselves were late");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyTagIsClosedAndEveryChartIsDrawn(Language language) throws Exception {
    Document document = parsed(SwarmHtml.of(SwarmSample.failed(), language));

    NodeList drawings = document.getElementsByTagName("svg");
    assertThat(drawings.getLength()).isEqualTo(6);
    for (int i = 0; i < drawings.getLength(); i++) {
      assertThat(drawings.item(i).getAttributes().getNamedItem("aria-label").getNodeValue())
          .isNotBlank();
    }
  }

  @Test
  void lineIsInterruptedWhereNothingWasAnswered() {
    String page = english(SwarmSample.failed());

    String line = page.substring(page.indexOf("<path class=\"line p50\" d=\""));
    String path = line.substring(0, line.indexOf("\"/>"));
    assertThat(path.split("M", -1)).hasSize(3);
    assertThat(path.split("[ML]", -1)).hasSize(1 + 11);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void pageAsksNobodyForAnything(Language language) {
    assertThat(SwarmHtml.of(SwarmSample.failed(), language))
        .contains("default-src 'none'; style-src 'unsafe-inline'")
        .doesNotContain("http:", "https:", "//", "src=", "@import", "url(", "<script", "<link");
  }

  @Test
  void koreanPageIsKorean() {
    assertThat(SwarmHtml.of(SwarmSample.failed(), Language.KOREAN))
        .contains("<html lang=\"ko\">", "응답된 이동", "백분위(%)별 시간", "1.2초: 클라이언트 5개에서 11개로");
  }

  @Test
  void nothingFromOutsideIsTakenForMarkup() throws Exception {
    Violation violation = new Violation(1, 0, HOSTILE, HOSTILE, new byte[0]);
    SwarmReport report =
        SwarmSample.report(SwarmSample.result(List.of(violation), SwarmSample.seconds(3)));
    SwarmReport hostile =
        new SwarmReport(report.plan(), report.judgement(), report.begun(), HOSTILE, HOSTILE);

    String page = english(hostile);

    assertThat(page)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script", "<img", "onload='", "\0");
    assertThat(parsed(page).getElementsByTagName("script").getLength()).isZero();
  }

  @Test
  void passingRunHasNoChartOfViolations() throws Exception {
    String page =
        english(SwarmSample.report(SwarmSample.result(List.of(), SwarmSample.seconds(4))));

    assertThat(page).contains("PASS</h1>", "No rule was broken, and no threshold.", "None.");
    assertThat(parsed(page).getElementsByTagName("svg").getLength()).isEqualTo(5);
  }

  @Test
  void runThatEndedBeforePlayIsShownToo() throws Exception {
    String page = english(SwarmSample.report(SwarmSample.result(List.of(), List.of())));

    assertThat(parsed(page).getElementsByTagName("svg").getLength()).isEqualTo(1);
  }

  @Test
  void secondsInWhichTheBotsWereLateAreMarked() {
    Second late =
        new Second(
            0,
            Second.Part.PLAY,
            10,
            100,
            90,
            SwarmSample.RESPONSE,
            0,
            new GeneratorSecond(50, 33.3, 0),
            SwarmSample.seconds(1).get(0).times());
    String page = english(SwarmSample.report(SwarmSample.result(List.of(), List.of(late))));

    assertThat(page)
        .contains("In seconds with a yellow ground", "lag 33.3 ms", "<rect class=\"late\"");
    assertThat(english(SwarmSample.failed())).doesNotContain("yellow", "<rect class=\"late\"");
  }

  @Test
  void longRunIsDrawnWithFewPoints() {
    String page =
        english(SwarmSample.report(SwarmSample.result(List.of(), SwarmSample.seconds(7200))));

    assertThat(page).contains("each point stands for 30 seconds", ">1:30:00<");
    assertThat(page.length()).isLessThan(300_000);
  }
}
