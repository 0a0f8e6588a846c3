package simul.conformance.kernel;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the kernel knows of TCP connections: how many bytes wait in each socket's queues. Both ends
 * of a connection stand there when the target runs on this host, in this network namespace.
 */
public interface SocketTable extends AutoCloseable {
  /** The table of this system, by the quickest way that there is to ask for it. */
  static SocketTable ofKernel() {
    return SocketDiagnosis.open().orElseGet(SocketFiles::new);
  }

  /** Whether this system has such a table. */
  boolean exists();

  /** Forgets the last look, so that the next question is answered afresh. */
  void look();

  /** The end of a connection that has these two addresses; empty when the table lacks it. */
  Optional<Queues> find(InetSocketAddress local, InetSocketAddress remote);

  @Override
  void close();

  /**
   * What waits at one end of a connection, in bytes.
   *
   * @param unacknowledged sent by this end, not yet acknowledged by the other
   * @param unread received by this end, not yet read by its program
   * @param received all that this end has received so far; empty where the table does not say
   * @param place of two answers, the younger has the higher one
   */
  record Queues(long unacknowledged, long unread, OptionalLong received, long place) {}
}
