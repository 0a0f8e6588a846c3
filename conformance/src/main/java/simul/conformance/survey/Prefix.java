package simul.conformance.survey;

import java.nio.ByteOrder;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The guess that a number near a frame's start decides its size: {@code constant + factor * number}
 * bytes.
 *
 * @param offset of the number, in bytes from the frame's start
 * @param width its bytes: 1, 2 or 4
 * @param least the smallest number that makes sense
 */
record Prefix(int offset, int width, ByteOrder order, int constant, int factor, int least)
    implements FrameSize {

  /** The number in the frame that starts there, or -1 when the bytes end before it does. */
  long number(byte[] bytes, int from) {
    int at = from + offset;
    if (at + width > bytes.length) {
      return -1;
    }
    long number = 0;
    for (int i = 0; i < width; i++) {
      int place = order == ByteOrder.BIG_ENDIAN ? i : width - 1 - i;
      number = number << 8 | bytes[at + place] & 0xFF;
    }
    return number;
  }

  @Override
  public int at(byte[] bytes, int from) {
    long number = number(bytes, from);
    long size = constant + factor * number;
    return number < least || size > Integer.MAX_VALUE ? NONE : (int) size;
  }

  /** The expected share of a number, when its bytes were any. */
  double share(int number, Frequencies frequencies) {
    double share = 1;
    for (int i = 0; i < width; i++) {
      share *= frequencies.of(i < 4 ? number >>> 8 * i & 0xFF : 0);
    }
    return share;
  }

  /** How often each byte occurs outside the number itself. */
  Frequencies othersIn(Partition partition) {
    Frequencies others = new Frequencies();
    partition.visit(
        (stream, from, to) -> {
          for (int i = from; i < to; i++) {
            if (i < from + offset || i >= from + offset + width) {
              others.add(stream.bytes()[i]);
            }
          }
        });
    return others;
  }

  /** The numbers in all frames, with how often each was seen. */
  SortedMap<Long, Integer> numbersIn(Partition partition) {
    SortedMap<Long, Integer> numbers = new TreeMap<>();
    partition.visit(
        (stream, from, to) -> numbers.merge(number(stream.bytes(), from), 1, Integer::sum));
    return numbers;
  }
}
