package simul.spec.header;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.cdt.core.dom.ast.IASTPreprocessorMacroDefinition;
import org.eclipse.cdt.core.dom.ast.IASTPreprocessorPragmaStatement;
import org.eclipse.cdt.core.dom.ast.IASTPreprocessorStatement;

/**
 * The {@code #pragma pack} statements, replayed in the order in which a compiler meets them. As in
 * a compiler, a packing that is never popped holds for all that follows, in other files too.
 */
final class Packing {
  /** Larger than the alignment of any type: no packing. */
  static final int NATURAL = 16;

  private static final Pattern PACK = Pattern.compile("\\bpack\\s*\\(([^()]*)\\)");
  private static final Pattern NUMBER = Pattern.compile("1|2|4|8|16");
  private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*");

  /** Macros in macros; nobody hides a pragma deeper. */
  private static final int DEEPEST = 8;

  /** A packing that was put aside, and where. */
  private record Saved(int packing, String label, Place place, String pragma) {}

  private final Translation translation;
  private final TreeMap<Integer, Integer> fromOffset = new TreeMap<>();
  private final Deque<Saved> stack = new ArrayDeque<>();
  private final Map<String, String> macros = new TreeMap<>();
  private final Map<Integer, Integer> operators = new TreeMap<>();
  private final List<Remark> remarks = new ArrayList<>();
  private int current = NATURAL;

  Packing(Translation translation) {
    this.translation = translation;
    for (IASTPreprocessorStatement each : translation.unit().getAllPreprocessorStatements()) {
      if (each instanceof IASTPreprocessorMacroDefinition macro) {
        macros.put(macro.getName().toString(), macro.getExpansion());
      } else if (each instanceof IASTPreprocessorPragmaStatement pragma
          && pragma.isActive()
          && !translation.isMacroValue(pragma)) {
        replay(pragma);
      }
    }
    for (Saved saved : stack) {
      remarks.add(
          new Remark(
              saved.place(), saved.pragma() + " is never popped: it holds for all that follows"));
    }
  }

  private void replay(IASTPreprocessorPragmaStatement pragma) {
    List<String> found = PACK.matcher(text(pragma)).results().map(r -> r.group(1)).toList();
    if (pragma.isPragmaOperator()) {
      // Several operators may come from one use of a macro; they are met in the macro's order.
      int index = operators.merge(pragma.getFileLocation().getNodeOffset(), 1, Integer::sum) - 1;
      found = index < found.size() ? List.of(found.get(index)) : List.of();
      if (found.isEmpty() || !label(words(found.get(0))).isEmpty()) {
        remarks.add(
            new Remark(
                translation.place(pragma), Snippet.of(pragma) + " hides a pragma: check packing"));
      }
    }
    if (!found.isEmpty()) {
      replay(found.get(0).strip(), pragma);
      fromOffset.put(translation.offset(pragma), current);
    }
  }

  /** The pragma, or the body of the macro that hides it. */
  private String text(IASTPreprocessorPragmaStatement pragma) {
    String text = pragma.getRawSignature().strip();
    for (int depth = 0; depth < DEEPEST && !PACK.matcher(text).find(); depth++) {
      Matcher word = WORD.matcher(text);
      if (word.lookingAt() && macros.containsKey(word.group())) {
        text = macros.get(word.group()).strip();
      }
    }
    return text;
  }

  private void replay(String arguments, IASTPreprocessorPragmaStatement pragma) {
    List<String> words = words(arguments);
    String first = words.isEmpty() ? "" : words.get(0);
    Place place = translation.place(pragma);
    String shown = Snippet.of(pragma);
    int pops = stack.size();
    switch (first) {
      case "" -> current = NATURAL;
      case "push" -> stack.push(new Saved(current, label(words), place, shown));
      case "pop" -> pop(label(words));
      default -> checkNumber(first, place, shown);
    }
    if (first.equals("pop") && stack.size() == pops) {
      remarks.add(new Remark(place, shown + " pops what nothing has pushed"));
    }
    for (String word : words) {
      String number = expanded(word);
      if (NUMBER.matcher(number).matches()) {
        current = Integer.parseInt(number);
      } else if (!WORD.matcher(number).matches() && !word.equals(first)) {
        checkNumber(word, place, shown);
      }
    }
  }

  private static List<String> words(String arguments) {
    return arguments.isBlank() ? List.of() : List.of(arguments.strip().split("\\s*,\\s*"));
  }

  private void checkNumber(String word, Place place, String shown) {
    if (!word.equals("show") && !NUMBER.matcher(expanded(word)).matches()) {
      remarks.add(
          new Remark(place, shown + " is not understood: 1, 2, 4, 8 or 16 may be packed to"));
    }
  }

  private String expanded(String word) {
    return macros.getOrDefault(word, word).strip();
  }

  /** The name under which something is pushed; empty when it is pushed without one. */
  private String label(List<String> words) {
    return words.stream()
        .skip(1)
        .filter(word -> WORD.matcher(word).matches() && !NUMBER.matcher(expanded(word)).matches())
        .findFirst()
        .orElse("");
  }

  /** Takes back the last packing put aside, or that of a name with all after it. */
  private void pop(String label) {
    if (!label.isEmpty() && stack.stream().noneMatch(saved -> saved.label().equals(label))) {
      return;
    }
    boolean found = stack.isEmpty();
    while (!found) {
      Saved saved = stack.pop();
      current = saved.packing();
      found = label.isEmpty() || saved.label().equals(label) || stack.isEmpty();
    }
  }

  /** The largest alignment that members of a struct at that offset get. */
  int at(int offset) {
    Map.Entry<Integer, Integer> last = fromOffset.floorEntry(offset);
    return last == null ? NATURAL : last.getValue();
  }

  List<Remark> remarks() {
    return remarks;
  }
}
