package simul.ci.report;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import simul.bots.measure.Judgement;
import simul.bots.measure.SwarmResult;
import simul.bots.measure.Threshold;
import simul.bots.measure.Violation;
import simul.bots.swarm.SwarmPlan;
import simul.conformance.probe.Probes;
import simul.spec.wire.HexDump;

/**
 * The result of {@code swarm} as JUnit XML: one {@code testsuite} in the order of Surefire's
 * schema, with a case for each threshold and one that asks whether any move was answered. A
 * threshold that holds is a {@code failure}; what was not measured is an {@code error} of type
 * {@code inconclusive}. In English throughout, for what keys a history must not change.
 */
public final class SwarmJUnitXml {
  private final SwarmPlan plan;
  private final Judgement judgement;
  private final StringBuilder out = new StringBuilder();

  private SwarmJUnitXml(SwarmPlan plan, Judgement judgement) {
    this.plan = plan;
    this.judgement = judgement;
  }

  /** The whole document. */
  public static String of(SwarmPlan plan, Judgement judgement, Instant begun, String version) {
    return new SwarmJUnitXml(plan, judgement).document(begun, version);
  }

  private String document(Instant begun, String version) {
    SwarmResult result = judgement.result();
    boolean unanswered = result.moves().answered() == 0;
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite");
    attribute("name", "swarm " + plan.protocol().spec().name());
    attribute("time", seconds(result.duration()));
    attribute("timestamp", begun.truncatedTo(ChronoUnit.SECONDS).toString());
    attribute("tests", String.valueOf(judgement.thresholds().size() + 1));
    attribute("errors", String.valueOf(count(Threshold.Outcome.UNMEASURED) + (unanswered ? 1 : 0)));
    attribute("skipped", "0");
    attribute("failures", String.valueOf(count(Threshold.Outcome.BROKEN)));
    out.append(">\n  <properties>\n");
    property("tool", "simul " + version);
    property("target", Probes.describe(plan.target()));
    property("seed", String.valueOf(result.seed()));
    property("clients", String.valueOf(plan.load().clients()));
    property("verdict", judgement.verdict().name());
    out.append("  </properties>\n");
    begin("moves are answered");
    if (unanswered) {
      undecided("no move was answered");
    } else {
      out.append("/>\n");
    }
    judgement.thresholds().forEach(this::testcase);
    return out.append("</testsuite>\n").toString();
  }

  private long count(Threshold.Outcome outcome) {
    return judgement.thresholds().stream()
        .filter(threshold -> threshold.outcome(judgement.result()) == outcome)
        .count();
  }

  private void testcase(Threshold threshold) {
    begin("not " + threshold.expression());
    switch (threshold.outcome(judgement.result())) {
      case MET -> out.append("/>\n");
      case BROKEN -> broken(threshold);
      case UNMEASURED -> undecided("nothing was measured");
    }
  }

  private void begin(String name) {
    out.append("  <testcase");
    attribute("name", name);
    attribute("classname", "swarm.thresholds");
    attribute("time", seconds(judgement.result().duration()));
  }

  private void broken(Threshold threshold) {
    OptionalDouble actual = threshold.actual(judgement.result());
    String unit =
        switch (threshold.metric().dimension()) {
          case TIME -> " ms";
          case RATE -> "/s";
          case SHARE, COUNT -> "";
        };
    out.append(">\n    <failure");
    attribute("message", threshold.metric().name() + " is " + actual.orElseThrow() + unit);
    attribute("type", "threshold");
    Stream<Violation> shown =
        threshold.metric().name().equals("violations")
            ? judgement.result().firstViolations().stream()
            : Stream.empty();
    List<String> lines = shown.map(SwarmJUnitXml::line).toList();
    out.append('>').append(Markup.escape(String.join("\n", lines))).append("</failure>\n");
    out.append("  </testcase>\n");
  }

  private static String line(Violation violation) {
    String bytes = HexDump.hex(violation.bytes());
    return String.format(
        "%s at %d ms bot %d: %s%s",
        violation.ruleId(),
        violation.atMillis(),
        violation.bot(),
        violation.text(),
        bytes.isEmpty() ? "" : "  [" + bytes + "]");
  }

  private void undecided(String why) {
    out.append(">\n    <error");
    attribute("message", why);
    attribute("type", "inconclusive");
    out.append("/>\n  </testcase>\n");
  }

  private void property(String name, String value) {
    out.append("    <property");
    attribute("name", name);
    attribute("value", value);
    out.append("/>\n");
  }

  private void attribute(String name, String value) {
    out.append(' ').append(name).append("=\"").append(Markup.escape(value)).append('"');
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.3f", duration.toMillis() / 1000.0);
  }
}
