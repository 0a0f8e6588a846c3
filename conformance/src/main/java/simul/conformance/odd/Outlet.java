package simul.conformance.odd;

import java.util.Optional;
import simul.spec.wire.ByteQueue;

/** What waits to be sent on one connection, between the game and the thread that sends it. */
final class Outlet {
  /**
   * Past this the client is cut off, to be sane about memory only: it is six million packets, more
   * than a run makes anybody miss, and little enough to hold for ten.
   */
  private static final int BOUND_BYTES = 32 << 20;

  private final ByteQueue waiting = new ByteQueue();
  private boolean finished;

  /** Adds bytes, unless no more are wanted; false when more wait than may be kept. */
  synchronized boolean add(byte[] bytes) {
    if (!finished) {
      waiting.add(bytes);
      notifyAll();
    }
    return waiting.size() <= BOUND_BYTES;
  }

  /** Takes no more bytes; what waits may still be taken. */
  synchronized void finish() {
    finished = true;
    notifyAll();
  }

  /** All that waits, as soon as there is something; empty when nothing will come any more. */
  synchronized Optional<byte[]> take() throws InterruptedException {
    while (waiting.isEmpty() && !finished) {
      wait();
    }
    if (waiting.isEmpty()) {
      return Optional.empty();
    }
    byte[] all = waiting.toArray();
    waiting.clear();
    return Optional.of(all);
  }
}
