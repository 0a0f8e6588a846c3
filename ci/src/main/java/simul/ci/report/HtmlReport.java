package simul.ci.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
  /** Nothing is loaded, from wherever; the style is in the page. */
  private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

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
    String code = texts.language() == Language.KOREAN ? "ko" : "en";
    out.append("<!DOCTYPE html>\n<html lang=\"").append(code).append("\">\n<head>\n");
    out.append("<meta charset=\"utf-8\">\n");
    out.append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
        .append(POLICY)
        .append("\">\n");
    out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.append("<meta name=\"color-scheme\" content=\"light dark\">\n");
    out.append("<title>").append(Markup.escape(title)).append("</title>\n");
    out.append("<style>\n").append(style()).append("</style>\n</head>\n<body>\n");
    verdict(result);
    facts(result);
    checks(result);
    failures(result);
    out.append("<footer>simul ").append(Markup.escape(report.version())).append("</footer>\n");
    return out.append("</body>\n</html>\n").toString();
  }

  private static String style() {
    try (InputStream style = HtmlReport.class.getResourceAsStream("page.css")) {
      return new String(style.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the style of the report cannot be read", e);
    }
  }

  private void verdict(SuiteResult result) {
    String kind = kind(report.verdict());
    out.append("<header class=\"verdict ").append(kind).append("\">\n<h1>");
    out.append("<span class=\"mark\" aria-hidden=\"true\">").append(mark(report.verdict()));
    out.append("</span> ").append(report.verdict()).append("</h1>\n");
    out.append("<p class=\"lead\">").append(Markup.escape(lead(result))).append("</p>\n");
    if (!report.finished()) {
      out.append("<p>").append(Markup.escape(texts.say("lead.unfinished"))).append("</p>\n");
    }
    out.append("<ul class=\"counts\">\n");
    for (Verdict each : Verdict.values()) {
      long count = result.count(each);
      String none = count == 0 ? " none" : "";
      out.append("<li class=\"").append(kind(each)).append(none).append("\"><b>");
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
    out.append("<li class=\"").append(kind(check.verdict())).append("\">");
    out.append(badge(check.verdict())).append("<div class=\"rule\"><b>");
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
            .map(check -> finding.article(check, anchor(check, result), badge(check.verdict())))
            .collect(Collectors.joining()));
  }

  private static String badge(Verdict verdict) {
    return "<span class=\"badge "
        + kind(verdict)
        + "\"><span aria-hidden=\"true\">"
        + mark(verdict)
        + "</span> "
        + verdict
        + "</span>";
  }

  private static String kind(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }

  /** A sign beside the colour, for whoever does not see colours. */
  private static String mark(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "✓";
      case FAIL -> "✗";
      case INCONCLUSIVE -> "?";
      case SKIPPED -> "–";
    };
  }
}
