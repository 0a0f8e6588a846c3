package simul.spec.meaning;

import simul.spec.wire.FrameDecoder;
import simul.spec.wire.FrameFault;
import simul.spec.world.WorldEvents;

/**
 * A client's ear: turns what the server sends on one connection into world events. Keeps no bytes,
 * only which packets it has met, so the caller gives again what was not consumed. Allocates nothing
 * per packet. One thread at a time.
 */
public final class EventDecoder {
  private final FrameDecoder frames;
  private final EventBinding[][] byPacket;
  private final boolean[] met;
  private FrameFault fault;
  private int frameStart;
  private int frameEnd;

  EventDecoder(FrameDecoder frames, EventBinding[][] byPacket) {
    this.frames = frames;
    this.byPacket = byPacket;
    this.met = new boolean[byPacket.length];
  }

  /**
   * Decodes as many whole frames as there are and stops before the first that is not whole or not
   * valid; after a fault it consumes nothing any more.
   *
   * @param to the first byte that has not arrived
   * @return how many bytes were consumed
   */
  public int decode(byte[] bytes, int from, int to, WorldEvents events) {
    int at = from;
    while (fault == null && at < to) {
      FrameDecoder.Status status = frames.next(bytes, at, to);
      if (status == FrameDecoder.Status.NEED_MORE) {
        break;
      }
      if (status == FrameDecoder.Status.INVALID) {
        fault = frames.fault();
        break;
      }
      frameStart = at;
      frameEnd = at + frames.lengthBytes();
      interpret(bytes, at, events);
      at = frameEnd;
    }
    return at - from;
  }

  private void interpret(byte[] bytes, int frame, WorldEvents events) {
    int packet = frames.packet().index();
    boolean first = !met[packet];
    met[packet] = true;
    for (EventBinding binding : byPacket[packet]) {
      boolean speaks =
          switch (binding.when()) {
            case ALWAYS -> true;
            case FIRST -> first;
            case LATER -> !first;
          };
      if (speaks) {
        tell(binding, bytes, frame, events);
      }
    }
  }

  private static void tell(EventBinding binding, byte[] bytes, int frame, WorldEvents events) {
    int id = (int) binding.id().read(bytes, frame);
    switch (binding.role()) {
      case SELF -> events.self(id);
      case ENTER -> events.enter(id);
      case LEAVE -> events.leave(id);
      case POSITION -> {}
    }
    if (binding.x() != null) {
      events.position(
          id, (int) binding.x().read(bytes, frame), (int) binding.y().read(bytes, frame));
    }
  }

  /** Why the stream cannot be decoded further, or null while it can. */
  public FrameFault fault() {
    return fault;
  }

  /** While an event is told: where the frame that carries it starts in the caller's array. */
  public int frameStart() {
    return frameStart;
  }

  /** While an event is told: where the frame that carries it ends in the caller's array. */
  public int frameEnd() {
    return frameEnd;
  }
}
