package simul.spec.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import simul.spec.model.Field;
import simul.spec.model.FieldType;
import simul.spec.model.Scalar;
import simul.spec.yaml.Problems;
import simul.spec.yaml.Reader;
import simul.spec.yaml.Value;

/** Binds lists of fields: of a header, a packet or a struct. */
final class FieldBinder {
  private final Problems problems;
  private final TypeBinder types;
  private final Map<String, Integer> constants = new HashMap<>();

  FieldBinder(Problems problems, Reader root, int pack) {
    this.problems = problems;
    Reader table = root.map("constants");
    for (String name : table.entries().keySet()) {
      table.whole(name).ifPresent(value -> constant(table.place(name), name, value));
    }
    this.types = new TypeBinder(problems, this, root.map("types"), pack);
  }

  private void constant(Value place, String name, long value) {
    if (value < 1 || value > 65_536) {
      problems.error(place, "constant " + name + " counts elements, so it must be in 1..65536");
      return;
    }
    constants.put(name, (int) value);
  }

  /** A number that must fit a scalar. */
  void checkFits(Value place, String what, Long value, Scalar scalar) {
    if (value != null && !scalar.floating() && (value < scalar.min() || value > scalar.max())) {
      problems.error(place, what + " does not fit " + scalar.word() + " " + rangeOf(scalar));
    }
  }

  private static String rangeOf(Scalar scalar) {
    return "(" + scalar.min() + ".." + scalar.max() + ")";
  }

  /**
   * Binds a list of fields.
   *
   * @param taken fields that stand in the same frame already
   */
  List<Field> bind(List<Reader> list, List<Field> taken) {
    return bind(list, taken, types);
  }

  /** The same while the types are still being read. */
  List<Field> bind(List<Reader> list, List<Field> taken, TypeBinder known) {
    Map<String, Integer> lines = new HashMap<>();
    taken.forEach(field -> lines.put(field.name(), 0));
    List<Field> before = new ArrayList<>(taken);
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
      checkNothingVaries(reader, fields);
      Optional<Field> field = field(reader, name.get(), before, known);
      field.ifPresent(fields::add);
      field.ifPresent(before::add);
    }
    return fields;
  }

  private void checkNothingVaries(Reader reader, List<Field> fields) {
    boolean varies =
        !fields.isEmpty()
            && fields.get(fields.size() - 1).type() instanceof FieldType.Array array
            && !(array.length() instanceof FieldType.Length.Fixed);
    if (varies) {
      String name = fields.get(fields.size() - 1).name();
      problems.error(reader.value(), "nothing can follow " + name + ", whose size varies");
    }
  }

  private Optional<Field> field(Reader reader, String name, List<Field> before, TypeBinder known) {
    Optional<FieldType> element = known.find(reader);
    Optional<FieldType> type =
        reader.has("count")
            ? element.flatMap(found -> counted(reader, name, found, before))
            : element;
    if (type.filter(FieldBinder::isUncounted).isPresent()) {
      problems.error(
          reader.place("type"), name + " needs a count: how many " + reader.text("type").get());
      return Optional.empty();
    }
    return type.map(found -> constant(reader, range(reader, Field.of(name, found))));
  }

  private static boolean isUncounted(FieldType type) {
    return type instanceof FieldType.Text text && text.units() == 0
        || type instanceof FieldType.Filler filler && filler.bytes() == 0;
  }

  private Optional<FieldType> counted(
      Reader reader, String name, FieldType element, List<Field> before) {
    OptionalInt fixed = fixedCount(reader);
    if (element instanceof FieldType.Text || element instanceof FieldType.Filler) {
      if (fixed.isEmpty()) {
        problems.error(
            reader.place("count"), "count of " + name + " must be a number or a constant");
        return Optional.empty();
      }
      return Optional.of(
          element instanceof FieldType.Text text
              ? new FieldType.Text(fixed.getAsInt(), text.unitBytes())
              : new FieldType.Filler(fixed.getAsInt()));
    }
    if (fixed.isPresent()) {
      return Optional.of(
          new FieldType.Array(element, new FieldType.Length.Fixed(fixed.getAsInt())));
    }
    String word = reader.text("count").orElse("");
    if (word.equals("rest")) {
      return Optional.of(new FieldType.Array(element, new FieldType.Length.Rest()));
    }
    boolean counts =
        before.stream()
            .anyMatch(
                field -> field.name().equals(word) && field.type() instanceof FieldType.Number);
    if (!counts) {
      problems.error(
          reader.place("count"),
          "count " + word + " of " + name + " is no constant, and no number before it");
      return Optional.empty();
    }
    return Optional.of(new FieldType.Array(element, new FieldType.Length.CountedBy(word)));
  }

  private OptionalInt fixedCount(Reader reader) {
    Optional<Long> whole = reader.whole("count");
    if (whole.isPresent()) {
      return OptionalInt.of((int) Math.max(1, Math.min(65_536, whole.get())));
    }
    Integer constant = constants.get(reader.text("count").orElse(""));
    return constant == null ? OptionalInt.empty() : OptionalInt.of(constant);
  }

  private Field constant(Reader reader, Field field) {
    if (!reader.has("value")) {
      return field;
    }
    Optional<simul.spec.model.Value> value =
        new ValueBinder(problems).constant(reader, "value", field);
    return value.map(field::always).orElse(field);
  }

  private Field range(Reader reader, Field field) {
    if (!(reader.get("range").orElse(null) instanceof Value.Sequence range)
        || range.items().size() != 2
        || !(range.items().get(0) instanceof Value.Scalar low)
        || !(range.items().get(1) instanceof Value.Scalar high)
        || low.whole() == null
        || high.whole() == null) {
      return field;
    }
    Optional<Scalar> scalar = scalarOf(field.type());
    if (scalar.isEmpty() || scalar.get().floating()) {
      problems.error(range, "only a whole number has a range, but " + field.name() + " is none");
      return field;
    }
    if (low.whole() > high.whole()) {
      problems.error(
          range,
          "range of "
              + field.name()
              + " ends at "
              + high.text()
              + ", below its start "
              + low.text());
    }
    checkFits(low, "range of " + field.name() + ": " + low.text(), low.whole(), scalar.get());
    checkFits(high, "range of " + field.name() + ": " + high.text(), high.whole(), scalar.get());
    return field.within(low.whole(), high.whole());
  }

  /** The number that a field, or each element of it, is. */
  static Optional<Scalar> scalarOf(FieldType type) {
    if (type instanceof FieldType.Number number) {
      return Optional.of(number.scalar());
    }
    return type instanceof FieldType.Array array ? scalarOf(array.element()) : Optional.empty();
  }
}
