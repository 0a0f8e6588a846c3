package simul.spec.model;

import java.util.List;

/**
 * How one direction of a byte stream is divided into frames. A spec has one for each {@link
 * Sender}; nothing but the code that switches over the members may assume which kind it is.
 */
public sealed interface Framing {

  /** What a length field counts. */
  enum Counts {
    /** The whole packet, header included. */
    WHOLE,
    /** What follows the header. */
    BODY
  }

  /**
   * Every frame starts with the same header, which holds the frame's length and its packet's type.
   *
   * @param header fields in order; among them the length and the type
   * @param lengthField name of the header field that holds the length
   * @param typeField name of the header field that holds the packet's type
   */
  record LengthPrefixed(List<Field> header, String lengthField, Counts counts, String typeField)
      implements Framing {
    public LengthPrefixed {
      header = List.copyOf(header);
    }
  }
}
