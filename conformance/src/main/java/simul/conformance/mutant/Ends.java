package simul.conformance.mutant;

import java.util.HashMap;
import java.util.Map;
import simul.spec.reference.PassingHandler;
import simul.spec.reference.io.Connection;
import simul.spec.reference.io.ConnectionHandler;

/**
 * A handler that leaves a connection open for a while once its client has closed a half of it: in
 * that time the rest of the world goes on, which is what mistakes about departures need.
 */
abstract class Ends extends PassingHandler {
  /** Milliseconds at least: each time the loop comes round it naps for one. */
  static final int ROUNDS = 40;

  private final Map<Connection, Integer> ended = new HashMap<>();

  Ends(ConnectionHandler game) {
    super(game);
  }

  @Override
  public final void finished(Connection connection) {
    int rounds = ended.merge(connection, 1, Integer::sum);
    if (rounds <= ROUNDS) {
      lasts(connection, rounds);
    } else {
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

  /**
   * The end of the stream has come.
   *
   * @param rounds how often that has been said of it, from 1
   */
  abstract void lasts(Connection connection, int rounds);

  /** Nothing has come for long; called again and again until the connection is closed. */
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
   * connection answers with a reset, which the next thing that it is told meets, and one that has
   * closed a half of it does not.
   */
  abstract static class Probing extends Ends {
    private static final int ROUNDS_BETWEEN = 8;

    private final Told told;

    Probing(ConnectionHandler game, Told told) {
      super(game);
      this.told = told;
    }

    @Override
    final void lasts(Connection connection, int rounds) {
      if (rounds % ROUNDS_BETWEEN == 1) {
        told.remind(connection);
      }
    }
  }
}
