package simul.ci.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import simul.bots.capacity.Capacity;
import simul.bots.capacity.CapacityResult;
import simul.bots.capacity.CapacityResult.Step;
import simul.bots.measure.SwarmResult;
import simul.bots.swarm.SwarmPlan;
import simul.conformance.probe.Probes;
import simul.spec.text.JsonText;

/** The JSON result of {@code swarm --find-capacity}, beside which there is none of a single run. */
public final class CapacityJson {
  private CapacityJson() {}

  /** The whole result. */
  public static String of(
      SwarmPlan plan, CapacityResult result, SwarmResult.Verdict verdict, String version) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("tool", "simul");
    json.put("version", version);
    json.put("spec", plan.protocol().spec().name());
    json.put("target", Probes.describe(plan.target()));
    json.put("seed", plan.seed());
    json.put("verdict", verdict.name());
    json.put("capacity", capacity(result));
    json.put("steps", result.steps().stream().map(step -> step(result, step)).toList());
    return JsonText.of(json);
  }

  private static Map<String, Object> capacity(CapacityResult result) {
    Capacity capacity = result.capacity();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("of", result.axis().word());
    json.put("found", capacity.load());
    json.put("achieved", capacity.achieved());
    json.put("limit", result.limit().expression());
    json.put("limitedBy", capacity.limit().word());
    json.put("reason", capacity.reason());
    json.put("recovered", capacity.recovered());
    json.put("confirmed", capacity.confirmed());
    return json;
  }

  private static Map<String, Object> step(CapacityResult search, Step step) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("purpose", step.trial().purpose().word());
    json.put("again", step.trial().again());
    json.put("asked", step.trial().load());
    json.put("achieved", step.outcome().achieved());
    json.put("ruling", step.outcome().ruling().name().toLowerCase(java.util.Locale.ROOT));
    json.put("reason", step.outcome().reason());
    step.result().ifPresent(result -> measured(search, result, json));
    return json;
  }

  private static void measured(
      CapacityResult search, SwarmResult result, Map<String, Object> json) {
    OptionalDouble actual = search.limit().opposite().actual(result);
    json.put("actual", actual.isPresent() ? actual.getAsDouble() : null);
    json.put("movesPerSecond", result.movesPerSecond());
    json.put("generatorCpuPercent", result.generator().cpuPercent());
    json.put("generatorLateSeconds", result.generator().lateSeconds());
  }
}
