package simul.spec.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Optional;
import simul.spec.model.Field;
import simul.spec.model.FieldType;
import simul.spec.model.Scalar;
import simul.spec.model.Value;

/**
 * A number at its place in a frame: a fixed offset, a width, a byte order and the values allowed.
 * Every number is a long, a float the one that {@link Scalar#bits} makes of it. Immutable; reading
 * and writing allocate nothing.
 */
public final class FieldLayout implements Part {
  private static final VarHandle LITTLE_16 = view(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LITTLE_32 = view(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LITTLE_64 = view(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** What is read where there should be digits: no value of any decimal field. */
  private static final long NO_NUMBER = -1;

  private final Field field;
  private final FieldType.Number type;
  private final String path;
  private final int offset;
  private final Scalar scalar;
  private final boolean bigEndian;
  private final long min;
  private final long max;
  private final long[] allowed;

  FieldLayout(Field field, FieldType.Number type, String path, int offset, boolean bigEndian) {
    this.field = field;
    this.type = type;
    this.path = path;
    this.offset = offset;
    this.scalar = type.scalar();
    this.bigEndian = bigEndian;
    this.min = field.min();
    this.max = field.max();
    this.allowed = allowed(field, type);
  }

  /** A number that stands in no struct. */
  FieldLayout(Field field, int offset, boolean bigEndian) {
    this(field, (FieldType.Number) field.type(), field.name(), offset, bigEndian);
  }

  private static long[] allowed(Field field, FieldType.Number type) {
    if (field.constant().orElse(null) instanceof Value.Bits constant) {
      return new long[] {constant.bits()};
    }
    return type instanceof FieldType.Enumeration enumeration
        ? enumeration.values().values().stream().mapToLong(Long::longValue).sorted().toArray()
        : null;
  }

  private static VarHandle view(Class<?> type, ByteOrder order) {
    return MethodHandles.byteArrayViewVarHandle(type, order);
  }

  @Override
  public String name() {
    return path;
  }

  /** The field as the spec has it. */
  public Field field() {
    return field;
  }

  /** The number's type. */
  public FieldType.Number type() {
    return type;
  }

  @Override
  public int offset() {
    return offset;
  }

  @Override
  public int end() {
    return offset + scalar.bytes();
  }

  public Scalar scalar() {
    return scalar;
  }

  boolean bigEndian() {
    return bigEndian;
  }

  /** How many of the field's bytes are there when that many of the frame are. */
  int arrivedBytes(int frameBytes) {
    return Math.max(0, Math.min(scalar.bytes(), frameBytes - offset));
  }

  /**
   * The value in the frame that starts at {@code frame}; all of the field's bytes must be there.
   */
  public long read(byte[] bytes, int frame) {
    int at = frame + offset;
    return switch (scalar) {
      case U8, BOOL -> bytes[at] & 0xFF;
      case I8 -> bytes[at];
      case U16 -> Short.toUnsignedLong(read16(bytes, at));
      case I16 -> read16(bytes, at);
      case U32 -> Integer.toUnsignedLong(read32(bytes, at));
      case I32 -> read32(bytes, at);
      case U64, I64 -> read64(bytes, at);
      case F32 -> scalar.bits(Float.intBitsToFloat(read32(bytes, at)));
      case F64 -> scalar.bits(Double.longBitsToDouble(read64(bytes, at)));
      case DEC1, DEC2, DEC3, DEC4 -> readDigits(bytes, at);
    };
  }

  /** The number itself, where {@link #read} gives the long that stands for it. */
  public double readNumber(byte[] bytes, int frame) {
    return scalar.number(read(bytes, frame));
  }

  /** Writes the nearest number that the type can hold. */
  public void writeNumber(byte[] bytes, int frame, double number) {
    write(bytes, frame, scalar.bits(number));
  }

  private long readDigits(byte[] bytes, int at) {
    long value = 0;
    for (int i = 0; i < scalar.bytes(); i++) {
      int digit = bytes[at + i] - '0';
      if (digit < 0 || digit > 9) {
        return NO_NUMBER;
      }
      value = 10 * value + digit;
    }
    return value;
  }

  private void writeDigits(byte[] bytes, int at, long value) {
    long rest = Math.abs(value);
    for (int i = scalar.bytes() - 1; i >= 0; i--) {
      bytes[at + i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }

  private short read16(byte[] bytes, int at) {
    short value = (short) (bytes[at] & 0xFF | bytes[at + 1] << 8);
    return bigEndian ? Short.reverseBytes(value) : value;
  }

  private int read32(byte[] bytes, int at) {
    int value = little32(bytes, at);
    return bigEndian ? Integer.reverseBytes(value) : value;
  }

  private long read64(byte[] bytes, int at) {
    long value = Integer.toUnsignedLong(little32(bytes, at)) | (long) little32(bytes, at + 4) << 32;
    return bigEndian ? Long.reverseBytes(value) : value;
  }

  /**
   * Byte by byte, not through a VarHandle: one read of four bytes is faster when it is inlined, but
   * a compiler that has seen it too seldom leaves a call, and the decoder runs at a third.
   */
  private static int little32(byte[] bytes, int at) {
    return bytes[at] & 0xFF
        | (bytes[at + 1] & 0xFF) << 8
        | (bytes[at + 2] & 0xFF) << 16
        | bytes[at + 3] << 24;
  }

  /**
   * Writes the low bytes of a value, whether the field allows it or not: the tester sends wrong
   * values on purpose.
   */
  public void write(byte[] bytes, int frame, long value) {
    int at = frame + offset;
    switch (scalar) {
      case U8, I8, BOOL -> bytes[at] = (byte) value;
      case U16, I16 ->
          LITTLE_16.set(bytes, at, bigEndian ? Short.reverseBytes((short) value) : (short) value);
      case U32, I32 -> write32(bytes, at, (int) value);
      case U64, I64 -> write64(bytes, at, value);
      case F32 -> write32(bytes, at, Float.floatToIntBits((float) scalar.number(value)));
      case F64 -> write64(bytes, at, value);
      case DEC1, DEC2, DEC3, DEC4 -> writeDigits(bytes, at, value);
    }
  }

  private void write32(byte[] bytes, int at, int value) {
    LITTLE_32.set(bytes, at, bigEndian ? Integer.reverseBytes(value) : value);
  }

  private void write64(byte[] bytes, int at, long value) {
    LITTLE_64.set(bytes, at, bigEndian ? Long.reverseBytes(value) : value);
  }

  /** Whether the spec allows the value. */
  public boolean allows(long value) {
    if (value < min || value > max) {
      return false;
    }
    return allowed == null || java.util.Arrays.binarySearch(allowed, value) >= 0;
  }

  /** Whether the spec allows some value between two bounds, both inclusive. */
  boolean allowsAnyIn(long low, long high) {
    if (allowed == null) {
      return low <= max && high >= min;
    }
    for (long value : allowed) {
      if (value >= Math.max(low, min) && value <= Math.min(high, max)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the spec allows some value whose lowest bits, fewer than 64, are those given. */
  boolean allowsAnyWithLowBits(long bits, int count) {
    long mask = (1L << count) - 1;
    if (allowed == null) {
      long smallest = min + (bits - min & mask);
      return smallest >= min && smallest <= max;
    }
    for (long value : allowed) {
      if ((value & mask) == (bits & mask) && value >= min && value <= max) {
        return true;
      }
    }
    return false;
  }

  /** Whether it always holds the same number. */
  public boolean isConstant() {
    return field.constant().isPresent();
  }

  /** Whether the bytes that have arrived can be the constant's. */
  boolean matches(byte[] bytes, int frame, int available) {
    return available < end() || read(bytes, frame) == allowed[0];
  }

  void writeConstant(byte[] bytes, int frame) {
    write(bytes, frame, allowed[0]);
  }

  /** Whether some value that the width can carry is not allowed, so that reading must check. */
  public boolean needsCheck() {
    boolean anyBits = !scalar.decimal() && scalar != Scalar.BOOL;
    return allowed != null || !anyBits || min > scalar.min() || max < scalar.max();
  }

  /** The allowed values as a phrase: {@code 0..7}. */
  public String allowedPhrase() {
    if (allowed == null) {
      return scalar.text(min) + ".." + scalar.text(max);
    }
    if (allowed.length == 1) {
      return scalar.text(allowed[0]);
    }
    boolean contiguous =
        allowed.length > 0 && allowed[allowed.length - 1] - allowed[0] == allowed.length - 1L;
    return contiguous
        ? allowed[0] + ".." + allowed[allowed.length - 1]
        : java.util.Arrays.toString(allowed);
  }

  /** The name that an enumeration gives the value, where it has one. */
  public Optional<String> nameOf(long value) {
    if (!(type instanceof FieldType.Enumeration enumeration)) {
      return Optional.empty();
    }
    return enumeration.values().entrySet().stream()
        .filter(entry -> entry.getValue() == value)
        .map(java.util.Map.Entry::getKey)
        .findFirst();
  }
}
