package simul.spec.model;

import java.util.Locale;
import java.util.Optional;

/**
 * A number on the wire. Integers of 1, 2, 4 or 8 bytes, unsigned ({@code u}) or two's complement;
 * IEEE 754 floats; a C++ {@code bool}; or so many decimal digits in ASCII ({@code dec}).
 */
public enum Scalar {
  U8(1, Kind.UNSIGNED),
  I8(1, Kind.SIGNED),
  U16(2, Kind.UNSIGNED),
  I16(2, Kind.SIGNED),
  U32(4, Kind.UNSIGNED),
  I32(4, Kind.SIGNED),
  U64(8, Kind.UNSIGNED),
  I64(8, Kind.SIGNED),
  F32(4, Kind.FLOAT),
  F64(8, Kind.FLOAT),
  BOOL(1, Kind.BOOL),
  DEC1(1, Kind.DECIMAL),
  DEC2(2, Kind.DECIMAL),
  DEC3(3, Kind.DECIMAL),
  DEC4(4, Kind.DECIMAL);

  private enum Kind {
    UNSIGNED,
    SIGNED,
    FLOAT,
    BOOL,
    DECIMAL
  }

  private final int bytes;
  private final Kind kind;

  Scalar(int bytes, Kind kind) {
    this.bytes = bytes;
    this.kind = kind;
  }

  /** Width in bytes. */
  public int bytes() {
    return bytes;
  }

  /** Where a C++ compiler would put it: at a multiple of so many bytes. */
  public int alignment() {
    return kind == Kind.DECIMAL ? 1 : bytes;
  }

  public boolean signed() {
    return kind == Kind.SIGNED;
  }

  /** Whether it is a whole number in binary. */
  public boolean integer() {
    return kind == Kind.SIGNED || kind == Kind.UNSIGNED;
  }

  /** Whether its values are floats, which travel through this program as {@link #bits}. */
  public boolean floating() {
    return kind == Kind.FLOAT;
  }

  /** Whether it is ASCII digits. */
  public boolean decimal() {
    return kind == Kind.DECIMAL;
  }

  /**
   * The smallest value, inclusive. A {@link #U64} is read as a signed long, so its range is too; a
   * float's range is that of its bits, which is no bound at all.
   */
  public long min() {
    return switch (kind) {
      case FLOAT -> Long.MIN_VALUE;
      case SIGNED, UNSIGNED ->
          bytes == 8 ? Long.MIN_VALUE : signed() ? -(1L << (8 * bytes - 1)) : 0;
      case BOOL, DECIMAL -> 0;
    };
  }

  /** The largest value, inclusive. */
  public long max() {
    return switch (kind) {
      case FLOAT -> Long.MAX_VALUE;
      case SIGNED, UNSIGNED ->
          bytes == 8 ? Long.MAX_VALUE : (1L << (signed() ? 8 * bytes - 1 : 8 * bytes)) - 1;
      case BOOL -> 1;
      case DECIMAL -> Math.round(Math.pow(10, bytes)) - 1;
    };
  }

  /**
   * A number as the long that stands for it in this program: itself, or for a float the bits of the
   * double, so that equal values have equal longs. The nearest value where it has a fraction that
   * the type cannot hold.
   */
  public long bits(double number) {
    if (!floating()) {
      return Math.round(number);
    }
    double held = this == F32 ? (float) number : number;
    return Double.doubleToLongBits(held == 0 ? 0.0 : held);
  }

  /** The number that such a long stands for. */
  public double number(long bits) {
    return floating() ? Double.longBitsToDouble(bits) : bits;
  }

  /** The number as text, a whole float without its fraction. */
  public String text(long bits) {
    return floating() ? String.valueOf(number(bits)) : String.valueOf(bits);
  }

  /** The name in spec files: {@code u8}, {@code i16}, ... */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The scalar of that name, or empty when it names none. */
  public static Optional<Scalar> parse(String word) {
    for (Scalar scalar : values()) {
      if (scalar.word().equals(word)) {
        return Optional.of(scalar);
      }
    }
    return Optional.empty();
  }
}
