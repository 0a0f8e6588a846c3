package simul.ci.iomodel;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import simul.conformance.explain.Language;
import simul.spec.header.Remark;
import simul.spec.text.JsonText;

/**
 * The JSON result of {@code io-model}. Other programs read its names: adding one is fine, renaming
 * one is a breaking change. Its texts are English, whatever the console speaks.
 */
public final class IoModelJson {
  private static final IoModelText TEXTS = new IoModelText(Language.ENGLISH);

  private IoModelJson() {}

  /** The whole result. */
  public static String of(IoModelReport report, String version) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("tool", "simul");
    json.put("version", version);
    json.put("server", report.server());
    json.put("entryPoint", report.entryPoint());
    json.put("models", report.models().stream().map(IoModel::word).toList());
    json.put("holds", report.constraint().holds().name());
    json.put("constraint", report.constraint().word());
    json.put("text", TEXTS.constraint(report));
    json.put("evidence", report.evidence().stream().map(IoModelJson::evidence).toList());
    json.put("files", report.files());
    json.put("unparsed", report.unparsed().stream().map(IoModelJson::remark).toList());
    return JsonText.of(json);
  }

  private static Map<String, Object> evidence(Evidence evidence) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", evidence.place().file());
    json.put("line", evidence.place().line());
    json.put("call", evidence.call());
    json.put("text", evidence.text());
    json.put("function", evidence.function());
    json.put("model", evidence.model().word());
    json.put("sign", evidence.sign().word());
    json.put("strength", evidence.strength().name().toLowerCase(Locale.ROOT));
    json.put("meaning", TEXTS.meaning(evidence));
    return json;
  }

  private static Map<String, Object> remark(Remark remark) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", remark.place().file());
    json.put("line", remark.place().line());
    json.put("text", remark.text());
    return json;
  }
}
