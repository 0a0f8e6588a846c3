package simul.ci.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import simul.bots.measure.Change;
import simul.bots.measure.Judgement;
import simul.bots.measure.Metric;
import simul.bots.measure.Percentiles;
import simul.bots.measure.Second;
import simul.bots.measure.SwarmResult;
import simul.bots.measure.Threshold;
import simul.bots.measure.Violation;
import simul.bots.swarm.Load;
import simul.bots.swarm.SwarmPlan;
import simul.conformance.probe.Probes;
import simul.spec.text.JsonText;
import simul.spec.wire.HexDump;

/**
 * The JSON result of {@code swarm}. Other programs read its names: adding one is fine, renaming one
 * is a breaking change.
 */
public final class SwarmJson {
  private SwarmJson() {}

  /** The whole result. */
  public static String of(SwarmPlan plan, Judgement judgement, String version) {
    SwarmResult result = judgement.result();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("tool", "simul");
    json.put("version", version);
    json.put("spec", plan.protocol().spec().name());
    json.put("target", Probes.describe(plan.target()));
    json.put("seed", result.seed());
    json.put("verdict", judgement.verdict().name());
    json.put("durationMillis", result.duration().toMillis());
    json.put("behaviors", behaviors(plan.load()));
    json.put("changes", result.changes().stream().map(SwarmJson::change).toList());
    json.put("clients", clients(result));
    json.put("observers", plan.observers().count());
    json.put("moves", moves(result));
    json.put("reach", floored(result.sights().reach()));
    json.put("sights", sights(result.sights()));
    json.put("joinMillis", times(result.times().join()));
    json.put("responseMillis", times(result.times().response()));
    json.put("serviceMillis", times(result.times().service()));
    json.put("propagationMillis", times(result.times().propagation()));
    json.put("violations", violations(result));
    json.put("errors", errors(result));
    json.put("generator", generator(result));
    json.put("thresholds", thresholds(judgement));
    return JsonText.of(json);
  }

  /** To three decimals, never up: 1 is only said when nothing is missing. */
  private static double floored(double share) {
    return Math.floor(share * 1000) / 1000;
  }

  private static Map<String, Object> behaviors(Load load) {
    Map<String, Object> behaviors = new LinkedHashMap<>();
    load.mix().counts(load.clients()).forEach((kind, count) -> behaviors.put(kind.word(), count));
    return behaviors;
  }

  private static Map<String, Object> change(Change change) {
    Map<String, Object> json =
        object("atMillis", change.at().toMillis(), "what", change.what().word());
    if (change.what() != Change.What.STOP) {
      json.put("from", change.from());
      json.put("to", change.to());
    }
    return json;
  }

  private static Map<String, Object> clients(SwarmResult result) {
    SwarmResult.Clients clients = result.clients();
    return object(
        "asked", clients.asked(),
        "admitted", clients.admitted(),
        "refused", clients.refused(),
        "left", result.absences().left(),
        "returned", result.absences().returned());
  }

  private static Map<String, Object> moves(SwarmResult result) {
    SwarmResult.Moves moves = result.moves();
    return object(
        "asked", moves.asked(),
        "sent", moves.sent(),
        "answered", moves.answered(),
        "perSecond", result.movesPerSecond(),
        "warmUp", moves.warmUp());
  }

  private static Map<String, Object> sights(SwarmResult.Sights sights) {
    return object("expected", sights.expected(), "received", sights.received());
  }

  private static Map<String, Object> times(Percentiles times) {
    return object(
        "count", times.count(),
        "p50", times.p50(),
        "p90", times.p90(),
        "p99", times.p99(),
        "p999", times.p999(),
        "max", times.max());
  }

  private static Map<String, Object> violations(SwarmResult result) {
    return object(
        "total",
        result.violations(),
        "first",
        result.firstViolations().stream().map(SwarmJson::violation).toList());
  }

  private static Map<String, Object> violation(Violation violation) {
    return object(
        "atMillis", violation.atMillis(),
        "bot", violation.bot(),
        "rule", violation.ruleId(),
        "text", violation.text(),
        "bytes", HexDump.hex(violation.bytes()));
  }

  private static List<Map<String, Object>> thresholds(Judgement judgement) {
    SwarmResult result = judgement.result();
    return judgement.thresholds().stream()
        .map(
            threshold -> {
              OptionalDouble actual = threshold.actual(result);
              return object(
                  "expression",
                  threshold.expression(),
                  "met",
                  threshold.outcome(result) == Threshold.Outcome.MET,
                  "actual",
                  actual.isPresent() ? actual(threshold, actual.getAsDouble()) : null,
                  "leavesOutLateSeconds",
                  threshold.leavesOut(result));
            })
        .toList();
  }

  private static double actual(Threshold threshold, double value) {
    return threshold.metric().dimension() == Metric.Dimension.SHARE ? floored(value) : value;
  }

  private static Map<String, Object> errors(SwarmResult result) {
    var errors = result.errors();
    return object(
        "connect", errors.connect(),
        "reset", errors.reset(),
        "closed", errors.closed(),
        "timeout", errors.timeout(),
        "tool", errors.tool());
  }

  private static Map<String, Object> generator(SwarmResult result) {
    var health = result.generator();
    return object(
        "cpuPercent", health.cpuPercent(),
        "maxLagMillis", health.maxLagMillis(),
        "lateSeconds", health.lateSeconds(),
        "late", lateSeconds(result),
        "gcMillis", result.seconds().stream().mapToLong(s -> s.generator().gcMillis()).sum(),
        "transport", result.transport());
  }

  /** The numbers of the seconds in which the bots themselves were late. */
  private static List<Integer> lateSeconds(SwarmResult result) {
    return result.seconds().stream()
        .filter(second -> second.generator().isLate())
        .map(Second::number)
        .toList();
  }

  /** Names and values in turn. */
  private static Map<String, Object> object(Object... namesAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return object;
  }
}
