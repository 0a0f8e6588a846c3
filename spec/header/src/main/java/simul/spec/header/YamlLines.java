package simul.spec.header;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The lines of a YAML text in the making. */
final class YamlLines {
  /** Words that YAML 1.2 takes for something else than a word. */
  private static final Pattern SPECIAL = Pattern.compile("(?i)true|false|null");

  /** What a comment may not hold: it would end it, or be no YAML. */
  private static final Pattern UNPRINTABLE =
      Pattern.compile("[\\p{Cntrl}\\p{Cs}\\p{Co}\\p{Cn}\\u2028\\u2029\\uFEFF\\uFFFE\\uFFFF]");

  private final List<String> lines = new ArrayList<>();

  YamlLines add(String line) {
    lines.add(line);
    return this;
  }

  /** Adds a line that was guessed. */
  YamlLines guessed(String line, String reason) {
    return add(line + remark(reason));
  }

  /** Adds a line, or what would stand there as a comment. */
  YamlLines comment(String text) {
    return add(("# " + clean(text)).stripTrailing());
  }

  YamlLines blank() {
    return add("");
  }

  /** The comment behind something guessed. */
  static String remark(String reason) {
    return reason.equals(Hunch.CONFIRMED)
        ? "  # " + Hunch.CONFIRMED
        : "  # guessed: " + clean(reason) + "; check";
  }

  /** A text without what a comment cannot hold. */
  static String clean(String text) {
    return UNPRINTABLE.matcher(text).replaceAll(" ");
  }

  /** A name as a key or value, in quotes where it needs them. */
  static String word(String name) {
    return SPECIAL.matcher(name).matches() ? '"' + name + '"' : name;
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  String text() {
    return String.join("\n", lines) + "\n";
  }
}
