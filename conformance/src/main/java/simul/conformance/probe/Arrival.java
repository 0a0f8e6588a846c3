package simul.conformance.probe;

import java.util.Optional;
import java.util.OptionalLong;
import simul.conformance.kernel.SocketTable;

/**
 * What successive looks at the kernel's table have shown of the bytes that one probe has sent:
 * first that all have arrived, then that none is unread. In that order, or bytes that are still on
 * their way would pass for read. They have arrived when the target's end has received as many;
 * where the table does not count them, when they were acknowledged, which may take 40 ms, or were
 * seen unread.
 */
final class Arrival {
  private final Probe probe;
  private boolean arrived;
  private boolean unknown;

  Arrival(Probe probe) {
    this.probe = probe;
  }

  /** Whether the last look could not tell, for the tables lack the target's end. */
  boolean isUnknown() {
    return unknown;
  }

  /** Whether, by this look, the target has read everything, or the connection is over. */
  boolean isRead(SocketTable sockets) {
    if (probe.isClosed()) {
      return true;
    }
    Optional<SocketTable.Queues> theirs = sockets.find(probe.remote(), probe.local());
    unknown = theirs.isEmpty();
    if (unknown) {
      return false;
    }
    // Of one answer the unread bytes are the older part.
    boolean arrivedBefore = arrived;
    boolean nothingUnread = theirs.get().unread() == 0;
    if (!arrived && !probe.hasUnsent()) {
      OptionalLong received = theirs.get().received();
      if (received.isPresent()) {
        arrived = received.getAsLong() >= probe.sentBytes();
      } else {
        Optional<SocketTable.Queues> ours = sockets.find(probe.local(), probe.remote());
        boolean acknowledged = ours.filter(queues -> queues.unacknowledged() == 0).isPresent();
        arrivedBefore = acknowledged && ours.get().place() < theirs.get().place();
        arrived = acknowledged || !nothingUnread;
      }
    }
    return arrivedBefore && nothingUnread;
  }
}
