package simul.spec.reference;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import simul.spec.wire.ByteQueue;

/**
 * What waits to be sent on one connection. A partial send takes off exactly what the socket took,
 * so the rest follows later, in order and without a gap (handout, section 6).
 */
final class OutboundQueue {
  private final ByteQueue waiting = new ByteQueue();
  private final int boundBytes;

  /** An empty queue that is overfull past so many bytes. */
  OutboundQueue(int boundBytes) {
    this.boundBytes = boundBytes;
  }

  void add(byte[] bytes) {
    waiting.add(bytes);
  }

  /** Whether the reader is so slow that keeping more for it would let the server grow for ever. */
  boolean isOverfull() {
    return waiting.size() > boundBytes;
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /**
   * Sends until the socket takes no more or nothing waits.
   *
   * @param scratch a direct buffer to copy through; its content is lost
   * @throws IOException when the connection is broken
   */
  void flush(WritableByteChannel channel, ByteBuffer scratch) throws IOException {
    while (!waiting.isEmpty()) {
      scratch.clear();
      int count = Math.min(scratch.remaining(), waiting.size());
      scratch.put(waiting.array(), waiting.start(), count).flip();
      int sent = channel.write(scratch);
      waiting.remove(sent);
      if (sent < count) {
        return;
      }
    }
  }
}
