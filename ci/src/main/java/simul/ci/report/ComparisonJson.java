package simul.ci.report;

import java.util.LinkedHashMap;
import java.util.Map;
import simul.ci.compare.Comparison;
import simul.ci.compare.Figures;
import simul.spec.text.JsonText;

/** A comparison of the I/O models as JSON. */
public final class ComparisonJson {
  private ComparisonJson() {}

  /** The text. */
  public static String of(Comparison comparison, String version) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("tool", "simul");
    root.put("version", version);
    root.put("cores", comparison.cores());
    root.put("loadBefore", comparison.load());
    root.put("jdk", comparison.jdk());
    root.put("durationMillis", comparison.took().toMillis());
    root.put("figures", comparison.figures().stream().map(ComparisonJson::figures).toList());
    return JsonText.of(root);
  }

  private static Map<String, Object> figures(Figures figures) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("model", figures.model().id());
    map.put("clients", figures.clients());
    map.put("admitted", figures.admitted());
    figures.missing().ifPresent(why -> map.put("missing", why));
    figures
        .cost()
        .ifPresent(
            cost -> {
              map.put("bytesPerClient", cost.bytesPerClient());
              map.put("threads", cost.threads());
              map.put("idlePercent", cost.idlePercent());
            });
    figures
        .load()
        .ifPresent(
            load -> {
              map.put("movesPerSecond", load.movesPerSecond());
              map.put("generatorBound", load.generatorBound());
              map.put("offeredPerSecond", load.offeredPerSecond());
              map.put("p50Millis", load.p50Millis());
              map.put("p99Millis", load.p99Millis());
              map.put("cpuMicrosPerMove", load.cpuMicrosPerMove());
              map.put("late", load.late());
            });
    return map;
  }
}
