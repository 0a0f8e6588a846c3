package simul.spec.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The type of a field. */
public sealed interface FieldType {

  /** A single number. */
  sealed interface Number extends FieldType {
    /** How the number is written. */
    Scalar scalar();
  }

  /** A bare number. */
  record Plain(Scalar scalar) implements Number {}

  /**
   * Named values of an integer; any other value is a bad packet.
   *
   * @param name what the spec file calls the type
   * @param values in the order of the file
   */
  record Enumeration(String name, Scalar scalar, Map<String, Long> values) implements Number {
    public Enumeration {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
  }

  /**
   * Text of a fixed size, filled up with zeros: {@code char[20]}, {@code wchar[20]}.
   *
   * @param units how many characters
   * @param unitBytes 1, or 2 for UTF-16
   */
  record Text(int units, int unitBytes) implements FieldType {}

  /** Bytes without meaning: {@code bytes[16]}. */
  record Filler(int bytes) implements FieldType {}

  /**
   * Fields that belong together.
   *
   * @param name what the spec file calls the type
   * @param pack the largest alignment of its fields, in bytes
   */
  record Struct(String name, List<Field> fields, int pack) implements FieldType {
    public Struct {
      fields = List.copyOf(fields);
    }
  }

  /** So many of the same. */
  record Array(FieldType element, Length length) implements FieldType {}

  /** How many elements an array has. */
  sealed interface Length {

    /** Always so many. */
    record Fixed(int count) implements Length {}

    /** As many as another field of the packet says. */
    record CountedBy(String field) implements Length {}

    /** As many as the frame has room for. */
    record Rest() implements Length {}
  }
}
