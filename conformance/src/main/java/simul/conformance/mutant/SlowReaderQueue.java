package simul.conformance.mutant;

import simul.spec.reference.io.OutboundQueue;

/** An outbound queue that knows when its reader is slow, for mistakes about the remainder. */
abstract class SlowReaderQueue extends OutboundQueue {
  private boolean behind;

  SlowReaderQueue(int boundBytes) {
    super(boundBytes);
  }

  /** Whether a write has been short since the queue was last empty. */
  final boolean isBehind() {
    return behind;
  }

  @Override
  protected final boolean taken(int takenBytes, int offeredBytes) {
    if (takenBytes < offeredBytes) {
      boolean takesMore = shortWrite(takenBytes, offeredBytes);
      behind = !waiting().isEmpty();
      return takesMore;
    }
    boolean takesMore = super.taken(takenBytes, offeredBytes);
    if (behind && waiting().isEmpty()) {
      behind = false;
      caughtUp();
    }
    return takesMore;
  }

  /** The socket has not taken all it was offered; as it should be, what it took is taken off. */
  boolean shortWrite(int takenBytes, int offeredBytes) {
    return super.taken(takenBytes, offeredBytes);
  }

  /** All that waited since the first short write has been sent. */
  void caughtUp() {}
}
