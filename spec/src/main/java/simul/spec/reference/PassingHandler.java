package simul.spec.reference;

import simul.spec.reference.io.Connection;
import simul.spec.reference.io.ConnectionHandler;

/**
 * A handler that passes joins, bytes and leaves on to another, for servers that do one thing
 * differently. A connection that has finished is closed, one that was reset is closed to the other.
 */
public abstract class PassingHandler implements ConnectionHandler {
  private final ConnectionHandler other;

  /** Passes on to that one. */
  protected PassingHandler(ConnectionHandler other) {
    this.other = other;
  }

  @Override
  public void opened(Connection connection) {
    other.opened(connection);
  }

  @Override
  public void received(Connection connection, byte[] bytes, int from, int to) {
    other.received(connection, bytes, from, to);
  }

  @Override
  public void closed(Connection connection, String reason) {
    other.closed(connection, reason);
  }

  @Override
  public void refused(String peer, String reason) {
    other.refused(peer, reason);
  }
}
