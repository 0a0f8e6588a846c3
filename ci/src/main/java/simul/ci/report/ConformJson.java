package simul.ci.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import simul.ci.launch.LaunchRecord;
import simul.conformance.explain.Explanation;
import simul.conformance.explain.Language;
import simul.conformance.verdict.CheckResult;
import simul.conformance.verdict.Finding;
import simul.conformance.verdict.ProcessExit;
import simul.conformance.verdict.SuiteResult;
import simul.spec.text.JsonText;
import simul.spec.wire.HexDump;

/**
 * The JSON result of {@code conform}. Other programs read its names: adding one is fine, renaming
 * one is a breaking change. Its texts are English, whatever the console speaks.
 */
public final class ConformJson {
  private ConformJson() {}

  /** The whole result. */
  public static String of(ConformReport report) {
    SuiteResult result = report.result();
    Explanation english = new Explanation(report.protocol(), Language.ENGLISH);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("tool", "simul");
    json.put("version", report.version());
    json.put("spec", result.spec());
    json.put("target", result.target());
    json.put("seed", result.seed());
    json.put("verdict", report.verdict().name());
    json.put("finished", report.finished());
    json.put("durationMillis", result.duration().toMillis());
    json.put("patienceMillis", result.patience().toMillis());
    report.launch().ifPresent(record -> json.put("launch", launch(record)));
    List<Map<String, Object>> checks =
        result.checks().stream().map(check -> check(check, english)).toList();
    json.put("checks", checks);
    return JsonText.of(json);
  }

  static Map<String, Object> launch(LaunchRecord record) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("command", record.command());
    json.put("restarts", record.restarts());
    json.put("exits", record.losses().stream().map(ConformJson::loss).toList());
    return json;
  }

  private static Map<String, Object> loss(LaunchRecord.Loss loss) {
    Map<String, Object> json = new LinkedHashMap<>();
    loss.check().ifPresent(check -> json.put("check", check));
    loss.exit().ifPresent(exit -> json.put("status", exit.status()));
    loss.exit().flatMap(ProcessExit::signal).ifPresent(signal -> json.put("signal", signal));
    if (loss.exit().isEmpty()) {
      json.put("hung", true);
    }
    json.put("output", loss.lastOutput());
    return json;
  }

  private static Map<String, Object> check(CheckResult check, Explanation english) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", check.rule().id());
    json.put("rule", check.rule().english());
    json.put("level", check.rule().level().name());
    json.put("verdict", check.verdict().name());
    json.put("millis", check.duration().toMillis());
    json.put("evidence", check.evidence().word());
    check.reason().ifPresent(reason -> json.put("reason", reason));
    check.finding().ifPresent(finding -> json.put("finding", finding(finding, english)));
    return json;
  }

  static Map<String, Object> finding(Finding finding, Explanation english) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("sent", String.join("; ", english.sent(finding)));
    json.put("expected", english.expected(finding.expected()));
    json.put("actual", english.actual(finding.actual()));
    json.put("received", HexDump.hex(finding.received()));
    if (!english.output(finding).isEmpty()) {
      json.put("output", english.output(finding));
    }
    finding.hint().ifPresent(hint -> json.put("hint", english.hint(hint)));
    finding.replay().ifPresent(file -> json.put("replay", file));
    return json;
  }
}
