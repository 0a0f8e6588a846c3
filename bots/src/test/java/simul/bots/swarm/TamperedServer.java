package simul.bots.swarm;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.UnaryOperator;
import simul.spec.load.SpecException;
import simul.spec.load.SpecLoader;
import simul.spec.meaning.Protocol;
import simul.spec.reference.Parts;
import simul.spec.reference.PassingHandler;
import simul.spec.reference.ReferenceServer;
import simul.spec.reference.io.Connection;
import simul.spec.reference.io.ConnectionHandler;
import simul.spec.reference.io.SelectLoop;

/** The reference server with something between its game and its sockets. */
final class TamperedServer {
  static final Protocol PROTOCOL = homework3();

  private TamperedServer() {}

  private static Protocol homework3() {
    try {
      return Protocol.of(SpecLoader.load("homework3"));
    } catch (SpecException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A server whose parts are changed. */
  static ReferenceServer of(UnaryOperator<Parts> change) throws IOException {
    InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    return ReferenceServer.start(free, change.apply(Parts.of(PROTOCOL)));
  }

  /** A server that does everything right. */
  static ReferenceServer right() throws IOException {
    return of(UnaryOperator.identity());
  }

  /** The same on an address that was in use a moment ago. */
  static ReferenceServer rightOn(InetSocketAddress address) {
    try {
      return ReferenceServer.start(address, Parts.of(PROTOCOL));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A server whose sockets tell another handler than the game. */
  static ReferenceServer handling(UnaryOperator<ConnectionHandler> handler) throws IOException {
    return of(
        parts -> parts.withIo((address, game) -> SelectLoop.start(address, handler.apply(game))));
  }

  /** A server whose game hears only what an ear lets pass, in the reads as they come. */
  static ReferenceServer hearing(Ear ear) throws IOException {
    return handling(
        game ->
            new PassingHandler(game) {
              @Override
              public void received(Connection connection, byte[] bytes, int from, int to) {
                if (ear.passes(connection, to - from)) {
                  super.received(connection, bytes, from, to);
                }
              }
            });
  }

  /** What is done about one read before the game hears of it. */
  @FunctionalInterface
  interface Ear {
    /** Whether the game hears of it. */
    boolean passes(Connection connection, int bytes);
  }

  /** A server that sends other packets than the game wants. */
  static ReferenceServer sending(Outlet outlet) throws IOException {
    return handling(game -> new Rerouted(game, outlet));
  }

  /** What becomes of a packet that the game sends. */
  @FunctionalInterface
  interface Outlet {
    /**
     * Sends what it likes.
     *
     * @param client number of the connection, from 0 in the order in which they were opened
     */
    void send(int client, byte[] packets, Connection to);
  }

  private static final class Rerouted extends PassingHandler {
    private final java.util.Map<Connection, Connection> outlets = new java.util.HashMap<>();
    private final Outlet outlet;
    private int opened;

    Rerouted(ConnectionHandler game, Outlet outlet) {
      super(game);
      this.outlet = outlet;
    }

    @Override
    public void opened(Connection connection) {
      Connection rerouted = new Rerouting(connection, opened++, outlet);
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
  }

  private record Rerouting(Connection connection, int client, Outlet outlet) implements Connection {
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
