package simul.spec.header;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The lines of a YAML text in the making. */
final class YamlLines {
  /** Words that YAML 1.2 takes for something else than a word. */
  private static final Pattern SPECIAL = Pattern.compile("(?i)true|false|null");

  /** What a comment may not hold: it would end it, or be no YAML. */
  private static final Pattern UNPRINTABLE =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}\\u2028\\u2029\\uFEFF\\uFFFE\\uFFFF]");

  /** A line, and where the header tells it. */
  private record Line(String text, Optional<Place> told) {}

  private final List<Line> lines = new ArrayList<>();

  YamlLines add(String line) {
    lines.add(new Line(line, Optional.empty()));
    return this;
  }

  /** Adds a line that was guessed. */
  YamlLines guessed(String line, String reason) {
    return add(line + remark(reason));
  }

  /** Adds a line of which the header tells something. */
  YamlLines told(String line, Place place) {
    lines.add(new Line(line, Optional.of(place)));
    return this;
  }

  /** Adds a part of a spec as the header tells it. */
  YamlLines told(String indent, AnnotationPart part) {
    String mark = remark(Hunch.TOLD);
    // Behind any other first line the mark could become part of a text that is not at its end.
    boolean single = part.lines().size() == 1;
    boolean room = single || part.value().isEmpty();
    if (!room) {
      add(indent + mark.strip());
    }
    for (int i = 0; i < part.lines().size(); i++) {
      String end = i == 0 && room ? mark : "";
      told((indent + part.lines().get(i) + end).stripTrailing(), part.place(i));
    }
    return this;
  }

  /**
   * Adds what stands behind the key of such a part, on lines of its own: the key's line is then the
   * writer's, so that what is wrong with the mapping as a whole is no fault of its first entry.
   */
  YamlLines inside(String indent, AnnotationPart part) {
    if (part.isBlock()) {
      List<String> block = part.block(indent);
      for (int i = 0; i < block.size(); i++) {
        told(block.get(i), part.place(i + 1));
      }
      return this;
    }
    told(indent + part.value(), part.place());
    for (int i = 1; i < part.lines().size(); i++) {
      told(indent + part.lines().get(i), part.place(i));
    }
    return this;
  }

  YamlLines addAll(YamlLines others) {
    lines.addAll(others.lines);
    return this;
  }

  /** Adds a line, or what would stand there as a comment. */
  YamlLines comment(String text) {
    return add(("# " + clean(text)).stripTrailing());
  }

  YamlLines blank() {
    return add("");
  }

  /** The comment behind something guessed, told or confirmed. */
  static String remark(String reason) {
    boolean sure = reason.equals(Hunch.CONFIRMED) || reason.equals(Hunch.TOLD);
    return sure ? "  # " + reason : "  # guessed: " + clean(reason) + "; check";
  }

  /** A text without what a comment cannot hold. */
  static String clean(String text) {
    return UNPRINTABLE.matcher(text).replaceAll(" ");
  }

  /** A name as a key or value, in quotes where it needs them. */
  static String word(String name) {
    return SPECIAL.matcher(name).matches() ? '"' + name + '"' : name;
  }

  /** Whether there is nothing but comments. */
  boolean isEmpty() {
    return lines.stream().allMatch(line -> line.text().strip().startsWith("#"));
  }

  /** Where the header tells something of a line, counted from 1. */
  Optional<Place> told(int line) {
    return line < 1 || line > lines.size() ? Optional.empty() : lines.get(line - 1).told();
  }

  String text() {
    return lines.stream().map(Line::text).collect(Collectors.joining("\n", "", "\n"));
  }
}
