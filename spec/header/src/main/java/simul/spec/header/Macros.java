package simul.spec.header;

import java.util.ArrayList;
import java.util.HashMap;
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
  private static final Pattern DEFINITION =
      Pattern.compile("#\\s*define\\s+([^\\s(]+)", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern WORD =
      Pattern.compile("[\\w&&\\D]\\w*", Pattern.UNICODE_CHARACTER_CLASS);

  /** What the parser may lose when the end of the last file is not what it expects. */
  private static final String SYNCHRONIZATION = "; int simul_lost; int simul_found;\n";

  private static final long LONGEST_EXPANSION = 10_000;
  private static final long NO_EXPRESSION = Integer.MAX_VALUE;

  private final Map<String, Long> lengths = new HashMap<>();
  private final Supplier<Map<String, IMacroBinding>> asked;
  private final Set<String> candidates = new HashSet<>();
  private final Set<String> defined = new HashSet<>();
  private final List<String> names = new ArrayList<>();

  /**
   * @param defined the macros that are defined when all given files have been read
   */
  Macros(List<SourceFile> files, Supplier<Map<String, IMacroBinding>> defined) {
    this.asked = defined;
    for (SourceFile file : files) {
      DEFINITION.matcher(file.text()).results().forEach(match -> candidates.add(match.group(1)));
    }
  }

  /** The declarations, one a line. */
  String declarations() {
    Map<String, IMacroBinding> macros = asked.get();
    defined.addAll(macros.keySet());
    StringBuilder text = new StringBuilder(SYNCHRONIZATION);
    macros.forEach(
        (name, macro) -> {
          if (candidates.contains(name) && !macro.isFunctionStyle() && isExpression(name, macros)) {
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
  private boolean isExpression(String name, Map<String, IMacroBinding> macros) {
    return expandedLength(name, macros) <= LONGEST_EXPANSION;
  }

  /**
   * About how long a macro's text is when those in it are expanded; beyond all bounds when it is no
   * expression. A macro that is being expanded is not expanded again.
   */
  private long expandedLength(String name, Map<String, IMacroBinding> macros) {
    Long known = lengths.putIfAbsent(name, 0L);
    IMacroBinding macro = macros.get(name);
    if (known != null || macro == null) {
      return known == null ? 0 : known;
    }
    String text = new String(macro.getExpansion());
    long length = text.length();
    if (text.isBlank() || text.matches("(?s).*[{};\"#].*") || !isBalanced(text)) {
      length = NO_EXPRESSION;
    }
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      length = Math.min(NO_EXPRESSION, length + expandedLength(words.group(), macros));
    }
    lengths.put(name, length);
    return length;
  }

  private static boolean isBalanced(String text) {
    int depth = 0;
    for (int i = 0; i < text.length() && depth >= 0; i++) {
      depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
    }
    return depth == 0;
  }

  /** Whether a macro is still defined when all files have been read. */
  boolean isDefined(String name) {
    return defined.contains(name);
  }

  /** The macro that a declared name stands for; empty when it is not one of ours. */
  Optional<String> macro(String declared) {
    return declared.matches(PREFIX + "\\d{1,8}")
        ? Optional.of(names.get(Integer.parseInt(declared.substring(PREFIX.length()))))
        : Optional.empty();
  }
}
