package simul.spec.text;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * JSON as text, from maps (objects, in their order), lists, strings, numbers, booleans and null.
 * Objects that hold only plain values, and all lists of those, stand on one line.
 */
public final class JsonText {
  private final StringBuilder out = new StringBuilder();

  private JsonText() {}

  /**
   * The text of a value, ending in a newline.
   *
   * @throws IllegalArgumentException when something in it has no JSON form
   */
  public static String of(Object value) {
    JsonText json = new JsonText();
    json.value(value, 0);
    return json.out.append('\n').toString();
  }

  private void value(Object value, int depth) {
    if (value instanceof Map<?, ?> map) {
      all(
          map.entrySet().iterator(),
          "{}",
          isFlat(map.values()),
          depth,
          entry -> {
            string(String.valueOf(((Map.Entry<?, ?>) entry).getKey()));
            out.append(": ");
            value(((Map.Entry<?, ?>) entry).getValue(), depth + 1);
          });
    } else if (value instanceof List<?> list) {
      all(list.iterator(), "[]", isFlat(list), depth, item -> value(item, depth + 1));
    } else if (value instanceof String text) {
      string(text);
    } else if (value instanceof Double number) {
      number(number);
    } else if (value == null
        || value instanceof Boolean
        || value instanceof Integer
        || value instanceof Long) {
      out.append(value);
    } else {
      throw new IllegalArgumentException("no JSON form: " + value.getClass());
    }
  }

  private static boolean isFlat(Iterable<?> values) {
    for (Object value : values) {
      if (value instanceof Map || value instanceof List) {
        return false;
      }
    }
    return true;
  }

  private void all(
      Iterator<?> items, String brackets, boolean flat, int depth, Consumer<Object> writer) {
    out.append(brackets.charAt(0));
    String separator = flat ? "" : "\n" + "  ".repeat(depth + 1);
    boolean any = items.hasNext();
    while (items.hasNext()) {
      out.append(separator);
      writer.accept(items.next());
      separator = flat ? ", " : ",\n" + "  ".repeat(depth + 1);
    }
    out.append(any && !flat ? "\n" + "  ".repeat(depth) : "").append(brackets.charAt(1));
  }

  /** At most three decimals: what is measured here is not known more exactly. */
  private void number(double number) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      throw new IllegalArgumentException("no JSON form: " + number);
    }
    String text = String.format(Locale.ROOT, "%.3f", number);
    out.append(text.replaceFirst("(\\.\\d)0+$", "$1").replaceFirst("(\\.\\d\\d)0$", "$1"));
  }

  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ' || Character.isSurrogate(c) && !isPair(text, i)) {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  private static boolean isPair(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
  }
}
