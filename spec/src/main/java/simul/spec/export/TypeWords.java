package simul.spec.export;

import java.util.Map;
import simul.spec.model.Field;
import simul.spec.model.FieldType;
import simul.spec.model.Scalar;
import simul.spec.model.Value;

/** Types and values of fields as people read them. */
final class TypeWords {
  private TypeWords() {}

  /** The type: {@code u8}, {@code Direction u8}, {@code char[20]}, {@code 10 x Player}. */
  static String type(FieldType type) {
    if (type instanceof FieldType.Enumeration enumeration) {
      return enumeration.name() + " " + enumeration.scalar().word();
    }
    if (type instanceof FieldType.Plain plain) {
      return plain.scalar().word();
    }
    if (type instanceof FieldType.Text text) {
      return (text.unitBytes() == 2 ? "wchar[" : "char[") + text.units() + "]";
    }
    if (type instanceof FieldType.Filler filler) {
      return "bytes[" + filler.bytes() + "]";
    }
    if (type instanceof FieldType.Struct struct) {
      return struct.name();
    }
    FieldType.Array array = (FieldType.Array) type;
    return length(array.length()) + " x " + type(array.element());
  }

  private static String length(FieldType.Length length) {
    if (length instanceof FieldType.Length.Fixed fixed) {
      return String.valueOf(fixed.count());
    }
    return length instanceof FieldType.Length.CountedBy by ? by.field() : "rest";
  }

  /** What the field may hold, where its type does not say so; else nothing. */
  static String allowed(Field field) {
    FieldType type = field.type() instanceof FieldType.Array array ? array.element() : field.type();
    if (field.constant().isPresent()) {
      return "= " + value(field.constant().get(), type);
    }
    if (!(type instanceof FieldType.Number number)) {
      return "";
    }
    if (number instanceof FieldType.Enumeration) {
      return "";
    }
    Scalar scalar = number.scalar();
    boolean bounded = field.min() > scalar.min() || field.max() < scalar.max();
    return bounded ? field.min() + ".." + field.max() : "";
  }

  /** A value as it is written in a spec: a number, an enum's word, text in quotes, a variable. */
  static String value(Value value, FieldType type) {
    if (value instanceof Value.Text text) {
      return quoted(text.text());
    }
    if (value instanceof Value.Variable variable) {
      return variable.kind().word();
    }
    long bits = ((Value.Bits) value).bits();
    if (type instanceof FieldType.Enumeration enumeration) {
      return enumeration.values().entrySet().stream()
          .filter(entry -> entry.getValue() == bits)
          .map(Map.Entry::getKey)
          .findFirst()
          .orElse(String.valueOf(bits));
    }
    return type instanceof FieldType.Number number
        ? number.scalar().text(bits)
        : String.valueOf(bits);
  }

  /** Text in quotes, on one line. */
  static String quoted(String text) {
    return '"'
        + text.replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\n", "\\n")
            .replace("\r", "\\r")
            .replaceAll("\\p{Cc}", ".")
        + '"';
  }
}
