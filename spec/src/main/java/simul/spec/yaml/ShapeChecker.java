package simul.spec.yaml;

import java.util.Map;
import java.util.regex.Pattern;
import simul.spec.text.Suggestion;

/** Holds a file against the grammar and reports every departure from it. */
public final class ShapeChecker {
  private static final Pattern DIGITS = Pattern.compile("-?[0-9]+");

  private final Problems problems;

  public ShapeChecker(Problems problems) {
    this.problems = problems;
  }

  /**
   * Checks a value.
   *
   * @param what what a message calls the value, for example {@code port}
   */
  public void check(String what, Value value, Shape shape) {
    if (shape instanceof Shape.Mapping mapping) {
      checkMapping(what, value, mapping);
    } else if (shape instanceof Shape.Either either) {
      boolean with = value instanceof Value.Mapping m && m.entries().containsKey(either.key());
      checkMapping(what, value, with ? either.with() : either.without());
    } else if (shape instanceof Shape.Named named) {
      checkNamed(what, value, named);
    } else if (shape instanceof Shape.Sequence sequence) {
      checkSequence(what, value, sequence);
    } else if (shape instanceof Shape.Choice choice) {
      checkChoice(what, value, choice);
    } else {
      require(fits(value, shape), what, value, phrase(shape), quotes(value, shape));
    }
  }

  /** What may be meant where quotes make the difference. */
  private static String quotes(Value value, Shape shape) {
    if (!(value instanceof Value.Scalar scalar)) {
      return "";
    }
    if (shape instanceof Shape.Text text && text.pattern().matcher(scalar.text()).matches()) {
      return "; write it in quotes";
    }
    boolean quoted = scalar.isText() && DIGITS.matcher(scalar.text()).matches();
    return shape instanceof Shape.Whole && quoted ? "; write it without quotes" : "";
  }

  /** Whether a single word or number has the form. */
  private static boolean fits(Value value, Shape shape) {
    if (!(value instanceof Value.Scalar scalar)) {
      return false;
    }
    if (shape instanceof Shape.Text text) {
      // Whole, so that a last line feed is not passed over as {@code find} passes it over.
      return scalar.isText() && text.pattern().matcher(scalar.text()).matches();
    }
    if (shape instanceof Shape.Whole whole) {
      return scalar.whole() != null
          && scalar.whole() >= whole.min()
          && scalar.whole() <= whole.max();
    }
    if (shape instanceof Shape.Number number) {
      return scalar.number() != null
          && scalar.number() >= number.min()
          && scalar.number() <= number.max();
    }
    if (shape instanceof Shape.Choice choice) {
      return choice.words().contains(scalar.text());
    }
    return ((Shape.AnyOf) shape).forms().stream().anyMatch(form -> fits(value, form));
  }

  private void require(boolean fits, String what, Value value, String expected) {
    require(fits, what, value, expected, "");
  }

  private void require(boolean fits, String what, Value value, String expected, String hint) {
    if (!fits) {
      problems.error(value, what + " must be " + expected + ", but is " + value.describe() + hint);
    }
  }

  private static String phrase(Shape shape) {
    if (shape instanceof Shape.Text text) {
      return text.noun();
    }
    if (shape instanceof Shape.Whole whole) {
      return phrase(whole);
    }
    if (shape instanceof Shape.Number number) {
      return "a number in " + number.min() + ".." + number.max();
    }
    return ((Shape.AnyOf) shape).noun();
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
      if (!shape.keys().matcher(entry.getKey()).matches()) {
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
    if (fits(value, choice)) {
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
