package simul.spec.meaning;

import simul.spec.model.Coordinates;
import simul.spec.model.Value;
import simul.spec.wire.FrameDecoder;
import simul.spec.wire.FrameFault;
import simul.spec.wire.PacketLayout;

/**
 * A server's ear: turns what a client sends on one connection into requests. Keeps no bytes: the
 * caller gives again what was not consumed. Allocates nothing per packet. One thread at a time.
 */
public final class RequestDecoder {
  private final FrameDecoder frames;
  private final RequestTable table;
  private FrameFault fault;
  private int id;
  private int chosenId;
  private long stamp;

  RequestDecoder(FrameDecoder frames, RequestTable table) {
    this.frames = frames;
    this.table = table;
    this.id = table.firstId();
  }

  /** Says which player's the stream is: where requests have an element for each, its own counts. */
  public void identify(int player) {
    id = player;
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
        int length = frames.lengthBytes();
        interpretFrame(bytes, from, requests);
        yield length;
      }
      case NEED_MORE -> 0;
      case INVALID -> {
        fault = frames.fault();
        yield 0;
      }
    };
  }

  private void interpretFrame(byte[] bytes, int frame, Requests requests) {
    if (frames.packet() == null) {
      return;
    }
    do {
      interpret(frames.packet(), bytes, frame + frames.packetOffset(), requests);
    } while (frames.nextPacket());
  }

  private void interpret(PacketLayout packet, byte[] bytes, int at, Requests requests) {
    RequestTable.Meaning meaning = table.meaning(packet, bytes, at);
    if (meaning == null) {
      return;
    }
    stamp = meaning.binding().stamp(bytes, at);
    switch (meaning.kind()) {
      case MOVE -> {
        if (meaning.absolute()) {
          moveTo(meaning.binding(), bytes, at, requests);
        } else {
          requests.move(meaning.direction());
        }
      }
      case POKE -> requests.poke();
      case HELLO -> {
        chosenId = meaning.binding().self(bytes, at).orElse(chosenId);
        requests.hello();
      }
      case BYE -> requests.bye();
    }
  }

  private void moveTo(RequestBinding binding, byte[] bytes, int at, Requests requests) {
    int index = id - table.firstId();
    int x = table.grid().column(binding.coordinate(Value.Kind.X, bytes, at, index));
    int y = table.grid().row(binding.coordinate(Value.Kind.Y, bytes, at, index));
    if (x != Coordinates.NO_CELL && y != Coordinates.NO_CELL) {
      requests.moveTo(x, y);
    }
  }

  /** While a request is told: the time stamp that is to be handed back; 0 where there is none. */
  public long stamp() {
    return stamp;
  }

  /** The player ID that the client has chosen for itself, where clients choose. */
  public int chosenId() {
    return chosenId;
  }

  /** Why the stream cannot be decoded further, or null while it can. */
  public FrameFault fault() {
    return fault;
  }

  /** Forgets the fault: the caller goes on after the bad frame. */
  public void resume() {
    fault = null;
  }
}
