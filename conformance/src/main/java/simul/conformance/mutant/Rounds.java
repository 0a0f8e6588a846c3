package simul.conformance.mutant;

import java.nio.ByteBuffer;
import simul.spec.reference.io.OutboundQueue;

/**
 * Counts the rounds of a server's loop: what happens between two of its sends happens, for all that
 * clients can tell, at the same time.
 */
final class Rounds {
  private int number;

  /** The number of the round that is under way. */
  int number() {
    return number;
  }

  /** Makes the sends count. */
  Infection counting() {
    return Infection.ofSending(Counting::new);
  }

  private final class Counting extends OutboundQueue {
    Counting(int boundBytes) {
      super(boundBytes);
    }

    @Override
    protected void offer(ByteBuffer room) {
      number++;
      super.offer(room);
    }
  }
}
