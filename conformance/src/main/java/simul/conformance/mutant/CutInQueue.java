package simul.conformance.mutant;

import simul.spec.reference.PassingHandler;
import simul.spec.reference.io.Connection;
import simul.spec.reference.io.ConnectionHandler;
import simul.spec.reference.io.OutboundQueue;
import simul.spec.wire.ByteQueue;

/** An outbound queue in which a packet lands amid the one that another client has just caused. */
final class CutInQueue extends OutboundQueue {
  /** More than a round's packets: what waits behind them is for a slow reader. */
  private static final int MOST_WAITING_BYTES = 1 << 14;

  private final Cause cause;
  private Connection causeOfLast;
  private int lastBytes;

  CutInQueue(int boundBytes, Cause cause) {
    super(boundBytes);
    this.cause = cause;
  }

  /** Whose bytes the server is acting on. */
  static final class Cause {
    private Connection current;

    ConnectionHandler handler(ConnectionHandler game) {
      return new PassingHandler(game) {
        @Override
        public void received(Connection connection, byte[] bytes, int from, int to) {
          current = connection;
          super.received(connection, bytes, from, to);
          current = null;
        }
      };
    }
  }

  @Override
  protected void add(byte[] bytes) {
    boolean isAnothers =
        cause.current != null && causeOfLast != null && !cause.current.equals(causeOfLast);
    ByteQueue waiting = waiting();
    if (isAnothers && lastBytes > 1 && waiting.size() <= MOST_WAITING_BYTES) {
      byte[] all = waiting.toArray();
      int cut = all.length - lastBytes / 2;
      waiting.clear();
      waiting.add(all, 0, cut);
      waiting.add(bytes);
      waiting.add(all, cut, all.length - cut);
    } else {
      waiting.add(bytes);
    }
    lastBytes = bytes.length;
    causeOfLast = cause.current;
  }

  @Override
  protected boolean taken(int takenBytes, int offeredBytes) {
    lastBytes = 0;
    return super.taken(takenBytes, offeredBytes);
  }
}
