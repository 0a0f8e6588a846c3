package simul.spec.model;

import java.util.Locale;
import java.util.Optional;

/** An integer on the wire: 1, 2, 4 or 8 bytes, unsigned ({@code u}) or two's complement. */
public enum Scalar {
  U8(1, false),
  I8(1, true),
  U16(2, false),
  I16(2, true),
  U32(4, false),
  I32(4, true),
  U64(8, false),
  I64(8, true);

  private final int bytes;
  private final boolean signed;

  Scalar(int bytes, boolean signed) {
    this.bytes = bytes;
    this.signed = signed;
  }

  /** Width in bytes. */
  public int bytes() {
    return bytes;
  }

  public boolean signed() {
    return signed;
  }

  /**
   * The smallest value, inclusive. A {@link #U64} is read as a signed long, so its range is too.
   */
  public long min() {
    return bytes == 8 ? Long.MIN_VALUE : signed ? -(1L << (8 * bytes - 1)) : 0;
  }

  /** The largest value, inclusive. */
  public long max() {
    return bytes == 8 ? Long.MAX_VALUE : (1L << (signed ? 8 * bytes - 1 : 8 * bytes)) - 1;
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
