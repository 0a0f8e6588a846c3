package simul.ci.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import simul.conformance.explain.Explanation;
import simul.conformance.explain.Language;
import simul.conformance.fuzz.Coverage;
import simul.conformance.fuzz.Cut;
import simul.conformance.fuzz.Discovery;
import simul.conformance.fuzz.FuzzResult;
import simul.spec.text.JsonText;

/**
 * The JSON result of {@code fuzz}. Other programs read its names: adding one is fine, renaming one
 * is a breaking change. Its texts are English, whatever the console speaks.
 */
public final class FuzzJson {
  private FuzzJson() {}

  /** The whole result. */
  public static String of(FuzzReport report) {
    FuzzResult result = report.result();
    Explanation english = new Explanation(report.protocol(), Language.ENGLISH);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("tool", "simul");
    json.put("version", report.version());
    json.put("spec", result.spec());
    json.put("target", result.target());
    json.put("seed", result.seed());
    json.put("verdict", report.verdict().name());
    json.put("finished", report.finished());
    json.put("end", result.end().name());
    if (!result.reason().isEmpty()) {
      json.put("reason", result.reason());
    }
    json.put("durationMillis", result.duration().toMillis());
    json.put("patienceMillis", result.patience().toMillis());
    report.launch().ifPresent(record -> json.put("launch", ConformJson.launch(record)));
    json.put("tries", result.tries());
    json.put("undecided", result.undecided());
    json.put("coverage", coverage(result.coverage()));
    json.put("findings", result.discoveries().stream().map(d -> found(d, english)).toList());
    return JsonText.of(json);
  }

  private static Map<String, Object> coverage(Coverage coverage) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("reached", coverage.reached());
    json.put("all", coverage.all());
    List<Cut> cuts = coverage.cuts();
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Coverage.Row row : coverage.rows()) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("packet", row.packet());
      line.put("mutation", row.mutation().word());
      for (int i = 0; i < cuts.size(); i++) {
        if (row.counts().get(i) >= 0) {
          line.put(cuts.get(i).word(), row.counts().get(i));
        }
      }
      rows.add(line);
    }
    json.put("table", rows);
    return json;
  }

  private static Map<String, Object> found(Discovery found, Explanation english) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("harm", found.harm().word());
    json.put("id", found.ruleId());
    json.put("mutation", found.mutation().word());
    json.put("confirmed", found.confirmed());
    json.put("tries", found.tries());
    json.put("millis", found.after().toMillis());
    json.put("seen", found.seen());
    json.put("packets", found.packets());
    json.put("finding", ConformJson.finding(found.finding(), english));
    return json;
  }
}
