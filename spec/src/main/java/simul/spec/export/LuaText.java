package simul.spec.export;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Lua tables as text, from maps (their keys are words), lists, strings, numbers and booleans; a map
 * whose keys are numbers becomes a table with those keys. Nothing is printed for null.
 */
final class LuaText {
  private final StringBuilder out = new StringBuilder();

  private LuaText() {}

  static String of(Object value) {
    LuaText text = new LuaText();
    text.value(value, 0);
    return text.out.toString();
  }

  private void value(Object value, int depth) {
    if (value instanceof Map<?, ?> map) {
      table(map, depth);
    } else if (value instanceof List<?> list) {
      list(list, depth);
    } else if (value instanceof String text) {
      out.append(quoted(text));
    } else if (value instanceof Number || value instanceof Boolean) {
      out.append(value);
    } else {
      throw new IllegalArgumentException("no form in Lua: " + value);
    }
  }

  private void table(Map<?, ?> map, int depth) {
    boolean flat = map.values().stream().noneMatch(LuaText::isLarge);
    String separator = flat ? " " : "\n" + "  ".repeat(depth + 1);
    out.append('{');
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (entry.getValue() != null) {
        out.append(separator);
        out.append(entry.getKey() instanceof Number n ? "[" + n + "]" : entry.getKey());
        out.append(" = ");
        value(entry.getValue(), depth + 1);
        out.append(',');
      }
    }
    out.append(flat ? " }" : "\n" + "  ".repeat(depth) + "}");
  }

  private static boolean isLarge(Object value) {
    return value instanceof List<?> list && !list.isEmpty()
        || value instanceof Map<?, ?> map && map.values().stream().anyMatch(Map.class::isInstance)
        || value instanceof Map<?, ?> table && table.size() > 6;
  }

  private void list(List<?> list, int depth) {
    if (list.isEmpty()) {
      out.append("{}");
      return;
    }
    out.append('{');
    for (Object item : list) {
      out.append('\n').append("  ".repeat(depth + 1));
      value(item, depth + 1);
      out.append(',');
    }
    out.append('\n').append("  ".repeat(depth)).append('}');
  }

  /** Bytes that are no printable ASCII become decimal escapes, which every Lua has. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (b == '"' || b == '\\') {
        quoted.append('\\').append((char) b);
      } else if (b < ' ' || b == 127) {
        quoted.append(String.format(Locale.ROOT, "\\%03d", b & 0xFF));
      } else {
        quoted.append((char) b);
      }
    }
    return quoted.append('"').toString();
  }
}
