package simul.spec.export;

import simul.spec.model.FieldType;
import simul.spec.model.Scalar;

/** Types of the spec language as C++ has them. */
final class CppTypes {
  private CppTypes() {}

  static String scalar(Scalar scalar) {
    return switch (scalar) {
      case U8 -> "std::uint8_t";
      case I8 -> "std::int8_t";
      case U16 -> "std::uint16_t";
      case I16 -> "std::int16_t";
      case U32 -> "std::uint32_t";
      case I32 -> "std::int32_t";
      case U64 -> "std::uint64_t";
      case I64 -> "std::int64_t";
      case F32 -> "float";
      case F64 -> "double";
      case BOOL -> "bool";
      case DEC1, DEC2, DEC3, DEC4 -> "char";
    };
  }

  /** The type before the member's name, where it is built in; a name of the spec otherwise. */
  static String base(FieldType type, SafeNames names) {
    if (type instanceof FieldType.Plain plain) {
      return scalar(plain.scalar());
    }
    if (type instanceof FieldType.Enumeration enumeration) {
      return names.of(enumeration.name());
    }
    if (type instanceof FieldType.Text text) {
      return text.unitBytes() == 2 ? "wchar_t" : "char";
    }
    if (type instanceof FieldType.Filler) {
      return "std::uint8_t";
    }
    return type instanceof FieldType.Struct struct
        ? names.of(struct.name())
        : base(((FieldType.Array) type).element(), names);
  }

  /** What stands behind the member's name: {@code [10][2]}, or nothing. */
  static String dimensions(FieldType type) {
    if (type instanceof FieldType.Array array) {
      int count = array.length() instanceof FieldType.Length.Fixed fixed ? fixed.count() : 1;
      return "[" + count + "]" + dimensions(array.element());
    }
    if (type instanceof FieldType.Number number && number.scalar().decimal()) {
      return "[" + number.scalar().bytes() + "]";
    }
    if (type instanceof FieldType.Text text) {
      return "[" + text.units() + "]";
    }
    return type instanceof FieldType.Filler filler ? "[" + filler.bytes() + "]" : "";
  }

  static String literal(Scalar scalar, long value) {
    return switch (scalar) {
      case U64 -> Long.toUnsignedString(value) + "ULL";
      case I64 -> value == Long.MIN_VALUE ? "(-9223372036854775807LL - 1)" : value + "LL";
      case U32 -> value + "u";
      // The type of 2147483648 is not int, so its negative is no int either.
      case I32 -> value == Integer.MIN_VALUE ? "(-2147483647 - 1)" : String.valueOf(value);
      default -> String.valueOf(value);
    };
  }
}
