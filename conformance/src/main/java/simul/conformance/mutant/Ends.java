package simul.conformance.mutant;

import java.util.HashMap;
import java.util.Map;
import simul.spec.reference.Connection;
import simul.spec.reference.ConnectionHandler;

/**
 * A handler that leaves a connection open for a while once its client has closed a half of it: in
 * that time the rest of the world goes on, which is what mistakes about departures need.
 */
abstract class Ends extends Passing {
  /** Milliseconds at least: each time the loop comes round it naps for one. */
  static final int ROUNDS = 40;

  private final Map<Connection, Integer> ended = new HashMap<>();

  Ends(ConnectionHandler game) {
    super(game);
  }

  @Override
  public final void finished(Connection connection) {
    int rounds = ended.merge(connection, 1, Integer::sum);
    if (rounds == 1) {
      begins(connection);
    } else if (rounds > ROUNDS) {
      staysHalfOpen(connection);
    }
    Lifeline.nap();
  }

  @Override
  public final void reset(Connection connection) {
    if (ended.remove(connection) != null) {
      breaks(connection);
    } else {
      isResetAtOnce(connection);
    }
  }

  @Override
  public void closed(Connection connection, String reason) {
    ended.remove(connection);
    super.closed(connection, reason);
  }

  /** The end of the stream has just come. */
  abstract void begins(Connection connection);

  /** Nothing has come since; called again and again until the connection is closed. */
  void staysHalfOpen(Connection connection) {
    connection.close("closed by the client");
  }

  /** After the end of the stream a reset has come, so the client has closed the other half, too. */
  void breaks(Connection connection) {
    closed(connection, "closed by the client");
  }

  /** A reset has come out of the blue. */
  void isResetAtOnce(Connection connection) {
    closed(connection, "reset by the client");
  }

  /**
   * Tells the client something once its stream has ended: a client that has closed all of the
   * connection answers with a reset, and one that has closed a half of it does not.
   */
  abstract static class Probing extends Ends {
    private final Told told;

    Probing(ConnectionHandler game, Told told) {
      super(game);
      this.told = told;
    }

    @Override
    final void begins(Connection connection) {
      told.remind(connection);
    }
  }
}
