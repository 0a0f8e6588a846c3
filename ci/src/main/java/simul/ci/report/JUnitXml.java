package simul.ci.report;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import simul.conformance.explain.Explanation;
import simul.conformance.explain.Language;
import simul.conformance.verdict.CheckResult;
import simul.conformance.verdict.Finding;
import simul.conformance.verdict.SuiteResult;
import simul.conformance.verdict.Verdict;

/**
 * The result of {@code conform} as JUnit XML: one {@code testsuite}, its elements in the order of
 * Surefire's schema. What keys a history (names of suite, class and case) is English and has no
 * numbers of this run in it; what people read is in their language. A check that is undecided is an
 * {@code error} of type {@code inconclusive}, one that our own defect has ended an {@code error} of
 * type {@code defect}.
 */
public final class JUnitXml {
  private final ConformReport report;
  private final String command;
  private final Explanation explanation;
  private final StringBuilder out = new StringBuilder();

  private JUnitXml(ConformReport report, String command, Language language) {
    this.report = report;
    this.command = command;
    this.explanation = new Explanation(report.protocol(), language);
  }

  /** The whole document. */
  public static String of(ConformReport report, Language language) {
    return of(report, "conform", language);
  }

  /**
   * The whole document.
   *
   * @param command that ran the checks
   */
  public static String of(ConformReport report, String command, Language language) {
    return new JUnitXml(report, command, language).document();
  }

  private String document() {
    SuiteResult result = report.result();
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite");
    attribute("name", command + " " + result.spec());
    attribute("time", seconds(result.duration()));
    attribute("timestamp", report.begun().toInstant().truncatedTo(ChronoUnit.SECONDS).toString());
    attribute("tests", String.valueOf(result.checks().size()));
    attribute("errors", String.valueOf(result.count(Verdict.INCONCLUSIVE)));
    attribute("skipped", String.valueOf(result.count(Verdict.SKIPPED)));
    attribute("failures", String.valueOf(result.count(Verdict.FAIL)));
    out.append(">\n  <properties>\n");
    property("tool", "simul " + report.version());
    property("target", result.target());
    property("seed", String.valueOf(result.seed()));
    property("patienceMillis", String.valueOf(result.patience().toMillis()));
    property("verdict", report.verdict().name());
    property("finished", String.valueOf(report.finished()));
    out.append("  </properties>\n");
    result.checks().forEach(this::testcase);
    return out.append("</testsuite>\n").toString();
  }

  private void property(String name, String value) {
    out.append("    <property");
    attribute("name", name);
    attribute("value", value);
    out.append("/>\n");
  }

  private void testcase(CheckResult check) {
    out.append("  <testcase");
    attribute("name", check.rule().id() + " " + check.rule().english());
    attribute("classname", "conformance." + check.rule().area());
    attribute("time", seconds(check.duration()));
    switch (check.verdict()) {
      case PASS -> {
        out.append("/>\n");
        return;
      }
      case FAIL -> failure(check, check.finding().orElseThrow());
      case INCONCLUSIVE -> undecided(check);
      case SKIPPED -> {
        out.append(">\n    <skipped");
        attribute("message", check.reason().orElseThrow());
        out.append("/>\n");
      }
    }
    out.append("  </testcase>\n");
  }

  private void failure(CheckResult check, Finding finding) {
    out.append(">\n    <failure");
    attribute("message", message(finding));
    attribute("type", check.rule().level().name());
    Optional<String> replay = finding.replay().map(report::replayCommand);
    content("failure", FindingLayout.lines(finding, explanation, replay));
  }

  private String message(Finding finding) {
    return explanation.label("expected")
        + " "
        + explanation.expected(finding.expected())
        + ", "
        + explanation.label("actual")
        + " "
        + explanation.actual(finding.actual());
  }

  private void undecided(CheckResult check) {
    RuntimeException defect = report.defects().get(check.rule().id());
    out.append(">\n    <error");
    attribute("message", check.reason().orElseThrow());
    attribute("type", defect == null ? "inconclusive" : "defect");
    if (defect == null) {
      out.append("/>\n");
    } else {
      content("error", trace(defect));
    }
  }

  /** The defect and its places in this program's code. */
  private static List<String> trace(RuntimeException defect) {
    List<String> lines = new java.util.ArrayList<>(List.of(defect.toString()));
    for (StackTraceElement place : defect.getStackTrace()) {
      lines.add("  at " + place);
    }
    return lines;
  }

  private void content(String element, List<String> lines) {
    out.append('>').append(Markup.escape(String.join("\n", lines)));
    out.append("</").append(element).append(">\n");
  }

  private void attribute(String name, String value) {
    String text = Markup.escape(value).replace("\n", "&#10;").replace("\t", "&#9;");
    out.append(' ').append(name).append("=\"").append(text).append('"');
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.3f", duration.toMillis() / 1000.0);
  }
}
