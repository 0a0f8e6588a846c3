package simul.conformance.probe;

import java.util.Optional;

/**
 * What successive looks at the kernel's tables have shown of the bytes that one probe has sent:
 * first that all have arrived, then that none is unread. In that order, or bytes that are still on
 * their way would pass for read.
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
    Optional<SocketTable.Queues> ours = sockets.find(probe.local(), probe.remote());
    boolean acknowledged = ours.filter(queues -> queues.unacknowledged() == 0).isPresent();
    boolean arrivedBefore =
        arrived || !probe.hasUnsent() && acknowledged && ours.get().place() < theirs.get().place();
    boolean read = arrivedBefore && theirs.get().unread() == 0;
    arrived = arrived || !probe.hasUnsent() && (theirs.get().unread() > 0 || acknowledged);
    return read;
  }
}
