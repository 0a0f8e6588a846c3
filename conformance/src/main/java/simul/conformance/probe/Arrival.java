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
    boolean read = arrived && theirs.get().unread() == 0;
    arrived = arrived || !probe.hasUnsent() && isThere(theirs.get(), sockets);
    return read;
  }

  private boolean isThere(SocketTable.Queues theirs, SocketTable sockets) {
    return theirs.unread() > 0 || isAcknowledged(sockets);
  }

  private boolean isAcknowledged(SocketTable sockets) {
    return sockets
        .find(probe.local(), probe.remote())
        .filter(ours -> ours.unacknowledged() == 0)
        .isPresent();
  }
}
