package simul.spec.header;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a header says of one declaration in comments that start with {@code simul:}.
 *
 * @param values what is told, by its key
 */
public record Annotation(Map<String, Told> values) {
  /** Nothing. */
  static final Annotation NONE = new Annotation(Map.of());

  /** Keys whose text goes into the spec as it stands, so that only the spec's check knows it. */
  private static final List<String> UNCHECKED = List.of("range", "value", "then");

  public Annotation {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * Something told.
   *
   * @param text as a spec file writes it
   */
  public record Told(String text, Place place) {}

  Optional<Told> told(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** What a key says, without the quotes that YAML may need. */
  Optional<String> text(String key) {
    return told(key).map(told -> told.text().replaceAll("^\"(.*)\"$", "$1"));
  }

  /** Whether it says that a struct is a packet. */
  boolean isPacket() {
    return values.containsKey("from");
  }

  /** What of it stands on a line, and would go first as wrong. */
  Stream<String> keysOn(Place line) {
    Annotation left = without(line);
    return values.keySet().stream().filter(key -> !left.values().containsKey(key));
  }

  /** Where something of it stands; empty when it says nothing. */
  Optional<Place> place() {
    return values.values().stream().map(Told::place).findFirst();
  }

  /**
   * The same without what stands on a line; of that, what the spec's check alone knows goes first.
   */
  Annotation without(Place place) {
    if (values.values().stream().noneMatch(told -> told.place().equals(place))) {
      return this;
    }
    boolean unchecked =
        UNCHECKED.stream()
            .anyMatch(key -> told(key).filter(t -> t.place().equals(place)).isPresent());
    Map<String, Told> left = new LinkedHashMap<>(values);
    left.entrySet()
        .removeIf(
            entry ->
                entry.getValue().place().equals(place)
                    && (!unchecked || UNCHECKED.contains(entry.getKey())));
    return new Annotation(left);
  }
}
