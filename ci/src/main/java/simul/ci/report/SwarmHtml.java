package simul.ci.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import simul.bots.measure.Change;
import simul.bots.measure.GeneratorHealth;
import simul.bots.measure.Percentiles;
import simul.bots.measure.SwarmResult;
import simul.bots.measure.Threshold;
import simul.bots.measure.Violation;
import simul.bots.swarm.Load;
import simul.conformance.explain.Language;
import simul.conformance.probe.Probes;
import simul.spec.rule.RuleCatalogue;
import simul.spec.wire.HexDump;

/**
 * The result of {@code swarm} as one HTML file that needs nothing beside itself: no script, no
 * request to anywhere, which its own policy forbids. The verdict comes first, then how long things
 * took, what happened when, what was wrong, and how to do it again. All text from outside is
 * escaped.
 */
public final class SwarmHtml {
  private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

  private final SwarmReport report;
  private final SwarmResult result;
  private final Texts texts;
  private final StringBuilder out = new StringBuilder();

  private SwarmHtml(SwarmReport report, Language language) {
    this.report = report;
    this.result = report.result();
    this.texts = new Texts(language, "swarm-page");
  }

  /** The whole page. */
  public static String of(SwarmReport report, Language language) {
    return new SwarmHtml(report, language).page();
  }

  private String page() {
    String title = report.judgement().verdict() + ": swarm, " + spec() + ", " + target();
    String code = texts.language() == Language.KOREAN ? "ko" : "en";
    out.append("<!DOCTYPE html>\n<html lang=\"").append(code).append("\">\n<head>\n");
    out.append("<meta charset=\"utf-8\">\n");
    out.append("<meta http-equiv=\"Content-Security-Policy\" content=\"");
    out.append(POLICY).append("\">\n");
    out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.append("<meta name=\"color-scheme\" content=\"light dark\">\n");
    out.append("<title>").append(Markup.escape(title)).append("</title>\n<style>\n");
    out.append(style("page.css")).append(style("charts.css"));
    out.append("</style>\n</head>\n<body class=\"swarm\">\n");
    verdict();
    facts();
    thresholds();
    times();
    charts();
    violations();
    people();
    generator();
    again();
    out.append("<footer>simul ").append(Markup.escape(report.version())).append("</footer>\n");
    return out.append("</body>\n</html>\n").toString();
  }

  private String spec() {
    return report.plan().protocol().spec().name();
  }

  private String target() {
    return Probes.describe(report.plan().target());
  }

  private static String style(String name) {
    try (InputStream style = SwarmHtml.class.getResourceAsStream(name)) {
      return new String(style.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the style of the report cannot be read", e);
    }
  }

  private void verdict() {
    SwarmResult.Verdict verdict = report.judgement().verdict();
    String kind = verdict.name().toLowerCase(Locale.ROOT);
    out.append("<header class=\"verdict ").append(kind).append("\">\n<h1>");
    out.append("<span class=\"mark\" aria-hidden=\"true\">").append(mark(verdict));
    out.append("</span> ").append(verdict).append("</h1>\n<p class=\"lead\">");
    out.append(Markup.escape(lead(verdict))).append("</p>\n<ul class=\"counts\">\n");
    SwarmResult.Moves moves = result.moves();
    count(String.valueOf(result.clients().admitted()), "count.clients");
    count(moves.answered() + " / " + moves.asked(), "count.moves");
    count(Numbers.percent(result.sights().reach()), "count.reach");
    if (result.times().response().count() > 0) {
      count(Numbers.millis(result.times().response().p50()), "count.p50");
      count(Numbers.millis(result.times().response().p99()), "count.p99");
    }
    count(String.valueOf(result.violations()), "count.violations");
    out.append("</ul>\n</header>\n");
  }

  private void count(String value, String key) {
    out.append("<li><b>").append(Markup.escape(value)).append("</b> ");
    out.append(Markup.escape(texts.say(key))).append("</li>\n");
  }

  private String lead(SwarmResult.Verdict verdict) {
    List<String> broken =
        report.judgement().thresholds().stream()
            .filter(each -> each.outcome(result) == Threshold.Outcome.BROKEN)
            .map(Threshold::expression)
            .toList();
    return verdict == SwarmResult.Verdict.FAIL
        ? texts.say("lead.fail", String.join(", ", broken))
        : texts.say("lead", verdict);
  }

  private static String mark(SwarmResult.Verdict verdict) {
    return switch (verdict) {
      case PASS -> "✓";
      case FAIL -> "✗";
      case INCONCLUSIVE -> "?";
    };
  }

  private void facts() {
    Load load = report.plan().load();
    out.append("<dl class=\"facts\">\n");
    fact("fact.spec", spec());
    fact("fact.target", target());
    fact("fact.clients", String.valueOf(load.clients()));
    fact(
        "fact.rate",
        load.isClosed() ? texts.say("rate.closed") : Numbers.plain(load.movesPerSecond()));
    fact("fact.ramp", load.isRamped() ? Numbers.plain(load.joinsPerSecond()) + "/s" : null);
    fact("fact.behaviors", behaviors(load));
    fact("fact.warmup", result.warmUp().isZero() ? null : seconds(result.warmUp()));
    fact("fact.played", seconds(result.playTime()));
    fact(
        "fact.begun",
        DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT)
            .format(report.begunAt()));
    fact("fact.duration", seconds(result.duration()));
    fact("fact.patience", seconds(report.plan().patience()));
    fact("fact.seed", String.valueOf(result.seed()));
    fact("fact.transport", result.transport());
    out.append("</dl>\n");
  }

