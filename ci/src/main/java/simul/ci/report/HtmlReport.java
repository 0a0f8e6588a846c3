package simul.ci.report;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import simul.conformance.explain.Explanation;
import simul.conformance.explain.Language;
import simul.conformance.verdict.CheckResult;
import simul.conformance.verdict.SuiteResult;
import simul.conformance.verdict.Verdict;
import simul.spec.rule.Rule;

/**
 * The result of {@code conform} as one HTML file that needs nothing beside itself: no script, no
 * request to anywhere, which its own policy forbids. The verdict comes first, then each check, then
 * each failure with what passed. All text that a target may have chosen is escaped.
 */
public final class HtmlReport {
  private final ConformReport report;
  private final Texts texts;
  private final Explanation explanation;
  private final StringBuilder out = new StringBuilder();

  private HtmlReport(ConformReport report, Language language) {
    this.report = report;
    this.texts = new Texts(language);
    this.explanation = new Explanation(report.protocol(), language);
  }

  /** The whole page. */
  public static String of(ConformReport report, Language language) {
    return new HtmlReport(report, language).page();
  }

  private String page() {
    SuiteResult result = report.result();
    String title = report.verdict() + ": " + result.spec() + ", " + result.target();
    out.append(HtmlPage.open(title, texts.language(), HtmlPage.STYLE));
    verdict(result);
    facts(result);
    checks(result);
    failures(result);
    return out.append(HtmlPage.close(report.version())).toString();
  }

  private void verdict(SuiteResult result) {
    String kind = HtmlPage.kind(report.verdict());
    out.append("<header class=\"verdict ").append(kind).append("\">\n<h1>");
    out.append("<span class=\"mark\" aria-hidden=\"true\">")
        .append(HtmlPage.mark(report.verdict()));
    out.append("</span> ").append(report.verdict()).append("</h1>\n");
    out.append("<p class=\"lead\">").append(Markup.escape(lead(result))).append("</p>\n");
    if (!report.finished()) {
      out.append("<p>").append(Markup.escape(texts.say("lead.unfinished"))).append("</p>\n");
    }
    out.append("<ul class=\"counts\">\n");
    for (Verdict each : Verdict.values()) {
      long count = result.count(each);
      String none = count == 0 ? " none" : "";
      out.append("<li class=\"").append(HtmlPage.kind(each)).append(none).append("\"><b>");
      out.append(count).append("</b> ").append(Markup.escape(texts.say("count", each)));
      out.append("</li>\n");
    }
    out.append("</ul>\n</header>\n");
  }

  private String lead(SuiteResult result) {
    return switch (report.verdict()) {
      case PASS, SKIPPED -> texts.say("lead.pass");
      case FAIL -> texts.say("lead.fail", result.count(Verdict.FAIL), result.checks().size());
      case INCONCLUSIVE -> texts.say("lead.inconclusive");
    };
  }

  private void facts(SuiteResult result) {
    out.append("<dl class=\"facts\">\n");
    fact("fact.spec", result.spec());
    fact("fact.target", result.target());
    fact(
        "fact.begun",
        DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT).format(report.begun()));
    fact("fact.duration", seconds(result.duration().toMillis()));
    fact("fact.patience", seconds(result.patience().toMillis()));
    fact("fact.seed", String.valueOf(result.seed()));
    out.append("</dl>\n");
  }

  private String seconds(long millis) {
    return texts.say("seconds", String.format(Locale.ROOT, "%.1f", millis / 1000.0));
  }

  private void fact(String key, String value) {
    out.append("<div><dt>").append(Markup.escape(texts.say(key))).append("</dt><dd>");
    out.append(Markup.escape(value)).append("</dd></div>\n");
  }

  private void checks(SuiteResult result) {
    heading("checks", texts.say("checks"));
    List<String> areas = result.checks().stream().map(c -> c.rule().area()).distinct().toList();
    for (String area : areas) {
      List<CheckResult> checks =
          result.checks().stream().filter(check -> check.rule().area().equals(area)).toList();
      long passed = checks.stream().filter(check -> check.verdict() == Verdict.PASS).count();
      out.append("<section class=\"area\">\n<h3>").append(Markup.escape(area));
      out.append(" <small>")
          .append(Markup.escape(texts.say("area", passed, checks.size())))
          .append("</small></h3>\n<ul class=\"checks\">\n");
      checks.forEach(check -> check(check, result));
      out.append("</ul>\n</section>\n");
    }
  }

  private void heading(String id, String text) {
    out.append("<h2 id=\"").append(id).append("\">").append(Markup.escape(text));
    out.append("</h2>\n");
  }

  private void check(CheckResult check, SuiteResult result) {
    Rule rule = check.rule();
    out.append("<li class=\"").append(HtmlPage.kind(check.verdict())).append("\">");
    out.append(HtmlPage.badge(check.verdict())).append("<div class=\"rule\"><b>");
    String id = Markup.escape(rule.id());
    if (check.finding().isPresent()) {
      out.append("<a href=\"#").append(anchor(check, result)).append("\">");
      out.append(id).append("</a>");
    } else {
      out.append(id);
    }
    out.append("</b> ").append(Markup.escape(texts.language().text(rule)));
    check
        .reason()
        .ifPresent(
            reason ->
                out.append("<div class=\"reason\">")
                    .append(Markup.escape(reason))
                    .append("</div>"));
    out.append("</div><div class=\"about\">").append(Markup.escape(about(check)));
    out.append("</div></li>\n");
  }

  /** Level, section and duration; how it is known, where something was tested. */
  private String about(CheckResult check) {
    Rule rule = check.rule();
    String section =
        rule.section() == 0 ? "" : ", " + explanation.label("handout") + " " + rule.section();
    boolean tested = check.verdict() == Verdict.PASS || check.verdict() == Verdict.FAIL;
    return rule.level()
        + section
        + (tested
            ? ", " + check.duration().toMillis() + " ms, " + texts.say("evidence", check.evidence())
            : "");
  }

  /** Two results may be of one rule. */
  private static String anchor(CheckResult check, SuiteResult result) {
    return "f" + result.checks().indexOf(check);
  }

  private void failures(SuiteResult result) {
    List<CheckResult> failed =
        result.checks().stream().filter(check -> check.finding().isPresent()).toList();
    if (failed.isEmpty()) {
      return;
    }
    heading("failures", texts.say("failures"));
    HtmlFinding finding = new HtmlFinding(report, texts, explanation);
    out.append(
        failed.stream()
            .map(check -> finding.article(check, anchor(check, result)))
            .collect(Collectors.joining()));
  }
}
