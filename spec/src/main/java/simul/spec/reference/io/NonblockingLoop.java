package simul.spec.reference.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The lecture's non-blocking I/O: one thread asks every socket in turn whether it has something,
 * and most of the time hears that it has not.
 *
 * <p>On Windows, {@code ioctlsocket(FIONBIO)} makes a socket non-blocking, and {@code recv} then
 * fails with {@code WSAEWOULDBLOCK} where it would have waited; here {@link SocketChannel#read}
 * returns 0. Nothing tells when to ask again, so the thread asks for ever: this model takes one
 * core, also when nobody plays, and each round costs a system call for each client. It never takes
 * more than the one core, and lets others have it between two rounds in which nothing happened.
 *
 * <p>The game needs no lock: the only thread is its thread.
 */
public final class NonblockingLoop implements IoModel {
  /** As many bytes as one receive may bring. */
  private static final int RECEIVE_BYTES = 64 * 1024;

  private static final long STOP_MILLIS = 5_000;

  private final ConnectionHandler handler;
  private final OpenConnections open;
  private final Listener listener;
  private final Thread thread;
  private final Set<PolledConnection> connections = new LinkedHashSet<>();
  private final ByteBuffer received = ByteBuffer.allocate(RECEIVE_BYTES);
  private final ByteBuffer sendScratch = ByteBuffer.allocateDirect(RECEIVE_BYTES);
  private volatile boolean stopping;

  private NonblockingLoop(InetSocketAddress address, ConnectionHandler handler) throws IOException {
    this.handler = handler;
    this.open = new OpenConnections(handler);
    this.listener = Listener.open(address);
    listener.channel().configureBlocking(false);
    this.thread = Threads.platform("nonblocking-loop").newThread(this::run);
  }

  /** Opens a listening socket and starts the loop's thread. */
  public static IoModel start(InetSocketAddress address, ConnectionHandler handler)
      throws IOException {
    NonblockingLoop loop = new NonblockingLoop(address, handler);
    loop.thread.start();
    return loop;
  }

  @Override
  public int port() {
    return listener.port();
  }

  @Override
  public void close() {
    stopping = true;
    Threads.join(thread, STOP_MILLIS);
  }

  private void run() {
    try (listener) {
      while (!stopping) {
        boolean happened = accept();
        for (PolledConnection connection : connections) {
          happened |= receive(connection);
          if (connection.isBehind()) {
            connection.sendLater();
          }
        }
        open.settle();
        if (!happened) {
          Thread.yield();
        }
      }
      open.closeAll("the server stops");
    } catch (IOException e) {
      throw new UncheckedIOException("the listening socket cannot be closed", e);
    }
  }

  /** Takes in who waits; whether there was anybody. */
  private boolean accept() {
    try {
      SocketChannel channel = listener.accept(handler::refused);
      if (channel != null) {
        open(channel);
      }
      return channel != null;
    } catch (IOException e) {
      // Nobody can even be turned away; the next round asks again, as it asks all others.
      return false;
    }
  }

  private void open(SocketChannel channel) throws IOException {
    PolledConnection connection;
    try {
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      connection = new PolledConnection(channel);
    } catch (IOException e) {
      // The client was gone before it was served.
      channel.close();
      return;
    }
    connections.add(connection);
    open.opened(connection);
  }

  /** Receives what there is, if there is; whether there was. */
  private boolean receive(PolledConnection connection) {
    if (connection.isEnding()) {
      return false;
    }
    received.clear();
    int count;
    try {
      count = connection.channel.read(received);
    } catch (IOException e) {
      connection.endByReset();
      return true;
    }
    if (count < 0) {
      handler.finished(connection);
    } else if (count > 0) {
      handler.received(connection, received.array(), 0, count);
    }
    return count != 0;
  }

  /** One accepted socket. */
  private final class PolledConnection extends ServedConnection {
    private final SocketChannel channel;
    private boolean isBehind;

    PolledConnection(SocketChannel channel) throws IOException {
      super(open, channel.getRemoteAddress(), new OutboundQueue(OUTBOUND_BOUND_BYTES));
      this.channel = channel;
    }

    @Override
    public boolean isBehind() {
      return isBehind;
    }

    /** Sends as much as the socket takes; the next round offers it the rest. */
    @Override
    void flush() throws IOException {
      outbound().flush(channel, sendScratch);
      isBehind = !outbound().isEmpty();
    }

    @Override
    void closeSocket() throws IOException {
      connections.remove(this);
      channel.close();
    }
  }
}