  private static String behaviors(Load load) {
    return load.mix().counts(load.clients()).entrySet().stream()
        .map(entry -> entry.getKey().word() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  private String seconds(Duration duration) {
    return texts.say("seconds", Numbers.plain(duration.toMillis() / 1000.0));
  }

  /** A fact that is not there is left out. */
  private void fact(String key, String value) {
    if (value != null) {
      out.append("<div><dt>").append(Markup.escape(texts.say(key))).append("</dt><dd>");
      out.append(Markup.escape(value)).append("</dd></div>\n");
    }
  }

  private void heading(String key) {
    out.append("<h2>").append(Markup.escape(texts.say(key))).append("</h2>\n");
  }

  private void thresholds() {
    heading("thresholds");
    out.append("<ul class=\"checks\">\n");
    for (Threshold threshold : report.judgement().thresholds()) {
      Threshold.Outcome outcome = threshold.outcome(result);
      String kind =
          switch (outcome) {
            case MET -> "pass";
            case BROKEN -> "fail";
            case UNMEASURED -> "inconclusive";
          };
      out.append("<li><span class=\"badge ").append(kind).append("\">");
      out.append(Markup.escape(texts.say("outcome", outcome))).append("</span>");
      out.append("<div class=\"rule\"><code>").append(Markup.escape(threshold.expression()));
      out.append("</code></div><div class=\"about\">");
      out.append(Markup.escape(actual(threshold))).append("</div></li>\n");
    }
    out.append("</ul>\n");
  }

  private String actual(Threshold threshold) {
    OptionalDouble value = threshold.actual(result);
    return value.isEmpty()
        ? texts.say("actual.none")
        : switch (threshold.metric().dimension()) {
          case TIME -> Numbers.millis(value.getAsDouble());
          case SHARE -> Numbers.percent(value.getAsDouble());
          case RATE -> Numbers.plain(value.getAsDouble()) + "/s";
          case COUNT -> Numbers.plain(value.getAsDouble());
        };
  }

  private void times() {
    heading("times");
    out.append("<div class=\"scroll\"><table class=\"times\">\n<tr><th></th>");
    for (String name : List.of("p50", "p90", "p99", "p99.9", "max")) {
      out.append("<th>").append(name).append("</th>");
    }
    out.append("<th>").append(Markup.escape(texts.say("times.count"))).append("</th></tr>\n");
    row("join", result.times().join());
    row("response", result.times().response());
    row("service", result.times().service());
    row("propagation", result.times().propagation());
    out.append("</table></div>\n");
    note("times.about");
  }

  private void row(String key, Percentiles times) {
    if (times.count() == 0) {
      return;
    }
    out.append("<tr><th>").append(Markup.escape(texts.say("series." + key))).append("</th>");
    for (double value :
        new double[] {times.p50(), times.p90(), times.p99(), times.p999(), times.max()}) {
      out.append("<td class=\"number\">").append(Numbers.millis(value)).append("</td>");
    }
    out.append("<td class=\"number\">").append(times.count()).append("</td></tr>\n");
  }

  private void note(String key, Object... values) {
    out.append("<p class=\"note\">").append(Markup.escape(texts.say(key, values)));
    out.append("</p>\n");
  }

  private void charts() {
    SwarmCharts charts = new SwarmCharts(result, texts);
    out.append("<div class=\"charts\">\n").append(charts.spread());
    if (!result.seconds().isEmpty()) {
      out.append(charts.response()).append(charts.moves()).append(charts.clients());
      if (result.violations() > 0) {
        out.append(charts.violations());
      }
    }
    out.append("</div>\n");
    if (charts.together() > 1) {
      note("charts.together", charts.together());
    }
    changes();
  }

  private void changes() {
    if (!result.changes().isEmpty()) {
      heading("changes");
      out.append("<ul class=\"changes\">\n");
      for (Change change : result.changes()) {
        out.append("<li>").append(Markup.escape(describe(change, texts))).append("</li>\n");
      }
      out.append("</ul>\n");
    }
  }

  /** One change in words. */
  static String describe(Change change, Texts texts) {
    return texts.say(
        "change." + change.what().word(),
        Numbers.plain(change.at().toMillis() / 1000.0),
        Numbers.plain(change.from()),
        Numbers.plain(change.to()));
  }

  private void violations() {
    heading("violations");
    if (result.violations() == 0) {
      note("violations.none");
      return;
    }
    note("violations.text", result.violations(), result.firstViolations().size());
    out.append("<ol class=\"violations\">\n");
    for (Violation violation : result.firstViolations()) {
      out.append("<li><b>").append(Markup.escape(violation.ruleId())).append("</b> ");
      out.append(Markup.escape(violation.text()));
      String bytes = HexDump.hex(violation.bytes());
      if (!bytes.isEmpty()) {
        out.append(" <code>").append(bytes).append("</code>");
      }
      out.append("<div class=\"note\">");
      out.append(Markup.escape(texts.say("violation.at", violation.atMillis(), violation.bot())));
      RuleCatalogue.find(violation.ruleId())
          .ifPresent(rule -> out.append(". ").append(Markup.escape(texts.language().text(rule))));
      out.append("</div></li>\n");
    }
    out.append("</ol>\n");
  }

  private void people() {
    SwarmResult.Clients clients = result.clients();
    var errors = result.errors();
    heading("people");
    out.append("<dl class=\"facts\">\n");
    fact("people.asked", String.valueOf(clients.asked()));
    fact("people.admitted", String.valueOf(clients.admitted()));
    String expected = clients.asExpected() && clients.refused() > 0 ? "people.expected" : "plain";
    fact("people.refused", texts.say(expected, clients.refused(), clients.limit()));
    fact("people.strangers", clients.strangers() > 0 ? String.valueOf(clients.strangers()) : null);
    if (result.absences().left() > 0) {
      fact("people.left", String.valueOf(result.absences().left()));
      fact("people.returned", String.valueOf(result.absences().returned()));
    }
    fact("error.connect", String.valueOf(errors.connect()));
    fact("error.reset", String.valueOf(errors.reset()));
    fact("error.closed", String.valueOf(errors.closed()));
    fact("error.timeout", String.valueOf(errors.timeout()));
    fact("error.tool", String.valueOf(errors.tool()));
    out.append("</dl>\n");
  }

  private void generator() {
    GeneratorHealth health = result.generator();
    heading("generator");
    out.append("<dl class=\"facts\">\n");
    fact("generator.cpu", Numbers.plain(health.cpuPercent()) + " %");
    fact("generator.lag", Numbers.millis(health.maxLagMillis()));
    fact("generator.late", String.valueOf(health.lateSeconds()));
    out.append("</dl>\n");
    if (health.lateSeconds() > 0) {
      note("generator.about");
    }
  }

  private void again() {
    heading("again");
    out.append("<pre>").append(Markup.escape(report.again())).append("</pre>\n");
    note("again.about");
  }
}
