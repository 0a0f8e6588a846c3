package simul.spec.wire;

/**
 * The first bytes of a field, the rest of which may not have arrived: which values can still come
 * of them. In little-endian order they are a value's low bytes, in big-endian order its high ones.
 */
final class FieldStart {
  private FieldStart() {}

  /**
   * Whether some value that the field allows starts with the bytes that have arrived.
   *
   * @param arrived how many of the field's bytes are there, from none to all
   */
  static boolean canBecomeAllowed(FieldLayout field, byte[] bytes, int frame, int arrived) {
    if (arrived == 0) {
      return true;
    }
    if (arrived == field.scalar().bytes()) {
      return field.allows(field.read(bytes, frame));
    }
    if (field.scalar().floating()) {
      return true;
    }
    if (field.scalar().decimal()) {
      return areDigits(bytes, frame + field.offset(), arrived);
    }
    long value = value(field, bytes, frame, arrived);
    if (field.bigEndian()) {
      int missingBits = 8 * (field.scalar().bytes() - arrived);
      return field.allowsAnyIn(value, value | ((1L << missingBits) - 1));
    }
    return field.allowsAnyWithLowBits(value, 8 * arrived);
  }

  private static boolean areDigits(byte[] bytes, int from, int count) {
    for (int at = from; at < from + count; at++) {
      if (bytes[at] < '0' || bytes[at] > '9') {
        return false;
      }
    }
    return true;
  }

  /** What the field holds when the bytes that have not arrived count as 0. */
  static long value(FieldLayout field, byte[] bytes, int frame, int arrived) {
    int width = field.scalar().bytes();
    long bits = 0;
    for (int i = 0; i < arrived; i++) {
      int place = field.bigEndian() ? width - 1 - i : i;
      bits |= (bytes[frame + field.offset() + i] & 0xFFL) << (8 * place);
    }
    int unused = 64 - 8 * width;
    return field.scalar().signed() ? bits << unused >> unused : bits;
  }
}
