package simul.spec.reference.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import simul.spec.wire.ByteQueue;

/**
 * What waits to be sent on one connection. A partial send takes off exactly what the socket took,
 * so the rest follows later, in order and without a gap (handout, section 6). Its steps can be
 * overridden, to see what becomes of a server that gets one of them wrong.
 */
public class OutboundQueue {
  private final ByteQueue waiting = new ByteQueue();
  private final int boundBytes;

  /** An empty queue that is overfull past so many bytes. */
  public OutboundQueue(int boundBytes) {
    this.boundBytes = boundBytes;
  }

  /** The bytes that wait. */
  protected final ByteQueue waiting() {
    return waiting;
  }

  /** Puts bytes behind all that wait. */
  protected void add(byte[] bytes) {
    waiting.add(bytes);
  }

  /** Whether the reader is so slow that keeping more for it would let the server grow for ever. */
  final boolean isOverfull() {
    return waiting.size() > boundBytes;
  }

  final boolean isEmpty() {
    return waiting.isEmpty();
  }

  /**
   * Sends until the socket takes no more or nothing waits.
   *
   * @param scratch a direct buffer to copy through; its content is lost
   * @throws IOException when the connection is broken
   */
  final void flush(WritableByteChannel channel, ByteBuffer scratch) throws IOException {
    boolean takesMore = true;
    while (takesMore && !isEmpty()) {
      scratch.clear();
      offer(scratch);
      int offered = scratch.flip().remaining();
      takesMore = taken(channel.write(scratch), offered);
    }
  }

  /** Copies what is to be sent next, as much of it as there is room for. */
  protected void offer(ByteBuffer room) {
    room.put(waiting.array(), waiting.start(), Math.min(room.remaining(), waiting.size()));
  }

  /**
   * Takes off what the socket has taken of what it was offered.
   *
   * @return whether to offer more at once; otherwise that is done when the socket is ready again
   */
  protected boolean taken(int takenBytes, int offeredBytes) {
    waiting.remove(takenBytes);
    return takenBytes == offeredBytes;
  }
}
