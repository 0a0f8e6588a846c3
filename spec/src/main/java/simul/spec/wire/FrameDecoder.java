package simul.spec.wire;

import java.util.List;

/**
 * Finds the frames in one direction of one stream. It is asked again and again with what has
 * arrived so far and keeps nothing between the calls but its last answer, so a buffer may grow,
 * shrink or move in between.
 *
 * <p>A call looks at one frame, never past its end, allocates nothing unless the frame is invalid,
 * and never throws on any bytes. Not for use by several threads at once.
 */
public abstract sealed class FrameDecoder permits LengthPrefixedDecoder {

  /** What the bytes are, as far as they have come. */
  public enum Status {
    /** A whole frame with allowed values: see {@link #packet()} and {@link #lengthBytes()}. */
    COMPLETE,
    /** The start of a frame, and nothing yet that no frame could start with. */
    NEED_MORE,
    /** Bytes that no continuation can make a frame: see {@link #fault()}. */
    INVALID
  }

  private final PacketLayout[] packets;

  /**
   * {@link PacketLayout#index()} of the last packet. A number, not the packet: storing a reference
   * costs the garbage collector's barrier, which is as much as all the rest of decoding a packet.
   */
  int packetIndex;

  int lengthBytes;
  FrameFault fault;

  FrameDecoder(List<PacketLayout> packets) {
    this.packets = packets.toArray(new PacketLayout[0]);
  }

  /**
   * Looks at the frame that starts at {@code from}.
   *
   * @param bytes the stream's bytes
   * @param from where the frame starts
   * @param to the first byte that has not arrived; at least {@code from}
   */
  public abstract Status next(byte[] bytes, int from, int to);

  /** The packet of the frame that was last found {@link Status#COMPLETE}. */
  public final PacketLayout packet() {
    return packets[packetIndex];
  }

  /** The length in bytes of the frame that was last found {@link Status#COMPLETE}. */
  public final int lengthBytes() {
    return lengthBytes;
  }

  /** Why the last frame was {@link Status#INVALID}. */
  public final FrameFault fault() {
    return fault;
  }
}
