package simul.spec.header;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import simul.spec.load.SpecLoader;

/** Takes {@code key: value, key: value} apart; the values stay as they are written. */
final class FlowEntries {
  private static final Pattern ENTRY =
      Pattern.compile("\\s*([\\p{L}\\p{N}_-]+)\\s*:\\s+(\\S.*)", Pattern.DOTALL);

  private FlowEntries() {}

  /**
   * The values by their keys, in order.
   *
   * @throws IllegalArgumentException when the text is no such list; the message says why
   */
  static Map<String, String> of(String text) {
    SpecLoader.checkSyntax("annotation", "{ " + text + " }").stream()
        .findFirst()
        .ifPresent(
            problem -> {
              throw new IllegalArgumentException(problem.message());
            });
    Map<String, String> entries = new LinkedHashMap<>();
    int from = 0;
    while (from <= text.length()) {
      int to = end(text, from);
      Matcher entry = ENTRY.matcher(text.substring(from, to));
      if (!entry.matches()) {
        throw new IllegalArgumentException(
            "it must be KEY: VALUE, but is " + Snippet.of(text.substring(from, to)));
      }
      entries.put(entry.group(1), entry.group(2).strip());
      from = to + 1;
    }
    return entries;
  }

  /** Whether a text is a mapping in braces whose entries can be taken apart. */
  static boolean areInBraces(String text) {
    try {
      return !inBraces(text).isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** The entries of a mapping in braces. */
  static Map<String, String> inBraces(String text) {
    if (!text.startsWith("{") || !text.endsWith("}")) {
      throw new IllegalArgumentException("it must be { KEY: VALUE, ... } on one line");
    }
    return of(text.substring(1, text.length() - 1).strip());
  }

  /** Whether a quote opens a text; in the middle of a word it is a letter like others. */
  private static boolean startsValue(String text, int at) {
    int before = at - 1;
    while (before >= 0 && Character.isWhitespace(text.charAt(before))) {
      before--;
    }
    return before < 0 || ",:[{".indexOf(text.charAt(before)) >= 0;
  }

  /** The next comma that separates entries, or the end. */
  private static int end(String text, int from) {
    int depth = 0;
    char quote = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        i += quote == '"' && c == '\\' ? 1 : 0;
        quote = c == quote ? 0 : quote;
      } else if ((c == '"' || c == '\'') && startsValue(text, i)) {
        quote = c;
      } else if (c == '[' || c == '{') {
        depth++;
      } else if (c == ']' || c == '}') {
        depth--;
      } else if (c == ',' && depth == 0) {
        return i;
      }
    }
    return text.length();
  }
}
