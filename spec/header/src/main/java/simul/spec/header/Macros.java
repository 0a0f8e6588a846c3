package simul.spec.header;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.cdt.core.dom.ast.IMacroBinding;

/**
 * The macros that may be constants, as declarations for the parser: a macro is text, and only the
 * parser knows what the text comes to. One declaration is {@code constexpr auto simul_value_7 =
 * (NAME);}, on a line of its own after everything else.
 */
final class Macros {
  private static final String PREFIX = "simul_value_";
  private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*");

  private final Supplier<Map<String, IMacroBinding>> defined;
  private final List<String> names = new ArrayList<>();

  /**
   * @param defined the macros that are defined when all given files have been read
   */
  Macros(Supplier<Map<String, IMacroBinding>> defined) {
    this.defined = defined;
  }

  /** The declarations, one a line. */
  String declarations() {
    Map<String, IMacroBinding> macros = defined.get();
    StringBuilder text = new StringBuilder();
    macros.forEach(
        (name, macro) -> {
          if (!macro.isFunctionStyle() && isExpression(name, macros, new HashSet<>())) {
            text.append("constexpr auto ").append(PREFIX).append(names.size());
            text.append(" = (").append(name).append(");\n");
            names.add(name);
          }
        });
    return text.toString();
  }

  /**
   * Whether the text of a macro, those in it included, can stand in parentheses without upsetting
   * what follows.
   */
  private static boolean isExpression(
      String name, Map<String, IMacroBinding> macros, Set<String> visited) {
    IMacroBinding macro = macros.get(name);
    if (macro == null || !visited.add(name)) {
      return true;
    }
    String text = new String(macro.getExpansion());
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      if (!isExpression(words.group(), macros, visited)) {
        return false;
      }
    }
    return !text.isBlank() && !text.matches("(?s).*[{};\"#].*") && isBalanced(text);
  }

  private static boolean isBalanced(String text) {
    int depth = 0;
    for (int i = 0; i < text.length() && depth >= 0; i++) {
      depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
    }
    return depth == 0;
  }

  /** The macro that a declared name stands for; empty when it is not one of ours. */
  Optional<String> macro(String declared) {
    return declared.matches(PREFIX + "\\d{1,8}")
        ? Optional.of(names.get(Integer.parseInt(declared.substring(PREFIX.length()))))
        : Optional.empty();
  }
}
