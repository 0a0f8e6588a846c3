package simul.spec.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a part of a file may look like. The grammar of a language is a value of this type; the check
 * of a file and the JSON Schema for editors both read it, so they cannot drift apart.
 */
public sealed interface Shape {

  /** A mapping with known keys; any other key is an error. */
  record Mapping(Map<String, Key> keys) implements Shape {
    public static Mapping of() {
      return new Mapping(new LinkedHashMap<>());
    }

    public Mapping required(String name, Shape shape) {
      keys.put(name, new Key(shape, true));
      return this;
    }

    public Mapping optional(String name, Shape shape) {
      keys.put(name, new Key(shape, false));
      return this;
    }
  }

  /** What a known key holds. */
  record Key(Shape shape, boolean required) {}

  /**
   * A mapping whose keys the author chooses.
   *
   * @param keys what they look like
   */
  record Named(Shape value, Pattern keys) implements Shape {}

  /** A mapping of one shape when it has a key, and of another when it lacks it. */
  record Either(String key, Mapping with, Mapping without) implements Shape {}

  /** A list of at least and at most so many items. */
  record Sequence(Shape item, int min, int max) implements Shape {
    public static Sequence of(Shape item, int min) {
      return new Sequence(item, min, Integer.MAX_VALUE);
    }
  }

  /**
   * Text of a form.
   *
   * @param noun what a message calls it
   */
  record Text(Pattern pattern, String noun) implements Shape {}

  /** A whole number between two bounds, both inclusive. */
  record Whole(long min, long max) implements Shape {}

  /** One of several words. */
  record Choice(List<String> words) implements Shape {}

  /** A number between two bounds, both inclusive, whole or not. */
  record Number(double min, double max) implements Shape {}

  /**
   * A word or number of one of several forms.
   *
   * @param noun what a message calls it
   */
  record AnyOf(List<Shape> forms, String noun) implements Shape {}
}
