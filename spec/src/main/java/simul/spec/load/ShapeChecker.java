package simul.spec.load;

import java.util.Map;
import java.util.regex.Pattern;
import simul.spec.text.Suggestion;

/** Holds a file against the grammar and reports every departure from it. */
final class ShapeChecker {
  private static final Pattern DIGITS = Pattern.compile("-?[0-9]+");

  private final Problems problems;

  ShapeChecker(Problems problems) {
    this.problems = problems;
  }

  /**
   * Checks a value.
   *
   * @param what what a message calls the value, for example {@code port}
   */
  void check(String what, Value value, Shape shape) {
    if (shape instanceof Shape.Mapping mapping) {
      checkMapping(what, value, mapping);
    } else if (shape instanceof Shape.Named named) {
      checkNamed(what, value, named);
    } else if (shape instanceof Shape.Sequence sequence) {
      checkSequence(what, value, sequence);
    } else if (shape instanceof Shape.Text text) {
      checkText(what, value, text);
    } else if (shape instanceof Shape.Whole whole) {
      checkWhole(what, value, whole);
    } else if (shape instanceof Shape.Choice choice) {
      checkChoice(what, value, choice);
    } else if (shape instanceof Shape.WholeOrName) {
      boolean fits =
          value instanceof Value.Scalar scalar
              && (scalar.whole() != null || isTextOf(SpecShape.NAME, scalar));
      require(fits, what, value, "a whole number or the name of an enum value");
    }
  }

  private void require(boolean fits, String what, Value value, String expected) {
    require(fits, what, value, expected, "");
  }

  private void require(boolean fits, String what, Value value, String expected, String hint) {
    if (!fits) {
      problems.error(value, what + " must be " + expected + ", but is " + value.describe() + hint);
    }
  }

  private void checkText(String what, Value value, Shape.Text shape) {
    boolean fits = value instanceof Value.Scalar scalar && isTextOf(shape.pattern(), scalar);
    boolean onceQuoted =
        value instanceof Value.Scalar scalar && shape.pattern().matcher(scalar.text()).matches();
    require(fits, what, value, shape.noun(), onceQuoted ? "; write it in quotes" : "");
  }

  /** Whole, so that a last line feed is not passed over as {@code find} passes it over. */
  private static boolean isTextOf(Pattern pattern, Value.Scalar scalar) {
    return scalar.isText() && pattern.matcher(scalar.text()).matches();
  }

  private void checkWhole(String what, Value value, Shape.Whole shape) {
    boolean fits =
        value instanceof Value.Scalar scalar
            && scalar.whole() != null
            && scalar.whole() >= shape.min()
            && scalar.whole() <= shape.max();
    boolean quoted =
        value instanceof Value.Scalar scalar
            && scalar.isText()
            && DIGITS.matcher(scalar.text()).matches();
    require(fits, what, value, phrase(shape), quoted ? "; write it without quotes" : "");
  }

  private static String phrase(Shape.Whole whole) {
    if (whole.min() == whole.max()) {
      return String.valueOf(whole.min());
    }
    boolean unbounded = whole.min() == Long.MIN_VALUE;
    return "a whole number" + (unbounded ? "" : " in " + whole.min() + ".." + whole.max());
  }

  private void checkMapping(String what, Value value, Shape.Mapping shape) {
    if (!(value instanceof Value.Mapping mapping)) {
      require(false, what, value, "a mapping with the keys " + shape.keys().keySet());
      return;
    }
    for (Map.Entry<String, Value> entry : mapping.entries().entrySet()) {
      Shape.Key key = shape.keys().get(entry.getKey());
      if (key != null) {
        check(entry.getKey(), entry.getValue(), key.shape());
        continue;
      }
      problems.error(
          mapping.keys().get(entry.getKey()),
          "unknown key "
              + entry.getKey()
              + " in "
              + what
              + Suggestion.phrase(entry.getKey(), shape.keys().keySet()));
    }
    shape
        .keys()
        .forEach(
            (name, key) -> {
              if (key.required() && !mapping.entries().containsKey(name)) {
                problems.error(mapping, what + " lacks the key " + name);
              }
            });
  }

  private void checkNamed(String what, Value value, Shape.Named shape) {
    if (!(value instanceof Value.Mapping mapping)) {
      require(false, what, value, "a mapping from names");
      return;
    }
    for (Map.Entry<String, Value> entry : mapping.entries().entrySet()) {
      if (!SpecShape.NAME.matcher(entry.getKey()).matches()) {
        problems.error(
            mapping.keys().get(entry.getKey()), "key '" + entry.getKey() + "' must be a name");
      }
      check(entry.getKey(), entry.getValue(), shape.value());
    }
  }

  private void checkSequence(String what, Value value, Shape.Sequence shape) {
    if (!(value instanceof Value.Sequence sequence)) {
      require(false, what, value, "a list");
      return;
    }
    int size = sequence.items().size();
    if (size < shape.min() || size > shape.max()) {
      String bound = shape.min() == shape.max() ? "exactly " : "at least ";
      String items = shape.min() == 1 ? " item" : " items";
      problems.error(
          value, what + " must have " + bound + shape.min() + items + ", but has " + size);
    }
    for (int i = 0; i < size; i++) {
      check(what + "[" + i + "]", sequence.items().get(i), shape.item());
    }
  }

  private void checkChoice(String what, Value value, Shape.Choice choice) {
    if (value instanceof Value.Scalar scalar && choice.words().contains(scalar.text())) {
      return;
    }
    String guess =
        value instanceof Value.Scalar scalar
            ? Suggestion.phrase(scalar.text(), choice.words())
            : "";
    String words = String.join(", ", choice.words());
    problems.error(
        value, what + " must be one of " + words + ", but is " + value.describe() + guess);
  }
}
