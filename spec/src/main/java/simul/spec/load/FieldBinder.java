package simul.spec.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simul.spec.model.Field;
import simul.spec.model.FieldType;
import simul.spec.model.Scalar;
import simul.spec.text.Suggestion;

/** Binds fields and the types that a file defines for them. */
final class FieldBinder {
  private final Problems problems;
  private final Map<String, FieldType.Enumeration> enumerations = new LinkedHashMap<>();

  FieldBinder(Problems problems, Reader types) {
    this.problems = problems;
    types.entries().forEach((name, value) -> define(name, Reader.of(value)));
  }

  private void define(String name, Reader type) {
    Optional<Scalar> scalar = type.text("enum").flatMap(Scalar::parse);
    if (Scalar.parse(name).isPresent()) {
      problems.error(type.value(), "type " + name + " is built in and cannot be defined again");
    }
    if (scalar.isEmpty()) {
      return;
    }
    Map<String, Long> values = new LinkedHashMap<>();
    Reader table = type.map("values");
    for (String word : table.entries().keySet()) {
      table.whole(word).ifPresent(value -> values.put(word, value));
      checkFits(
          table.place(word),
          name + "." + word + " = " + values.get(word),
          values.get(word),
          scalar.get());
    }
    if (values.isEmpty()) {
      problems.error(type.place("values"), "enum " + name + " has no values");
    }
    enumerations.put(name, new FieldType.Enumeration(name, scalar.get(), values));
  }

  private void checkFits(Value place, String what, Long value, Scalar scalar) {
    if (value != null && (value < scalar.min() || value > scalar.max())) {
      problems.error(place, what + " does not fit " + scalar.word() + " " + rangeOf(scalar));
    }
  }

  private static String rangeOf(Scalar scalar) {
    return "(" + scalar.min() + ".." + scalar.max() + ")";
  }

  /**
   * Binds a list of fields.
   *
   * @param taken names that stand in the same frame already
   */
  List<Field> bind(List<Reader> list, List<Field> taken) {
    Map<String, Integer> lines = new HashMap<>();
    taken.forEach(field -> lines.put(field.name(), 0));
    List<Field> fields = new ArrayList<>();
    for (Reader reader : list) {
      Optional<String> name = reader.text("name");
      if (name.isEmpty()) {
        continue;
      }
      Integer earlier = lines.putIfAbsent(name.get(), reader.value().line());
      if (earlier != null) {
        String where = earlier == 0 ? "in the header" : "on line " + earlier;
        problems.error(reader.place("name"), "field " + name.get() + " again; first " + where);
      }
      type(reader).map(type -> field(reader, name.get(), type)).ifPresent(fields::add);
    }
    return fields;
  }

  private Optional<FieldType> type(Reader reader) {
    Optional<String> word = reader.text("type");
    if (word.isEmpty()) {
      return Optional.empty();
    }
    Optional<FieldType> known =
        Scalar.parse(word.get())
            .<FieldType>map(FieldType.Plain::new)
            .or(() -> Optional.ofNullable(enumerations.get(word.get())));
    if (known.isEmpty()) {
      List<String> words =
          new ArrayList<>(Arrays.stream(Scalar.values()).map(Scalar::word).toList());
      words.addAll(enumerations.keySet());
      problems.error(
          reader.place("type"), "no type " + word.get() + Suggestion.phrase(word.get(), words));
    }
    return known;
  }

  private Field field(Reader reader, String name, FieldType type) {
    Field whole = Field.of(name, type);
    if (!(reader.get("range").orElse(null) instanceof Value.Sequence range)
        || range.items().size() != 2
        || !(range.items().get(0) instanceof Value.Scalar low)
        || !(range.items().get(1) instanceof Value.Scalar high)
        || low.whole() == null
        || high.whole() == null) {
      return whole;
    }
    if (low.whole() > high.whole()) {
      problems.error(
          range,
          "range of " + name + " ends at " + high.text() + ", below its start " + low.text());
    }
    checkFits(low, "range of " + name + ": " + low.text(), low.whole(), type.scalar());
    checkFits(high, "range of " + name + ": " + high.text(), high.whole(), type.scalar());
    return new Field(name, type, low.whole(), high.whole());
  }
}
