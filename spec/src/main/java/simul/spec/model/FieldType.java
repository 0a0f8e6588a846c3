package simul.spec.model;

import java.util.Map;

/**
 * The type of a field. Sealed: arrays, text and nested structs are further members when the
 * language learns them.
 */
public sealed interface FieldType {

  /** The integer that carries the value. */
  Scalar scalar();

  /** A bare integer. */
  record Plain(Scalar scalar) implements FieldType {}

  /**
   * Named values of an integer; any other value is a bad packet.
   *
   * @param name what the spec file calls the type
   * @param values in the order of the file
   */
  record Enumeration(String name, Scalar scalar, Map<String, Long> values) implements FieldType {
    public Enumeration {
      values = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(values));
    }
  }
}
