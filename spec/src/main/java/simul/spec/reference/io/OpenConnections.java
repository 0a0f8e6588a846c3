package simul.spec.reference.io;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The connections of a server and what is still to be done for them: whom to send what waits, whom
 * to close. The game asks for both while it is told of something; the model does it when the game
 * has returned, by {@link #settle}. So the game is never called from within itself, and a hundred
 * packets for one client cost one send. Guarded as the game is.
 */
final class OpenConnections {
  /** As long as a client that reads at all needs for the last that it is sent. */
  private static final long LINGER_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final ConnectionHandler handler;
  private final Set<ServedConnection> all = new LinkedHashSet<>();
  private final Queue<ServedConnection> unsent = new ArrayDeque<>();
  private final Queue<ServedConnection> ending = new ArrayDeque<>();

  /** Those whose last send is on its way, with when to stop waiting for it; the oldest first. */
  private final Map<ServedConnection, Long> lingering = new LinkedHashMap<>();

  OpenConnections(ConnectionHandler handler) {
    this.handler = handler;
  }

  int count() {
    return all.size();
  }

  /** A client is served from now on. */
  void opened(ServedConnection connection) {
    all.add(connection);
    handler.opened(connection);
  }

  void unsent(ServedConnection connection) {
    unsent.add(connection);
  }

  void ending(ServedConnection connection) {
    ending.add(connection);
  }

  void lingering(ServedConnection connection) {
    lingering.put(connection, System.nanoTime() + LINGER_NANOS);
  }

  /** The last send on a connection is over: it can be closed, if it waits for that. */
  void drained(ServedConnection connection) {
    if (lingering.remove(connection) != null) {
      ending.add(connection);
    }
  }

  /** Sends what the game has produced and buries the dead, until neither produces more. */
  void settle() {
    while (!unsent.isEmpty() || !ending.isEmpty()) {
      for (ServedConnection c = unsent.poll(); c != null; c = unsent.poll()) {
        c.sendWaiting();
      }
      ServedConnection dead = ending.poll();
      if (dead != null && all.remove(dead)) {
        bury(dead);
      }
    }
  }

  private void bury(ServedConnection dead) {
    String reason = dead.reason();
    try {
      dead.closeSocket();
    } catch (IOException e) {
      // Closing is all that was wanted; the descriptor is gone either way.
      reason = reason + " (" + e.getMessage() + ")";
    }
    if (dead.isReset()) {
      handler.reset(dead);
    } else {
      handler.closed(dead, reason);
    }
  }

  /** How long until a last send has taken too long; empty when none is on its way. */
  OptionalLong nanosToExpiry() {
    return lingering.values().stream()
        .mapToLong(due -> Math.max(0, due - System.nanoTime()))
        .findFirst();
  }

  /** Closes those whose last send has taken too long. */
  void expire() {
    long now = System.nanoTime();
    for (ServedConnection connection : new ArrayList<>(lingering.keySet())) {
      if (lingering.get(connection) - now <= 0) {
        drained(connection);
      }
    }
  }

  /** Closes all connections. */
  void closeAll(String reason) {
    new ArrayList<>(all).forEach(connection -> connection.close(reason));
    settle();
  }

  /** Closes also those whose last send is on its way. */
  void abandonAll() {
    new ArrayList<>(lingering.keySet()).forEach(this::drained);
    settle();
  }
}
