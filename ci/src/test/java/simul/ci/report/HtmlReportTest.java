package simul.ci.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import simul.conformance.explain.Language;
import simul.conformance.verdict.CheckResult;
import simul.conformance.verdict.Evidence;
import simul.conformance.verdict.Finding;
import simul.conformance.verdict.Stimulus;
import simul.conformance.verdict.Verdict;

class HtmlReportTest {
  private static final Path GOLDEN =
      Path.of("src", "test", "resources", "simul", "ci", "report", "sample.html");

  private static final String HOSTILE =
      "<script>alert(1)</script><img src=x onerror=alert(2)> \"' onload='x' </pre></style>\0";

  private static String english(ConformReport report) {
    return HtmlReport.of(report, Language.ENGLISH);
  }

  private static String body(String page) {
    return page.substring(page.indexOf("<body>"));
  }

  /** When it is stale: {@code mvn -pl ci test -Dtest=HtmlReportTest -Dsimul.write=true}. */
  @Test
  void pageReadsAsDesigned() throws Exception {
    String page = english(Sample.report());
    if (Boolean.getBoolean("simul.write")) {
      Files.writeString(GOLDEN, page);
    }

    assertThat(page).isEqualTo(Files.readString(GOLDEN));
  }

  @Test
  void verdictComesFirst() {
    String body = body(english(Sample.report()));

    assertThat(body.substring(0, body.indexOf("</header>")))
        .contains("FAIL</h1>")
        .contains("The server broke a rule: 1 of 5 checks failed.")
        .contains(
            "<b>1</b> passed", "<b>1</b> failed", "<b>2</b> inconclusive", "<b>1</b> skipped");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyTagIsClosedAndEveryLinkLeadsSomewhere(Language language) throws Exception {
    String body = body(HtmlReport.of(Sample.report(), language)).replace("</html>", "");

    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(body)));

    org.w3c.dom.NodeList links = document.getElementsByTagName("a");
    assertThat(links.getLength()).isEqualTo(1);
    String target = links.item(0).getAttributes().getNamedItem("href").getNodeValue();
    assertThat(body).contains("id=\"" + target.substring(1) + "\"");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void pageAsksNobodyForAnything(Language language) {
    String page = HtmlReport.of(Sample.report(), language);

    assertThat(page)
        .contains("default-src 'none'; style-src 'unsafe-inline'")
        .doesNotContain("http:", "https:", "//", "src=", "@import", "url(", "<script", "<link");
  }

  @Test
  void koreanPageIsKorean() {
    String page = HtmlReport.of(Sample.report(), Language.KOREAN);

    assertThat(page)
        .contains("<html lang=\"ko\">")
        .contains("서버가 규칙을 어겼습니다: 검사 5개 중 1개 실패.")
        .contains("길이와 타입 사이에서 잘린 패킷도 하나의 패킷이다")
        .contains("시간순으로 본 통신");
  }

  @Test
  void saysWhatLaunchedServerPrintedLast() {
    String page =
        HtmlReport.of(
            Sample.report(
                List.of(
                    Sample.failed(Sample.rule("FRAME-001"), Sample.exited(), Sample.transcript())),
                Map.of()),
            Language.ENGLISH);

    assertThat(page)
        .contains("<dt>sent</dt><dd>all that this check sends</dd>")
        .contains("<dt>output</dt><dd class=\"bytes\">bye\n&lt;dumped&gt;</dd>");
  }

  @Test
  void nothingThatTheTargetChoseIsTakenForMarkup() {
    Finding sample = Sample.finding();
    Finding finding =
        new Finding(
            new Stimulus(
                List.of(new Stimulus.Sent("a", List.of(HOSTILE), List.of(3), false, false)),
                Evidence.PROVEN),
            sample.expected(),
            sample.actual(),
            sample.received(),
            Optional.empty(),
            Optional.of(HOSTILE));
    String page =
        english(
            Sample.report(
                List.of(
                    Sample.failed(Sample.rule("FRAME-003"), finding, Sample.transcript()),
                    CheckResult.undecided(
                        Sample.rule("FRAME-004"), Verdict.SKIPPED, Duration.ZERO, HOSTILE)),
                Map.of()));

    assertThat(page)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script", "<img", "onload='", "\0");
  }

  @Test
  void passingRunHasNoFailures() {
    String page =
        english(
            Sample.report(
                List.of(
                    CheckResult.pass(
                        Sample.rule("FRAME-001"), Duration.ofMillis(12), Evidence.PROVEN)),
                Map.of()));

    assertThat(body(page))
        .contains("The server keeps every rule that was tested.")
        .doesNotContain("<article", "id=\"failures\"");
  }

  @Test
  void runThatHasNotEndedSaysSo() {
    String page =
        english(
            Sample.report(
                List.of(
                    CheckResult.undecided(
                        Sample.rule("FRAME-001"), Verdict.SKIPPED, Duration.ZERO, "not run")),
                Map.of(),
                false));

    assertThat(body(page)).contains("INCONCLUSIVE</h1>").contains("The run had not ended");
  }

  @Test
  void longConversationIsCutInTheMiddle() {
    String page =
        english(
            Sample.report(
                List.of(
                    Sample.failed(
                        Sample.rule("FRAME-003"), Sample.finding(), Sample.longTranscript(1000))),
                Map.of()));

    assertThat(page).contains("… 1841 events not shown …");
    assertThat(page.length()).isLessThan(200_000);
  }
}
