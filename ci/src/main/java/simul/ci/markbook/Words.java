package simul.ci.markbook;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.Locale;
import java.util.ResourceBundle;
import simul.ci.grade.Marks;
import simul.conformance.explain.Language;

/** The words of everything that shows marks, in one language. Immutable. */
final class Words {
  private final Language language;
  private final ResourceBundle bundle;

  Words(Language language) {
    this.language = language;
    this.bundle = ResourceBundle.getBundle("simul.ci.markbook.markbook", language.locale());
  }

  Language language() {
    return language;
  }

  /** A text with its values; numbers go in as they are to be read. */
  String say(String key, Object... values) {
    Object[] words = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      words[i] =
          values[i] instanceof BigDecimal points ? points(points) : String.valueOf(values[i]);
    }
    return MessageFormat.format(bundle.getString(key), words);
  }

  /** The word for how a requirement came out. */
  String status(Marks.Status status) {
    return say("status." + status.name().toLowerCase(Locale.ROOT));
  }

  /** A text for one, or for several. */
  String count(String key, long count) {
    return say(count == 1 ? key + ".one" : key + ".many", count);
  }

  String seconds(Duration duration) {
    return say("seconds", new BigDecimal(duration.toMillis()).movePointLeft(3));
  }

  /** Points as people write them: 87.5, 100. */
  static String points(BigDecimal points) {
    return points.signum() == 0 ? "0" : points.stripTrailingZeros().toPlainString();
  }

  /** The same as a number for JSON. */
  static Object number(BigDecimal points) {
    BigDecimal plain = points.stripTrailingZeros();
    return plain.scale() <= 0 ? (Object) plain.longValueExact() : (Object) plain.doubleValue();
  }
}
