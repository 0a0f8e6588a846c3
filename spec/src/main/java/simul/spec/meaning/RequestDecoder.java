package simul.spec.meaning;

import simul.spec.wire.FrameDecoder;
import simul.spec.wire.FrameFault;

/**
 * A server's ear: turns what a client sends on one connection into requests. Keeps no bytes: the
 * caller gives again what was not consumed. Allocates nothing per packet. One thread at a time.
 */
public final class RequestDecoder {
  private final FrameDecoder frames;
  private final MoveBinding[][] byPacket;
  private FrameFault fault;

  RequestDecoder(FrameDecoder frames, MoveBinding[][] byPacket) {
    this.frames = frames;
    this.byPacket = byPacket;
  }

  /**
   * Decodes as many whole frames as there are and stops before the first that is not whole or not
   * valid; after a fault it consumes nothing any more. A packet that means no request is passed
   * over.
   *
   * @param to the first byte that has not arrived
   * @return how many bytes were consumed
   */
  public int decode(byte[] bytes, int from, int to, Requests requests) {
    int at = from;
    while (at < to) {
      int length = decodeOne(bytes, at, to, requests);
      if (length == 0) {
        break;
      }
      at += length;
    }
    return at - from;
  }

  /**
   * Decodes one frame.
   *
   * @return its length in bytes, or 0 when it is not whole or not valid
   */
  public int decodeOne(byte[] bytes, int from, int to, Requests requests) {
    if (fault != null) {
      return 0;
    }
    return switch (frames.next(bytes, from, to)) {
      case COMPLETE -> {
        interpret(bytes, from, requests);
        yield frames.lengthBytes();
      }
      case NEED_MORE -> 0;
      case INVALID -> {
        fault = frames.fault();
        yield 0;
      }
    };
  }

  private void interpret(byte[] bytes, int frame, Requests requests) {
    for (MoveBinding move : byPacket[frames.packet().index()]) {
      if (move.matches(bytes, frame)) {
        requests.move(move.direction());
        return;
      }
    }
  }

  /** Why the stream cannot be decoded further, or null while it can. */
  public FrameFault fault() {
    return fault;
  }
}
