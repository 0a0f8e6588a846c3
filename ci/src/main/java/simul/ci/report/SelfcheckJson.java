package simul.ci.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import simul.conformance.selfcheck.Examination;
import simul.conformance.selfcheck.Matrix;
import simul.conformance.verdict.Verdict;
import simul.spec.rule.Rule;
import simul.spec.text.JsonText;

/**
 * The JSON result of {@code selfcheck}. Adding a name is fine, renaming one is a breaking change.
 */
public final class SelfcheckJson {
  private SelfcheckJson() {}

  /**
   * How the run was made.
   *
   * @param finished whether it came to its end
   */
  public record Setting(
      String version, String spec, long seed, boolean quick, boolean finished, long millis) {}

  /** The whole result. */
  public static String of(Setting setting, Matrix matrix) {
    Matrix.Ratio ratio = matrix.ratio();
    Matrix.Stability stability = matrix.stability();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("tool", "simul");
    json.put("version", setting.version());
    json.put("spec", setting.spec());
    json.put("seed", setting.seed());
    json.put("quick", setting.quick());
    json.put("finished", setting.finished());
    json.put("holds", matrix.holds());
    json.put("durationMillis", setting.millis());
    json.put("mutants", ratio(ratio));
    json.put("areas", areas(matrix));
    Map<String, Object> right = new LinkedHashMap<>();
    right.put("servers", stability.servers());
    right.put("runs", stability.runs());
    right.put("pass", stability.passed());
    right.put("fail", stability.failed());
    right.put("inconclusive", stability.undecided());
    right.put("skipped", stability.skipped());
    json.put("rightServers", right);
    json.put("falseAlarms", matrix.falseAlarms().stream().map(SelfcheckJson::alarm).toList());
    json.put(
        "survivors", matrix.survivors().stream().map(mutant -> mutant.subject().name()).toList());
    json.put("uniqueKills", matrix.uniqueKills());
    json.put("idleChecks", ids(matrix.idleChecks()));
    json.put("untestedRules", ids(matrix.untestedRules()));
    json.put("defects", matrix.defects());
    json.put("runs", matrix.examinations().stream().map(SelfcheckJson::run).toList());
    return JsonText.of(json);
  }

  private static Map<String, Object> ratio(Matrix.Ratio ratio) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("all", ratio.mutants());
    json.put("killed", ratio.killed());
    json.put("killedByTheirRule", ratio.killedByRule());
    return json;
  }

  private static Map<String, Object> areas(Matrix matrix) {
    Map<String, Object> json = new LinkedHashMap<>();
    matrix.mutantsByArea().forEach((area, mutants) -> json.put(area, ratio(Matrix.ratio(mutants))));
    return json;
  }

  private static List<String> ids(List<Rule> rules) {
    return rules.stream().map(Rule::id).toList();
  }

  private static Map<String, Object> alarm(Matrix.Alarm alarm) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("server", alarm.server());
    json.put("rule", alarm.ruleId());
    json.put("verdict", alarm.verdict().name());
    json.put("times", alarm.times());
    json.put("runs", alarm.runs());
    json.put("reason", alarm.reason());
    return json;
  }

  private static Map<String, Object> run(Examination examination) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("server", examination.subject().name());
    json.put("kind", examination.subject().kind().word());
    examination.subject().ruleId().ifPresent(rule -> json.put("rule", rule));
    json.put("finished", examination.finished());
    json.put("millis", examination.duration().toMillis());
    for (Verdict verdict : Verdict.values()) {
      json.put(verdict.name().toLowerCase(java.util.Locale.ROOT), examination.rules(verdict));
    }
    if (!examination.crashes().isEmpty()) {
      json.put("crashes", examination.crashes());
    }
    return json;
  }
}
