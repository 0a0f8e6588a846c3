package simul.spec.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import simul.spec.model.Field;
import simul.spec.model.FieldType;
import simul.spec.model.Scalar;
import simul.spec.text.Suggestion;
import simul.spec.yaml.Problems;
import simul.spec.yaml.Reader;

/** The types that a file may name: the built-in ones, and the enums and structs that it defines. */
final class TypeBinder {
  /** Types that only a count makes whole. */
  private static final Map<String, FieldType> COUNTED =
      Map.of(
          "char",
          new FieldType.Text(0, 1),
          "wchar",
          new FieldType.Text(0, 2),
          "bytes",
          new FieldType.Filler(0));

  private final Problems problems;
  private final FieldBinder fields;
  private final int pack;
  private final Map<String, FieldType> defined = new LinkedHashMap<>();

  TypeBinder(Problems problems, FieldBinder fields, Reader types, int pack) {
    this.problems = problems;
    this.fields = fields;
    this.pack = pack;
    types.entries().forEach((name, value) -> define(name, Reader.of(value)));
  }

  private void define(String name, Reader type) {
    if (Scalar.parse(name).isPresent() || COUNTED.containsKey(name)) {
      problems.error(type.value(), "type " + name + " is built in and cannot be defined again");
    }
    if (type.has("struct")) {
      defineStruct(name, type);
    } else {
      defineEnumeration(name, type);
    }
  }

  private void defineStruct(String name, Reader type) {
    List<Field> members = fields.bind(type.list("struct"), List.of(), this);
    for (Field member : members) {
      boolean varies =
          member.type() instanceof FieldType.Array array
              && !(array.length() instanceof FieldType.Length.Fixed);
      if (varies) {
        problems.error(type.value(), name + "." + member.name() + ": a struct has a fixed size");
      }
    }
    defined.put(name, new FieldType.Struct(name, members, (int) type.whole("pack", pack)));
  }

  private void defineEnumeration(String name, Reader type) {
    Optional<Scalar> scalar = type.text("enum").flatMap(Scalar::parse);
    if (scalar.isEmpty()) {
      return;
    }
    Map<String, Long> values = new LinkedHashMap<>();
    Reader table = type.map("values");
    for (String word : table.entries().keySet()) {
      table.whole(word).ifPresent(value -> values.put(word, value));
      fields.checkFits(
          table.place(word),
          name + "." + word + " = " + values.get(word),
          values.get(word),
          scalar.get());
    }
    if (values.isEmpty()) {
      problems.error(type.place("values"), "enum " + name + " has no values");
    }
    defined.put(name, new FieldType.Enumeration(name, scalar.get(), values));
  }

  /** The type that a field names. */
  Optional<FieldType> find(Reader field) {
    Optional<String> word = field.text("type");
    if (word.isEmpty()) {
      return Optional.empty();
    }
    Optional<FieldType> known =
        Scalar.parse(word.get())
            .<FieldType>map(FieldType.Plain::new)
            .or(() -> Optional.ofNullable(COUNTED.get(word.get())))
            .or(() -> Optional.ofNullable(defined.get(word.get())));
    if (known.isEmpty()) {
      List<String> words =
          new ArrayList<>(
              Stream.concat(Arrays.stream(Scalar.values()).map(Scalar::word), sorted()).toList());
      words.addAll(defined.keySet());
      problems.error(
          field.place("type"), "no type " + word.get() + Suggestion.phrase(word.get(), words));
    }
    return known;
  }

  private static Stream<String> sorted() {
    return COUNTED.keySet().stream().sorted();
  }
}
