package simul.conformance.odd;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import simul.spec.meaning.Protocol;
import simul.spec.reference.PassingHandler;
import simul.spec.reference.ReferenceServer;
import simul.spec.reference.io.Connection;
import simul.spec.reference.io.ConnectionHandler;
import simul.spec.wire.HexDump;

/** A right server that remembers what each connection brought. */
public final class Recorder implements AutoCloseable {
  private final ReferenceServer server;
  private final List<ByteArrayOutputStream> streams = new ArrayList<>();

  private Recorder(Protocol protocol) {
    this.server = Servers.handling(protocol, Recording::new);
  }

  /** Starts one. */
  public static Recorder start(Protocol protocol) {
    return new Recorder(protocol);
  }

  /** The server. */
  public ReferenceServer server() {
    return server;
  }

  /** What came on each connection, in hex, in the order in which they were opened. */
  public List<String> streams() {
    synchronized (streams) {
      return streams.stream().map(stream -> HexDump.hex(stream.toByteArray())).toList();
    }
  }

  @Override
  public void close() {
    server.close();
  }

  private final class Recording extends PassingHandler {
    private final Map<Connection, ByteArrayOutputStream> byConnection = new HashMap<>();

    Recording(ConnectionHandler game) {
      super(game);
    }

    @Override
    public void opened(Connection connection) {
      ByteArrayOutputStream stream = new ByteArrayOutputStream();
      byConnection.put(connection, stream);
      synchronized (streams) {
        streams.add(stream);
      }
      super.opened(connection);
    }

    @Override
    public void received(Connection connection, byte[] bytes, int from, int to) {
      synchronized (streams) {
        byConnection.get(connection).write(bytes, from, to - from);
      }
      super.received(connection, bytes, from, to);
    }
  }
}
