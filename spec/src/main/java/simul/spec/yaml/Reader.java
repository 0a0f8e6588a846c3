package simul.spec.yaml;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads a mapping leniently: what is missing or of another shape comes back as empty. */
public record Reader(Value value) {

  public static Reader of(Value value) {
    return new Reader(value);
  }

  /** The mapping's entries; none when the value is no mapping. */
  public Map<String, Value> entries() {
    return value instanceof Value.Mapping mapping ? mapping.entries() : Map.of();
  }

  public Optional<Value> get(String key) {
    return Optional.ofNullable(entries().get(key));
  }

  /** Where a key's value stands, or the mapping itself when the key is missing. */
  public Value place(String key) {
    return get(key).orElse(value);
  }

  public Reader map(String key) {
    return Reader.of(get(key).orElse(new Value.Mapping(value.line(), value.column())));
  }

  public List<Reader> list(String key) {
    return get(key).orElse(null) instanceof Value.Sequence sequence
        ? sequence.items().stream().map(Reader::of).toList()
        : List.of();
  }

  public Optional<String> text(String key) {
    return get(key).filter(Value.Scalar.class::isInstance).map(v -> ((Value.Scalar) v).text());
  }

  public Optional<Long> whole(String key) {
    return get(key).filter(Value.Scalar.class::isInstance).map(v -> ((Value.Scalar) v).whole());
  }

  public Optional<Double> number(String key) {
    return get(key).filter(Value.Scalar.class::isInstance).map(v -> ((Value.Scalar) v).number());
  }

  public long whole(String key, long otherwise) {
    return whole(key).orElse(otherwise);
  }

  /** Whether the mapping has the key. */
  public boolean has(String key) {
    return entries().containsKey(key);
  }

  /** The constant whose name is the text's, upper case. */
  public <E extends Enum<E>> Optional<E> choice(String key, Class<E> type) {
    return text(key)
        .flatMap(
            word ->
                Arrays.stream(type.getEnumConstants())
                    .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(word))
                    .findFirst());
  }
}
