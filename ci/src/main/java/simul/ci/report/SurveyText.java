package simul.ci.report;

import java.nio.ByteOrder;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import simul.conformance.explain.Language;
import simul.conformance.survey.Candidate;
import simul.conformance.survey.Fact;
import simul.conformance.survey.FramingGuess;
import simul.conformance.survey.Question;
import simul.conformance.survey.Reason;

/** Puts a survey into words. Immutable. */
final class SurveyText {
  /** From so many bits on, the number of times says nothing any more. */
  private static final double MILLION_BITS = 20;

  private final ResourceBundle texts;

  SurveyText(Language language) {
    this.texts = ResourceBundle.getBundle("simul.ci.report.survey", language.locale());
  }

  /** A text that stands alone: a heading, the promise. */
  String say(String key, Object... values) {
    return MessageFormat.format(texts.getString(key), values);
  }

  private String say(String group, Enum<?> kind, List<String> values) {
    String word = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return say(group + "." + word, values.toArray());
  }

  String fact(Fact fact) {
    return say("fact", fact.kind(), fact.values());
  }

  String reason(Reason reason) {
    return say("reason", reason.kind(), reason.values());
  }

  String question(Question question) {
    return say("question", question, List.of());
  }

  /** How much a candidate is worth, and why. */
  String strength(Candidate candidate) {
    String strength = say("strength", candidate.strength(), List.of());
    String chance =
        candidate.bits() >= MILLION_BITS
            ? say("chance.never")
            : say("chance.once", String.valueOf(Math.round(Math.pow(2, candidate.bits()))));
    return strength + ": " + chance;
  }

  String framing(FramingGuess guess) {
    if (guess instanceof FramingGuess.LengthField length) {
      return length(length);
    }
    if (guess instanceof FramingGuess.CountField count) {
      return say(
          "framing.count",
          number(count.width(), count.order()),
          String.valueOf(count.offset()),
          String.valueOf(count.recordBytes()));
    }
    if (guess instanceof FramingGuess.FixedSize fixed) {
      return say("framing.fixed", String.valueOf(fixed.bytes()));
    }
    if (guess instanceof FramingGuess.SizeByType byType) {
      String sizes =
          byType.sizes().entrySet().stream()
              .map(entry -> entry.getKey() + ": " + entry.getValue())
              .collect(Collectors.joining(", "));
      return say("framing.type", number(4, byType.order()), sizes);
    }
    FramingGuess.Text text = (FramingGuess.Text) guess;
    return say("framing.text", text.encoding().word(), say("ending", text.ending(), List.of()));
  }

  private String length(FramingGuess.LengthField length) {
    String number = number(length.width(), length.order());
    String offset = String.valueOf(length.offset());
    if (length.uncountedBytes() == 0) {
      return say("framing.length.whole", number, offset);
    }
    return length.uncountedBytes() == length.offset() + length.width()
        ? say("framing.length.rest", number, offset)
        : say("framing.length.body", number, offset, String.valueOf(length.uncountedBytes()));
  }

  private String number(int width, ByteOrder order) {
    if (width == 1) {
      return say("number.byte");
    }
    return say(
        order == ByteOrder.BIG_ENDIAN ? "number.big" : "number.little", String.valueOf(width));
  }
}
