package simul.conformance.mutant;

import simul.spec.reference.Connection;
import simul.spec.reference.ConnectionHandler;

/** A handler that passes everything on, for those that get one thing wrong. */
abstract class Passing implements ConnectionHandler {
  private final ConnectionHandler game;

  Passing(ConnectionHandler game) {
    this.game = game;
  }

  @Override
  public void opened(Connection connection) {
    game.opened(connection);
  }

  @Override
  public void received(Connection connection, byte[] bytes, int from, int to) {
    game.received(connection, bytes, from, to);
  }

  @Override
  public void closed(Connection connection, String reason) {
    game.closed(connection, reason);
  }
}
