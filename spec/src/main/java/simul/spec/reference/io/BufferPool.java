package simul.spec.reference.io;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Buffers of one size that are used again. An overlapped operation needs one for itself for as long
 * as it is in flight, so there are as many as operations have been in flight at once. Any thread.
 */
final class BufferPool {
  /**
   * A receive of a client that is silent holds one, so ten thousand clients hold 40 MB; and eight
   * hundred moves fit in.
   */
  static final int BUFFER_BYTES = 4096;

  /** More than that many are not kept for later. */
  private static final int MOST_KEPT = 1024;

  private final Deque<ByteBuffer> kept = new ArrayDeque<>();

  synchronized ByteBuffer take() {
    ByteBuffer buffer = kept.poll();
    return buffer == null ? ByteBuffer.allocate(BUFFER_BYTES) : buffer.clear();
  }

  synchronized void giveBack(ByteBuffer buffer) {
    if (kept.size() < MOST_KEPT) {
      kept.push(buffer);
    }
  }
}
