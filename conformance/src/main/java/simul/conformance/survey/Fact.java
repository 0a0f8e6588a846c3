package simul.conformance.survey;

import java.util.List;

/**
 * One thing that a recording shows, without any guess at the framing.
 *
 * @param values what its kind lists, as text that is the same in every language
 * @param bytes those that it is about; may be none
 */
public record Fact(Kind kind, List<String> values, byte[] bytes) {

  /** Kinds of facts, each with its values. */
  public enum Kind {
    /** The server speaks first: bytes of its first delivery, milliseconds. */
    SPEAKS_FIRST,
    /** No connection received anything, though it was kept: milliseconds listened at a time. */
    SILENT,
    /** No connection received anything before the server closed it: no values. */
    CLOSES_SILENTLY,
    /** What a connection received: connection, bytes, deliveries, their sizes, milliseconds. */
    RECEIVED,
    /** A connection received nothing, though others did: connection. */
    RECEIVED_NOTHING,
    /** It was not accepted: connection, reason. */
    NOT_OPENED,
    /** The server closed it: connection, milliseconds since it was opened. */
    CLOSED,
    /** The server reset it: connection, milliseconds since it was opened. */
    RESET,
    /** More came than is looked at: connection, bytes kept. */
    OVERFLOWED,
    /** It was not read any further: connection, bytes read. */
    FLOODED,
    /** Bytes kept coming without a cause: connection, deliveries, median milliseconds between. */
    UNPROMPTED,
    /** The greetings are alike: connections. */
    SAME_GREETING,
    /** The greetings have different sizes: sizes by connection. */
    GREETING_SIZES,
    /** The greetings differ in a byte: offset, values by connection. */
    DIFFERENCE,
    /** They differ as IDs do: offset, values by connection. */
    DIFFERENCE_LIKE_ID,
    /** They differ in further bytes: how many. */
    MORE_DIFFERENCES,
    /** Somebody heard a connection come: hearer, who came, bytes, milliseconds. */
    JOIN_HEARD,
    /** Nobody did: hearer, who came. */
    JOIN_NOT_HEARD,
    /** Bytes came, but they come anyway: hearer, who came. */
    JOIN_UNCLEAR,
    /** Somebody heard a connection go: hearer, who left, bytes, milliseconds. */
    LEAVE_HEARD,
    /** Nobody did: hearer, who left. */
    LEAVE_NOT_HEARD,
    /** Bytes came, but they come anyway: hearer, who left. */
    LEAVE_UNCLEAR
  }

  public Fact {
    values = List.copyOf(values);
  }

  static Fact of(Kind kind, Object... values) {
    return about(new byte[0], kind, values);
  }

  static Fact about(byte[] bytes, Kind kind, Object... values) {
    return new Fact(kind, java.util.Arrays.stream(values).map(String::valueOf).toList(), bytes);
  }
}
