package simul.spec.header;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import simul.spec.header.Refusal.Reason;
import simul.spec.load.SpecLoader;

/** Takes the block comment with which a header tells parts of a spec apart into those parts. */
final class AnnotationBlock {
  private static final Pattern KEY = Pattern.compile("([\\p{L}\\p{N}_-]+):(\\s.*)?");
  private static final String ONE = "\"?[\\p{L}_][\\p{L}\\p{N}_]*\"?";
  private static final Pattern NAMES =
      Pattern.compile("\\[\\s*(" + ONE + "(\\s*,\\s*" + ONE + ")*)?\\s*\\]");
  private static final Pattern SPEC_NAME = Pattern.compile("\"?[a-z][a-z0-9-]*\"?");

  /** Parts that are taken key by key, so that one mistake spoils no more than its key. */
  private static final Set<String> SECTIONS =
      Set.of("encoding", "framing", "header", "roles", "world");

  private static final Map<String, String> SAID_ELSEWHERE =
      Map.of(
          "spec", "the version is the program's",
          "constants", "the header's own constants are used",
          "types", "the structs and enumerations say them",
          "packets", "the structs say them",
          "encoding.pack", "#pragma pack says it");

  private final Map<String, AnnotationPart> parts = new LinkedHashMap<>();
  private final List<Refusal> refusals;

  /**
   * @param refusals gets what is no part of a spec
   */
  AnnotationBlock(List<Refusal> refusals) {
    this.refusals = refusals;
  }

  /** The parts of all blocks, in the order of the header. */
  Map<String, AnnotationPart> parts() {
    return parts;
  }

  /**
   * Adds a block.
   *
   * @param place of its first line
   */
  void add(Place place, List<String> lines) {
    for (AnnotationPart part : split("", place, lines)) {
      if (SECTIONS.contains(part.path())) {
        section(part);
      } else {
        add(part);
      }
    }
  }

  private void section(AnnotationPart part) {
    if (part.isBlock()) {
      List<String> inner = part.lines().subList(1, part.lines().size());
      split(part.path() + ".", part.place(1), inner).forEach(this::add);
    } else if (part.lines().size() == 1 && part.value().startsWith("{")) {
      try {
        FlowEntries.inBraces(part.value())
            .forEach((key, value) -> add(inline(part.path() + "." + key, part.place(), value)));
      } catch (IllegalArgumentException e) {
        refuse(part.path(), part.place(), e.getMessage());
      }
    } else if (part.path().equals("header")) {
      add(part);
    } else {
      refuse(
          part.path(),
          part.place(),
          "its keys must be on lines of their own, or all on its line in { }");
    }
  }

  private static AnnotationPart inline(String path, Place place, String value) {
    String key = path.substring(path.indexOf('.') + 1);
    return new AnnotationPart(path, place, List.of(key + ": " + value));
  }

  /** The lines by the keys that start at the left; what belongs to no key is refused. */
  private List<AnnotationPart> split(String prefix, Place place, List<String> given) {
    List<String> lines = AnnotationPart.dedented(given);
    List<AnnotationPart> found = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= lines.size(); i++) {
      String line = i < lines.size() ? lines.get(i) : "";
      boolean key = KEY.matcher(line).matches();
      if (start >= 0 && (key || i == lines.size())) {
        found.add(part(prefix, place, lines, start, i));
      }
      if (key) {
        start = i;
      } else if (!belongs(line, start >= 0)) {
        refuse(Snippet.of(line), new Place(place.file(), place.line() + i), "it is no KEY: VALUE");
        lines.set(i, "");
      }
    }
    return found;
  }

  private static boolean belongs(String line, boolean behindKey) {
    boolean nothing = line.isBlank() || line.strip().startsWith("#");
    return nothing || behindKey && (line.startsWith(" ") || line.startsWith("- "));
  }

  private static AnnotationPart part(
      String prefix, Place place, List<String> lines, int from, int to) {
    int end = to;
    while (lines.get(end - 1).isBlank()) {
      end--;
    }
    Matcher key = KEY.matcher(lines.get(from));
    key.matches();
    Place start = new Place(place.file(), place.line() + from);
    return new AnnotationPart(prefix + key.group(1), start, lines.subList(from, end));
  }

  private void add(AnnotationPart part) {
    String wrong = wrong(part);
    if (wrong.isEmpty()) {
      parts.put(part.path(), part);
    } else {
      refuse(part.path(), part.place(), wrong);
    }
  }

  private String wrong(AnnotationPart part) {
    AnnotationPart earlier = parts.get(part.path());
    if (earlier != null) {
      return "it is told already, in line " + earlier.place().line();
    }
    if (SAID_ELSEWHERE.containsKey(part.path())) {
      return SAID_ELSEWHERE.get(part.path());
    }
    boolean header = part.path().equals("header") || part.path().startsWith("header.");
    if (header && !NAMES.matcher(part.value()).matches()) {
      return "it must be a list of names: [ size, type ]";
    }
    if (part.path().equals("name") && !SPEC_NAME.matcher(part.value()).matches()) {
      return "it must be a short name (a-z, 0-9, -)";
    }
    return SpecLoader.checkSyntax("annotation", String.join("\n", part.lines())).stream()
        .map(problem -> "line " + problem.line() + " of it: " + problem.message())
        .findFirst()
        .orElse("");
  }

  private void refuse(String what, Place place, String why) {
    refusals.add(new Refusal("the annotation " + what, place, Reason.ANNOTATION, why));
  }
}
