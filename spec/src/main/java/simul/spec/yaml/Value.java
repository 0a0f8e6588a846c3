package simul.spec.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A node of a file with its place; keeps no YAML types. Sealed: a mapping, a sequence or a scalar.
 */
public sealed interface Value {

  /** Line from 1. */
  int line();

  /** Column from 1. */
  int column();

  /** What it is, as a message says it. */
  String describe();

  /** Values by key, in the order of the file, and the place of each key. */
  record Mapping(int line, int column, Map<String, Value> entries, Map<String, Scalar> keys)
      implements Value {
    public Mapping(int line, int column) {
      this(line, column, new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    /** Puts a number in the place of what the file has at that key, if it has anything. */
    public void replace(String key, int number) {
      String text = String.valueOf(number);
      entries.computeIfPresent(
          key,
          (k, old) ->
              new Scalar(old.line(), old.column(), text, false, (long) number, (double) number));
    }

    @Override
    public String describe() {
      return "a mapping";
    }
  }

  /** Values in order. */
  record Sequence(int line, int column, List<Value> items) implements Value {
    @Override
    public String describe() {
      return "a list";
    }
  }

  /**
   * A single word or number.
   *
   * @param isText whether YAML takes it for text; it does not where it reads a number, a truth
   *     value or nothing
   * @param whole the value where YAML reads a whole number within a long, else null
   * @param number the value where YAML reads a number, whole or not, else null
   */
  record Scalar(int line, int column, String text, boolean isText, Long whole, Double number)
      implements Value {
    @Override
    public String describe() {
      return text.isEmpty() ? "nothing" : "'" + abbreviated() + "'";
    }

    private String abbreviated() {
      return text.length() <= 40 ? text : text.substring(0, 37) + "...";
    }
  }
}
