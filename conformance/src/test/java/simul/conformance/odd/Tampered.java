package simul.conformance.odd;

import java.util.HashMap;
import java.util.Map;
import simul.spec.reference.PassingHandler;
import simul.spec.reference.io.Connection;
import simul.spec.reference.io.ConnectionHandler;

/** A handler whose game does not reach the sockets: what it sends is passed to an outlet. */
public final class Tampered extends PassingHandler {
  private final Map<Connection, Connection> outlets = new HashMap<>();
  private final Outlet outlet;
  private int opened;

  /** A game that sends through that outlet. */
  public Tampered(ConnectionHandler game, Outlet outlet) {
    super(game);
    this.outlet = outlet;
  }

  /** What becomes of the packets that the game sends. */
  @FunctionalInterface
  public interface Outlet {
    /**
     * Sends what it likes.
     *
     * @param client number of the connection, from 0 in the order in which they were opened
     */
    void send(int client, byte[] packets, Connection to);
  }

  @Override
  public void opened(Connection connection) {
    Connection rerouted = new Rerouted(connection, opened++, outlet);
    outlets.put(connection, rerouted);
    super.opened(rerouted);
  }

  @Override
  public void received(Connection connection, byte[] bytes, int from, int to) {
    super.received(outlets.get(connection), bytes, from, to);
  }

  @Override
  public void closed(Connection connection, String reason) {
    super.closed(outlets.remove(connection), reason);
  }

  private record Rerouted(Connection connection, int client, Outlet outlet) implements Connection {
    @Override
    public void send(byte[] bytes) {
      outlet.send(client, bytes, connection);
    }

    @Override
    public void close(String reason) {
      connection.close(reason);
    }

    @Override
    public String peer() {
      return connection.peer();
    }
  }
}
