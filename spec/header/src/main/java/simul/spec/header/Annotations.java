package simul.spec.header;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import simul.spec.model.Sender;

/**
 * What a header says of itself in comments that start with {@code simul:}, because C++ cannot say
 * it. It is told, not guessed, so it stands above every guess; but where a field is and how wide,
 * the structs alone say.
 *
 * @param parts parts of the spec, by their paths
 * @param types of structs and enumerations, by where those are
 * @param values of members and of the values of enumerations, by where those are
 */
public record Annotations(
    Map<String, AnnotationPart> parts,
    Map<Place, Annotation> types,
    Map<Place, Annotation> values) {
  static final Annotations NONE = new Annotations(Map.of(), Map.of(), Map.of());

  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

  public Annotations {
    parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  boolean isEmpty() {
    return parts.isEmpty() && types.isEmpty() && values.isEmpty();
  }

  Optional<AnnotationPart> part(String path) {
    return Optional.ofNullable(parts.get(path));
  }

  /** The parts of a section, in the order of the header. */
  List<AnnotationPart> section(String section) {
    return parts.values().stream()
        .filter(part -> part.path().equals(section) || part.path().startsWith(section + "."))
        .toList();
  }

  /** Whether something is told of a section; then nothing of it is guessed. */
  boolean tells(String section) {
    return !section(section).isEmpty();
  }

  /** The names of the fields that all packets of one end start with. */
  Optional<List<String>> header(Sender sender) {
    return part("header." + sender.word())
        .or(() -> part("header"))
        .map(part -> NAME.matcher(part.value()).results().map(r -> r.group()).toList());
  }

  Annotation of(Struct struct) {
    return types.getOrDefault(struct.place(), Annotation.NONE);
  }

  Annotation of(Enumeration enumeration) {
    return types.getOrDefault(enumeration.place(), Annotation.NONE);
  }

  Annotation of(Member member) {
    return values.getOrDefault(member.place(), Annotation.NONE);
  }

  Annotation of(Constant enumerator) {
    return values.getOrDefault(enumerator.place(), Annotation.NONE);
  }

  /** What a value that may be a constant's name comes to: that constant's number, or the text. */
  static String number(String text, Header header) {
    Matcher matcher = NAME.matcher(text);
    return matcher.matches()
        ? constant(text, header).map(found -> String.valueOf(found.value())).orElse(text)
        : text;
  }

  static Optional<Constant> constant(String name, Header header) {
    return header
        .constant(name)
        .or(() -> header.allConstants().filter(each -> each.name().equals(name)).findFirst());
  }

  /** What stands on a line: a path, or keys. */
  String at(Place line) {
    Stream<String> paths =
        parts.values().stream().filter(part -> part.covers(line)).map(AnnotationPart::path);
    Stream<String> keys =
        Stream.of(types, values)
            .flatMap(map -> map.values().stream())
            .flatMap(annotation -> annotation.keysOn(line));
    return Stream.concat(paths, keys).distinct().collect(Collectors.joining(", "));
  }

  /** The same without what stands on a line. */
  Annotations without(Place line) {
    Map<String, AnnotationPart> newParts = new LinkedHashMap<>(parts);
    newParts.values().removeIf(part -> part.covers(line));
    return new Annotations(newParts, without(types, line), without(values, line));
  }

  private static Map<Place, Annotation> without(Map<Place, Annotation> map, Place line) {
    Map<Place, Annotation> left = new LinkedHashMap<>();
    map.forEach(
        (place, annotation) -> {
          Annotation kept = annotation.without(line);
          if (!kept.values().isEmpty()) {
            left.put(place, kept);
          }
        });
    return left;
  }
}
