package simul.spec.export;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** YAML on one line, in flow style, from maps, lists, strings and numbers. */
final class FlowText {
  private FlowText() {}

  /** The text of a value. */
  static String of(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.isEmpty() ? "{}" : "{ " + entries(map) + " }";
    }
    if (value instanceof List<?> list) {
      return list.isEmpty()
          ? "[]"
          : list.stream().map(FlowText::of).collect(Collectors.joining(", ", "[ ", " ]"));
    }
    if (value instanceof Double number && number == Math.rint(number)) {
      return String.valueOf(number).replaceAll("\\.0$", "");
    }
    return value instanceof String text ? text(text) : String.valueOf(value);
  }

  /** The entries of a mapping without its braces. */
  static String entries(Map<?, ?> map) {
    return map.entrySet().stream()
        .map(entry -> text(String.valueOf(entry.getKey())) + ": " + of(entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  /** A word stays as it is; whatever YAML takes for something else stands in quotes. */
  static String text(String text) {
    boolean word = text.matches("\\$?[\\p{L}_][\\p{L}\\p{N}_.-]*");
    boolean special = text.matches("(?i)true|false|null|yes|no|on|off|y|n");
    return word && (!special || text.matches("[yn]")) ? text : quoted(text);
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || c >= 0xFEFF) {
        quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
