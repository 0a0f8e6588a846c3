package simul.spec.export;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Names of a spec turned into names that another language takes: in ASCII, none of its keywords,
 * each different from the others. A name that is fine already stays as it is.
 */
final class SafeNames {
  private final Set<String> reserved;
  private final UnaryOperator<String> style;
  private final Map<String, String> safe = new HashMap<>();

  private SafeNames(Set<String> reserved, UnaryOperator<String> style) {
    this.reserved = reserved;
    this.style = style;
  }

  /** Names of one scope. */
  static SafeNames without(Set<String> reserved) {
    return new SafeNames(reserved, UnaryOperator.identity());
  }

  /** Names of one scope in lower case. */
  static SafeNames lowerCaseWithout(Set<String> reserved) {
    return styled(reserved, name -> name.toLowerCase(Locale.ROOT));
  }

  /** Names of one scope in a style of their own. */
  static SafeNames styled(Set<String> reserved, UnaryOperator<String> style) {
    return new SafeNames(reserved, style);
  }

  /** The name that stands for that one; the same whenever it is asked for. */
  String of(String name) {
    String known = safe.get(name);
    if (known != null) {
      return known;
    }
    String wanted = style.apply(ascii(name));
    String free = reserved.contains(wanted) ? wanted + "_" : wanted;
    for (int i = 2; safe.containsValue(free) || reserved.contains(free); i++) {
      free = wanted + "_" + i;
    }
    safe.put(name, free);
    return free;
  }

  /** The name with a code for each character that is no letter or digit of ASCII. */
  static String ascii(String name) {
    StringBuilder text = new StringBuilder();
    name.codePoints()
        .forEach(
            c -> {
              boolean fine = c < 128 && (Character.isLetterOrDigit(c) || c == '_');
              text.append(fine ? Character.toString(c) : String.format(Locale.ROOT, "u%04x", c));
            });
    return text.toString();
  }
}
