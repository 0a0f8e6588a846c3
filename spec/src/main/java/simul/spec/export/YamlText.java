package simul.spec.export;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * YAML as text, in block style, from maps, lists, strings, numbers and booleans; a list of plain
 * values stands on one line.
 */
final class YamlText {
  private final StringBuilder out = new StringBuilder();

  private YamlText() {}

  /** The text of a mapping, ending in a newline. */
  static String of(Map<String, Object> map) {
    YamlText text = new YamlText();
    text.entries(map, 0, "");
    return text.out.toString();
  }

  /**
   * The entries of a mapping.
   *
   * @param first what stands in front of the first key instead of its indent
   */
  private void entries(Map<?, ?> map, int indent, String first) {
    String lead = first.isEmpty() ? " ".repeat(indent) : first;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.append(lead).append(key(String.valueOf(entry.getKey()))).append(':');
      value(entry.getValue(), indent);
      lead = " ".repeat(indent);
    }
  }

  private void value(Object value, int indent) {
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      out.append('\n');
      entries(map, indent + 2, "");
    } else if (value instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance)) {
      out.append('\n');
      for (Object item : list) {
        entries((Map<?, ?>) item, indent + 4, " ".repeat(indent + 2) + "- ");
      }
    } else {
      out.append(' ').append(plain(value)).append('\n');
    }
  }

  private static String plain(Object value) {
    if (value instanceof Map<?, ?>) {
      return "{}";
    }
    if (value instanceof List<?> list) {
      return "[" + String.join(", ", list.stream().map(YamlText::plain).toList()) + "]";
    }
    return value instanceof String text ? text(text) : String.valueOf(value);
  }

  /** Numbers as keys stay numbers; a word that YAML takes for something else is quoted. */
  private static String key(String key) {
    return key.matches("-?[0-9]+") ? key : text(key);
  }

  private static String text(String text) {
    boolean word = text.matches("[A-Za-z_][A-Za-z0-9_/-]*(::[a-z0-9_]+)*");
    boolean special = text.matches("(?i)true|false|null|yes|no|on|off|y|n");
    return word && !special ? text : quoted(text);
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || c == 127) {
        quoted.append(String.format(Locale.ROOT, "\\x%02x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
