package simul.conformance.survey;

import java.util.List;

/**
 * Something that speaks for a candidate, or limits it.
 *
 * @param values what its kind lists, as text that is the same in every language
 */
public record Reason(Kind kind, List<String> values) {

  /** Kinds of reasons, each with its values. */
  public enum Kind {
    /** All bytes are divided: bytes, connections, frames. */
    DIVIDES_ALL,
    /** Each delivery ends where a frame ends: deliveries. */
    ENDS_WITH_DELIVERIES,
    /** Deliveries end within frames: how many, of how many. */
    DELIVERIES_CUT_FRAMES,
    /** Frame sizes seen: sizes with their counts. */
    SIZES,
    /** Whether the number is signed cannot be told: the largest seen. */
    SIGN_UNKNOWN,
    /** The number is unsigned, or it would have been negative: the largest seen. */
    UNSIGNED,
    /** A byte after which all frames of one value are of one size: offset, sizes by value. */
    TYPE,
    /** That type may be wider, for what follows is always zero: offset, width. */
    TYPE_MAY_BE_WIDE,
    /** The numbers of records seen: numbers with their counts. */
    RECORDS,
    /** Delivery sizes are multiples: deliveries, occasions. */
    MULTIPLES,
    /** Each frame starts with a known type: frames, types. */
    STARTS_WITH_TYPE,
    /** Every byte is of a text: bytes. */
    TEXT,
    /** The last frame of a connection that overflowed was not looked at: no values. */
    CUT,
    /** It divides the bytes as a better one does: no values. */
    SAME_FRAMES
  }

  public Reason {
    values = List.copyOf(values);
  }

  static Reason of(Kind kind, Object... values) {
    return new Reason(kind, java.util.Arrays.stream(values).map(String::valueOf).toList());
  }
}
