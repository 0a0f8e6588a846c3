package simul.spec.header;

import java.util.List;

/**
 * How a type lies in memory.
 *
 * @param alignment what its offset is a multiple of, packing aside
 */
record Shape(ElementType element, List<Integer> dimensions, int alignment) {
  /** Larger than any packet; keeps sizes far from the end of an {@code int}. */
  static final int LARGEST_BYTES = 1 << 24;

  /** Width in bytes, all elements together. */
  int bytes() throws Unimportable {
    long bytes = element.bytes();
    for (int length : dimensions) {
      bytes *= length;
      if (bytes > LARGEST_BYTES) {
        throw tooLarge();
      }
    }
    return (int) bytes;
  }

  static Unimportable tooLarge() {
    return new Unimportable(
        Refusal.Reason.LENGTH, "larger than " + LARGEST_BYTES + " bytes, which no packet is");
  }
}
