package simul.spec.wire;

import java.util.OptionalInt;

/**
 * Why the bytes of a stream cannot be a frame of the protocol. A field of several bytes can be
 * found wrong before the last of them has come; it is then shown in hex, as far as it is there.
 *
 * @param offset of the field, in bytes from the start of the frame
 * @param field name of the field that proves it
 * @param value what the field holds; bytes that have not come count as 0
 * @param message one clause, with the value and what would be allowed
 * @param resumeBytes where the next frame starts, in bytes from the start of this one; empty where
 *     nothing on the wire tells, so that the stream cannot be understood any further
 */
public record FrameFault(
    Kind kind, int offset, String field, long value, String message, OptionalInt resumeBytes) {

  /** The kinds of fault, in the order in which a frame is looked at. */
  public enum Kind {
    /** The length is below the header's own. */
    LENGTH_TOO_SMALL,
    /** The length is none that a packet of this sender has. */
    LENGTH_OF_NO_PACKET,
    /** No packet of this sender has the type, or holds what always stands in it. */
    UNKNOWN_TYPE,
    /** The length is not that of the packet of this type. */
    LENGTH_UNFIT_FOR_TYPE,
    /** Length and type fit, but a field holds a value that the spec does not allow. */
    VALUE_NOT_ALLOWED
  }

  FrameFault(Kind kind, int offset, String field, long value, String message, long resumeBytes) {
    this(
        kind,
        offset,
        field,
        value,
        message,
        resumeBytes > 0 && resumeBytes <= Integer.MAX_VALUE
            ? OptionalInt.of((int) resumeBytes)
            : OptionalInt.empty());
  }
}
