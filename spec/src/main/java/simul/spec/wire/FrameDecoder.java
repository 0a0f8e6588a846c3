package simul.spec.wire;

/**
 * Finds the frames in one direction of one stream. It is asked again and again with what has
 * arrived so far and keeps no bytes between the calls, so a buffer may grow, shrink or move in
 * between. After a complete frame the next call is about what follows it.
 *
 * <p>A call looks at one frame, never past its end, allocates nothing unless the frame is invalid,
 * and never throws on any bytes. Not for use by several threads at once.
 */
public abstract sealed class FrameDecoder
    permits LengthPrefixedDecoder,
        VaryingLengthDecoder,
        SizedDecoder,
        EnvelopeDecoder,
        OpeningDecoder {

  /** What the bytes are, as far as they have come. */
  public enum Status {
    /** A whole frame with allowed values: see {@link #packet()} and {@link #lengthBytes()}. */
    COMPLETE,
    /** The start of a frame, and nothing yet that no frame could start with. */
    NEED_MORE,
    /** Bytes that no continuation can make a frame: see {@link #fault()}. */
    INVALID
  }

  /** In place of {@link #packetIndex} in a frame without a packet. */
  static final int NO_PACKET = -1;

  private final PacketLayout[] packets;

  /**
   * {@link PacketLayout#index()} of the last packet. A number, not the packet: storing a reference
   * costs the garbage collector's barrier, which is as much as all the rest of decoding a packet.
   */
  int packetIndex;

  int packetOffset;
  int packetBytes;
  int lengthBytes;
  FrameFault fault;

  FrameDecoder(PacketTable table) {
    this.packets = table.packets().toArray(new PacketLayout[0]);
  }

  /**
   * Looks at the frame that starts at {@code from}.
   *
   * @param bytes the stream's bytes
   * @param from where the frame starts
   * @param to the first byte that has not arrived; at least {@code from}
   */
  public abstract Status next(byte[] bytes, int from, int to);

  /**
   * Goes on to the next packet of the frame that was last found {@link Status#COMPLETE}; false when
   * there is none. Most framings have one packet a frame.
   */
  public boolean nextPacket() {
    return false;
  }

  /**
   * The packet of the frame that was last found {@link Status#COMPLETE}; null in a frame without
   * one.
   */
  public final PacketLayout packet() {
    return packetIndex == NO_PACKET ? null : packets[packetIndex];
  }

  /** Where {@link #packet} starts, in bytes from the start of the frame. */
  public final int packetOffset() {
    return packetOffset;
  }

  /** How long {@link #packet} is, in bytes. */
  public final int packetBytes() {
    return packetBytes;
  }

  /** The length in bytes of the frame that was last found {@link Status#COMPLETE}. */
  public final int lengthBytes() {
    return lengthBytes;
  }

  /** Why the last frame was {@link Status#INVALID}. */
  public final FrameFault fault() {
    return fault;
  }

  /** The frame is one packet. */
  final Status complete(PacketLayout found, int frameBytes) {
    packetIndex = found.index();
    packetBytes = frameBytes;
    lengthBytes = frameBytes;
    return Status.COMPLETE;
  }

  /** The frame has a number that it must not have. */
  final Status disallowed(PacketLayout found, PacketLayout.Disallowed wrong, int frameBytes) {
    FieldLayout field = wrong.field();
    String message =
        field.name()
            + " "
            + field.scalar().text(wrong.value())
            + " in "
            + found.name()
            + " is outside "
            + field.allowedPhrase();
    fault =
        new FrameFault(
            FrameFault.Kind.VALUE_NOT_ALLOWED,
            wrong.offset(),
            field.name(),
            wrong.value(),
            message,
            frameBytes);
    return Status.INVALID;
  }
}
