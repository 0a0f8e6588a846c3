package simul.conformance.survey;

import java.nio.ByteOrder;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** A way to divide what a server sends into frames. */
public sealed interface FramingGuess {

  /**
   * A number in each frame's header is its length.
   *
   * @param offset where it is, in bytes from the frame's start
   * @param width its bytes: 1, 2 or 4
   * @param order of its bytes, when it has several
   * @param uncountedBytes how many bytes of the header it does not count: none, or a header that
   *     ends with it or a few bytes later
   */
  record LengthField(int offset, int width, ByteOrder order, int uncountedBytes)
      implements FramingGuess {}

  /**
   * A number in each frame's header says how many records of one size follow it.
   *
   * @param offset where it is, in bytes from the frame's start
   * @param width its bytes: 1, 2 or 4
   * @param order of its bytes, when it has several
   */
  record CountField(int offset, int width, ByteOrder order, int recordBytes)
      implements FramingGuess {}

  /** Every frame has the same size, or a divisor of it. */
  record FixedSize(int bytes) implements FramingGuess {}

  /**
   * Each frame starts with a 4-byte type, which alone decides its size.
   *
   * @param sizes whole sizes in bytes, by type
   */
  record SizeByType(ByteOrder order, SortedMap<Integer, Integer> sizes) implements FramingGuess {
    public SizeByType {
      sizes = Collections.unmodifiableSortedMap(new TreeMap<>(sizes));
    }
  }

  /** Text, and what ends each message. */
  record Text(Encoding encoding, Ending ending) implements FramingGuess {}

  /** How characters become bytes. */
  enum Encoding {
    ASCII("US-ASCII"),
    UTF_8("UTF-8"),
    /** The Korean Windows code page. */
    MS949("MS949");

    private final String word;

    Encoding(String word) {
      this.word = word;
    }

    /** The name that it is known by, to Java too. */
    public String word() {
      return word;
    }
  }

  /** What stands at the end of every message. */
  enum Ending {
    LF,
    CR_LF,
    NUL,
    NOTHING
  }
}
