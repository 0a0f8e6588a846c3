package simul.ci.report;

import java.nio.ByteOrder;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import simul.conformance.explain.Language;
import simul.conformance.survey.Candidate;
import simul.conformance.survey.Fact;
import simul.conformance.survey.FramingGuess;
import simul.conformance.survey.Question;
import simul.conformance.survey.Reason;
import simul.conformance.survey.Survey;
import simul.spec.text.JsonText;
import simul.spec.wire.HexDump;

/**
 * The JSON result of {@code spec probe}. Other programs read its names: adding one is fine,
 * renaming one is a breaking change. Its texts are English, whatever the console speaks.
 */
public final class SurveyJson {
  private static final SurveyText TEXTS = new SurveyText(Language.ENGLISH);

  private SurveyJson() {}

  /** The whole result. */
  public static String of(Survey survey, String target, Duration timeout, String version) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("tool", "simul");
    json.put("version", version);
    json.put("target", target);
    json.put("timeoutMillis", timeout.toMillis());
    json.put("promise", TEXTS.say("promise"));
    json.put("facts", survey.facts().stream().map(SurveyJson::fact).toList());
    json.put("candidates", survey.candidates().stream().map(SurveyJson::candidate).toList());
    json.put("questions", survey.questions().stream().map(SurveyJson::question).toList());
    return JsonText.of(json);
  }

  private static Map<String, Object> fact(Fact fact) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", fact.kind().name());
    json.put("text", TEXTS.fact(fact));
    json.put("values", fact.values());
    json.put("bytes", HexDump.hex(fact.bytes()));
    return json;
  }

  private static Map<String, Object> candidate(Candidate candidate) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("framing", framing(candidate.framing()));
    json.put("text", TEXTS.framing(candidate.framing()));
    json.put("strength", candidate.strength().name());
    json.put("bits", candidate.bits());
    json.put("reasons", candidate.reasons().stream().map(SurveyJson::reason).toList());
    json.put("frames", candidate.frames().stream().map(SurveyJson::frame).toList());
    return json;
  }

  private static Map<String, Object> framing(FramingGuess guess) {
    Map<String, Object> json = new LinkedHashMap<>();
    if (guess instanceof FramingGuess.LengthField length) {
      json.put("kind", "length");
      number(json, length.offset(), length.width(), length.order());
      json.put("uncountedBytes", length.uncountedBytes());
    } else if (guess instanceof FramingGuess.CountField count) {
      json.put("kind", "count");
      number(json, count.offset(), count.width(), count.order());
      json.put("recordBytes", count.recordBytes());
    } else if (guess instanceof FramingGuess.FixedSize fixed) {
      json.put("kind", "fixed");
      json.put("bytes", fixed.bytes());
    } else if (guess instanceof FramingGuess.SizeByType byType) {
      json.put("kind", "size-by-type");
      json.put("order", order(byType.order()));
      json.put("sizes", byType.sizes());
    } else if (guess instanceof FramingGuess.Text text) {
      json.put("kind", "text");
      json.put("encoding", text.encoding().word());
      json.put("ending", text.ending().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
    return json;
  }

  private static void number(Map<String, Object> json, int offset, int width, ByteOrder order) {
    json.put("offset", offset);
    json.put("width", width);
    json.put("order", order(order));
  }

  private static String order(ByteOrder order) {
    return order == ByteOrder.BIG_ENDIAN ? "big" : "little";
  }

  private static Map<String, Object> reason(Reason reason) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", reason.kind().name());
    json.put("text", TEXTS.reason(reason));
    json.put("values", reason.values());
    return json;
  }

  private static Map<String, Object> frame(Candidate.Frame frame) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("connection", frame.connection());
    json.put("offset", frame.offset());
    json.put("size", frame.size());
    json.put("bytes", HexDump.hex(frame.start()));
    return json;
  }

  private static Map<String, Object> question(Question question) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", question.name());
    json.put("text", TEXTS.question(question));
    return json;
  }
}
