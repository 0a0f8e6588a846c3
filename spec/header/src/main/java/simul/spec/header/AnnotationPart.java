package simul.spec.header;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a spec that stands in a header's annotation as it would in a spec file.
 *
 * @param path its key, behind that of its section: {@code title}, {@code world.edge}
 * @param place its first line
 * @param lines from the key on, which stands at the start of the first of them
 */
public record AnnotationPart(String path, Place place, List<String> lines) {
  public AnnotationPart {
    lines = List.copyOf(lines);
  }

  /** The last name of the path. */
  String key() {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /** What stands behind the key on its line; empty when the value starts on the next. */
  String value() {
    String behind = lines.get(0).substring(key().length() + 1).strip();
    return behind.startsWith("#") ? "" : behind;
  }

  /** Whether the value has lines of its own. */
  boolean isBlock() {
    return value().isEmpty() && lines.size() > 1;
  }

  Place place(int index) {
    return new Place(place.file(), place.line() + index);
  }

  boolean covers(Place line) {
    return line.file().equals(place.file())
        && line.line() >= place.line()
        && line.line() < place.line() + lines.size();
  }

  /** The lines behind the key's, at an indent. */
  List<String> block(String indent) {
    List<String> rest = lines.subList(1, lines.size());
    int least = indentOf(rest);
    return rest.stream().map(line -> line.isBlank() ? "" : indent + line.substring(least)).toList();
  }

  /** The spaces that all lines start with, blank ones aside. */
  static int indentOf(List<String> lines) {
    return lines.stream()
        .filter(line -> !line.isBlank())
        .mapToInt(line -> line.length() - line.replaceAll("^ +", "").length())
        .min()
        .orElse(0);
  }

  /** The same lines without the spaces that all of them start with. */
  static List<String> dedented(List<String> lines) {
    int least = indentOf(lines);
    List<String> result = new ArrayList<>();
    lines.forEach(line -> result.add(line.isBlank() ? "" : line.substring(least)));
    return result;
  }
}
