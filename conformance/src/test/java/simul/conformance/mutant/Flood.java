package simul.conformance.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import simul.conformance.odd.Servers;
import simul.spec.reference.PassingHandler;
import simul.spec.reference.ReferenceServer;
import simul.spec.reference.io.Connection;
import simul.spec.reference.io.ConnectionHandler;

/** How much it takes until a right server meets a socket that takes no more; measured once. */
final class Flood {
  /** As many moves as are sent at once. */
  static final String MOVES = "du".repeat(5_000);

  private static final int ROUNDS_AT_MOST = 400;
  private static final int PATIENCE_MILLIS = 20_000;
  private static final int WELCOME_BYTES = 8;
  private static final int ANSWER_BYTES = 5;

  private static int rounds;

  private Flood() {}

  /** So many times; some more than are needed, and fewer than the server's own bound allows. */
  static synchronized int rounds() throws IOException {
    if (rounds == 0) {
      rounds = measured() + 3;
    }
    return rounds;
  }

  private static int measured() throws IOException {
    Watch watch = new Watch();
    try (ReferenceServer server = Servers.handling(Servers.HOMEWORK3, watch::handler);
        Seat mover = new Seat(server.address(), false, PATIENCE_MILLIS);
        Seat slow = new Seat(server.address(), true, PATIENCE_MILLIS)) {
      slow.pause();
      byte[] moves = Seat.moves(MOVES);
      assertThat(mover.read(2 * WELCOME_BYTES)).hasSize(2 * WELCOME_BYTES);
      for (int round = 1; round <= ROUNDS_AT_MOST; round++) {
        mover.send(moves);
        assertThat(mover.read(ANSWER_BYTES * MOVES.length())).isNotEmpty();
        if (watch.met) {
          return round;
        }
      }
    }
    throw new IllegalStateException("no socket was full after " + ROUNDS_AT_MOST + " rounds");
  }

  /** Looks at every connection whenever something is received. */
  private static final class Watch {
    private final List<Connection> connections = new CopyOnWriteArrayList<>();
    private volatile boolean met;

    ConnectionHandler handler(ConnectionHandler game) {
      return new PassingHandler(game) {
        @Override
        public void opened(Connection connection) {
          connections.add(connection);
          super.opened(connection);
        }

        @Override
        public void received(Connection connection, byte[] bytes, int from, int to) {
          met |= connections.stream().anyMatch(Connection::isBehind);
          super.received(connection, bytes, from, to);
        }
      };
    }
  }
}
