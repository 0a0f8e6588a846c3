package simul.spec.header;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import simul.spec.header.Annotation.Told;
import simul.spec.header.Refusal.Reason;

/**
 * Reads the annotations of a header: block comments that start with {@code simul:}, and {@code //
 * simul:} beside or above a declaration. What says nothing of anything is refused.
 */
final class AnnotationReader {
  private static final Pattern MARK = Pattern.compile("(?:^|[\\s/*])simul:(.*)", Pattern.DOTALL);

  private final Header header;
  private final List<Refusal> refusals = new ArrayList<>();
  private final AnnotationBlock block = new AnnotationBlock(refusals);
  private final Map<Place, Annotation> types = new LinkedHashMap<>();
  private final Map<Place, Annotation> values = new LinkedHashMap<>();

  /** What of the header is on a line, by that line. */
  private final Map<Place, Set<AnnotationKind>> declared = new LinkedHashMap<>();

  private AnnotationReader(Header header) {
    this.header = header;
    for (Struct struct : header.structs()) {
      declare(struct.place(), AnnotationKind.of(struct));
      struct.members().forEach(member -> declare(member.place(), AnnotationKind.of(member)));
    }
    for (Enumeration enumeration : header.enumerations()) {
      declare(enumeration.place(), AnnotationKind.of(enumeration));
      enumeration.values().forEach(value -> declare(value.place(), AnnotationKind.of(value)));
    }
  }

  private void declare(Place place, AnnotationKind kind) {
    declared.computeIfAbsent(place, p -> new LinkedHashSet<>()).add(kind);
  }

  /** The same header with its annotations, and with refusals of what they say wrongly. */
  static Header read(Header header) {
    AnnotationReader reader = new AnnotationReader(header);
    reader.readAll();
    return header.with(
        new Annotations(reader.block.parts(), reader.types, reader.values),
        Stream.concat(header.refusals().stream(), reader.refusals.stream()).toList());
  }

  private void readAll() {
    Map<Place, String> lines = new LinkedHashMap<>();
    Map<String, TreeMap<Integer, Integer>> comments = new LinkedHashMap<>();
    for (Comment comment : header.comments()) {
      Place place = comment.place();
      List<String> source = List.of(comment.source().split("\n", -1));
      if (comment.ownLine()) {
        comments
            .computeIfAbsent(place.file(), f -> new TreeMap<>())
            .put(place.line(), place.line() + source.size());
      }
      Matcher mark = MARK.matcher(source.get(0));
      if (!mark.find()) {
        continue;
      }
      if (source.size() > 1) {
        block.add(new Place(place.file(), place.line() + 1), inside(source));
      } else {
        lines.put(place, mark.group(1).replaceAll("\\*/$", "").strip());
      }
    }
    lines.forEach(
        (place, text) -> {
          try {
            annotate(place, text, comments.getOrDefault(place.file(), new TreeMap<>()));
          } catch (IllegalArgumentException e) {
            refuse(text, place, e.getMessage());
          }
        });
    types.values().forEach(this::checkWhole);
    types.values().removeIf(AnnotationReader::lacksSender);
  }

  private void checkWhole(Annotation annotation) {
    if (lacksSender(annotation)) {
      String keys = String.join(", ", annotation.values().keySet());
      refuse(keys, annotation.place().orElseThrow(), "a packet needs from: client or server");
    }
  }

  private static boolean lacksSender(Annotation annotation) {
    return !annotation.isPacket()
        && annotation.values().keySet().stream().anyMatch(key -> !key.equals("name"));
  }

  /** The lines of a block comment but the first. */
  private static List<String> inside(List<String> source) {
    List<String> lines = new ArrayList<>(source.subList(1, source.size()));
    int last = lines.size() - 1;
    lines.set(last, lines.get(last).replaceAll("\\s*\\*/$", ""));
    return lines;
  }

  private void annotate(Place place, String text, TreeMap<Integer, Integer> comments) {
    Map<String, String> entries = FlowEntries.of(text);
    Place declaration = place;
    Optional<AnnotationKind> kind = only(declared.getOrDefault(place, Set.of()));
    if (kind.isEmpty()) {
      declaration = below(place, comments);
      kind =
          only(
              declared.getOrDefault(declaration, Set.of()).stream()
                  .filter(AnnotationKind::isType)
                  .toList());
    }
    AnnotationKind found =
        kind.orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no struct, enumeration or member is beside or below it"));
    Map<Place, Annotation> map = found.isType() ? types : values;
    Map<String, Told> told =
        new LinkedHashMap<>(map.getOrDefault(declaration, Annotation.NONE).values());
    entries.forEach(
        (key, value) -> {
          String wrong =
              told.containsKey(key)
                  ? "it is told already, in line " + told.get(key).place().line()
                  : found.wrong(key, value, header);
          if (wrong.isEmpty()) {
            told.put(key, new Told(value, place));
          } else {
            refuse(key + ": " + value, place, wrong);
          }
        });
    if (!told.isEmpty()) {
      map.put(declaration, new Annotation(told));
    }
  }

  private static Optional<AnnotationKind> only(Collection<AnnotationKind> kinds) {
    if (kinds.size() > 1) {
      throw new IllegalArgumentException("several declarations are on its line");
    }
    return kinds.stream().findFirst();
  }

  /** The first line behind the comments that start here. */
  private static Place below(Place place, TreeMap<Integer, Integer> comments) {
    int line = place.line();
    while (comments.containsKey(line)) {
      line = comments.get(line);
    }
    return new Place(place.file(), line);
  }

  private void refuse(String what, Place place, String why) {
    refusals.add(new Refusal("the annotation " + Snippet.of(what), place, Reason.ANNOTATION, why));
  }
}
