package simul.spec.load;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import simul.spec.model.Field;
import simul.spec.model.FieldType;
import simul.spec.model.Scalar;
import simul.spec.model.Value.Kind;
import simul.spec.text.Suggestion;
import simul.spec.yaml.Problems;
import simul.spec.yaml.Reader;

/** Binds what a file puts into a field: a number, the name of an enum value, text, a variable. */
final class ValueBinder {
  private final Problems problems;

  ValueBinder(Problems problems) {
    this.problems = problems;
  }

  /** What is put in when the packet is sent, variables included. */
  Optional<simul.spec.model.Value> sent(Reader values, String key, Field field) {
    Optional<String> word = values.text(key).filter(text -> text.startsWith("$"));
    Optional<Kind> variable = word.flatMap(Kind::parse);
    if (variable.isPresent() && isNumber(field)) {
      return Optional.of(new simul.spec.model.Value.Variable(variable.get()));
    }
    if (word.isPresent() && isNumber(field)) {
      List<String> words = Arrays.stream(Kind.values()).map(Kind::word).toList();
      problems.error(
          values.place(key), "no variable " + word.get() + Suggestion.phrase(word.get(), words));
      return Optional.empty();
    }
    return constant(values, key, field);
  }

  private static boolean isNumber(Field field) {
    return FieldBinder.scalarOf(field.type()).isPresent();
  }

  /** What always stands there. */
  Optional<simul.spec.model.Value> constant(Reader values, String key, Field field) {
    if (field.type() instanceof FieldType.Text text) {
      return text(values, key, field, text);
    }
    return bits(values, key, field).map(simul.spec.model.Value.Bits::new);
  }

  private Optional<simul.spec.model.Value> text(
      Reader values, String key, Field field, FieldType.Text type) {
    Optional<String> text = values.text(key);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String words = text.get();
    if (words.length() > type.units()) {
      problems.error(
          values.place(key),
          "'" + words + "' does not fit the " + type.units() + " characters of " + field.name());
    }
    return Optional.of(new simul.spec.model.Value.Text(words));
  }

  /** A number as {@link Scalar#bits} has it. */
  Optional<Long> bits(Reader values, String key, Field field) {
    Optional<Scalar> scalar = FieldBinder.scalarOf(field.type());
    if (scalar.isEmpty()) {
      problems.error(values.place(key), field.name() + " is no number and no text");
      return Optional.empty();
    }
    Optional<Long> whole = values.whole(key);
    if (whole.isPresent() && !scalar.get().floating()) {
      return checked(values, key, field, whole.get());
    }
    Optional<Double> number = values.number(key);
    if (number.isPresent() && scalar.get().floating()) {
      return Optional.of(scalar.get().bits(number.get()));
    }
    if (number.isPresent()) {
      problems.error(
          values.place(key),
          field.name() + " is a whole number, so " + values.text(key).orElse("") + " is none");
      return Optional.empty();
    }
    return named(values, key, field);
  }

  private Optional<Long> checked(Reader values, String key, Field field, long number) {
    if (number < field.min() || number > field.max()) {
      problems.error(
          values.place(key),
          field.name() + " " + number + " is outside " + field.min() + ".." + field.max());
    } else if (field.type() instanceof FieldType.Enumeration enumeration
        && !enumeration.values().containsValue(number)) {
      problems.error(
          values.place(key), field.name() + " " + number + " is no value of " + enumeration.name());
    }
    return Optional.of(number);
  }

  private Optional<Long> named(Reader values, String key, Field field) {
    Optional<String> text = values.text(key);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String word = text.get();
    if (!(field.type() instanceof FieldType.Enumeration enumeration)) {
      problems.error(
          values.place(key),
          field.name() + " is a number, not an enum, so " + word + " names no value");
      return Optional.empty();
    }
    Optional<Long> value = Optional.ofNullable(enumeration.values().get(word));
    if (value.isEmpty()) {
      problems.error(
          values.place(key),
          enumeration.name()
              + " has no value "
              + word
              + Suggestion.phrase(word, enumeration.values().keySet()));
    }
    return value;
  }
}
