package simul.spec.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

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

  /** The fields that every packet starts with. */
  List<Field> header();

  /** The header field that tells the packets apart, where there is one. */
  Optional<String> typeField();

  /**
   * Every frame starts with the same header, which holds the frame's length.
   *
   * @param header fields in order; among them the length
   * @param lengthField name of the header field that holds the length
   */
  record LengthPrefixed(
      List<Field> header, String lengthField, Counts counts, Optional<String> typeField)
      implements Framing {
    public LengthPrefixed {
      header = List.copyOf(header);
    }
  }

  /**
   * No length on the wire: which packet it is says how long it is. Packets are told apart by the
   * type field, or by what their fields always hold, or there is only one.
   *
   * @param frameBytes what every frame is filled up to, in bytes, where all are equally long
   */
  record Sized(List<Field> header, Optional<String> typeField, OptionalInt frameBytes)
      implements Framing {
    public Sized {
      header = List.copyOf(header);
    }
  }

  /**
   * Frames of one fixed size, each with several packets in it and a field that says how many of its
   * bytes they fill.
   *
   * @param bytes length of every frame
   * @param used the field; what it counts starts at the frame's first byte, or behind the field
   *     where that comes first
   * @param usedOffset where the field is, in bytes from the start of the frame
   * @param inner how the packets in it are framed
   */
  record Enveloped(int bytes, Field used, int usedOffset, Framing inner) implements Framing {
    @Override
    public List<Field> header() {
      return inner.header();
    }

    @Override
    public Optional<String> typeField() {
      return inner.typeField();
    }
  }
}
