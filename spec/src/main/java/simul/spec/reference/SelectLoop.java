package simul.spec.reference;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Queue;

/**
 * The lecture's {@code select} model: one thread asks which sockets are ready and serves each in
 * turn, never blocking on any. Sends are collected while a round of sockets is served and written
 * once at its end; what a socket does not take then waits for its writability.
 */
public final class SelectLoop implements IoModel {
  /** As many bytes as one receive may bring. */
  private static final int RECEIVE_BYTES = 64 * 1024;

  /**
   * A reader that has let this much pile up, beyond what the kernel holds for it, is cut off. It is
   * some 200,000 packets: hours of play, or a client that does not read.
   */
  private static final int OUTBOUND_BOUND_BYTES = 1 << 20;

  /** Connections that the kernel may hold until they are accepted; it has a bound of its own. */
  private static final int BACKLOG = 4096;

  /** How long {@link #close} waits for the loop: it is never busy with one round for this long. */
  private static final long STOP_MILLIS = 5_000;

  private final ConnectionHandler handler;
  private final int outboundBoundBytes;
  private final Selector selector;
  private final ServerSocketChannel listener;
  private final SelectionKey acceptKey;
  private final Thread thread;
  private final ByteBuffer received = ByteBuffer.allocate(RECEIVE_BYTES);
  private final ByteBuffer sendScratch = ByteBuffer.allocateDirect(RECEIVE_BYTES);
  private final Queue<SelectConnection> unsent = new ArrayDeque<>();
  private final Queue<SelectConnection> ending = new ArrayDeque<>();
  private volatile boolean stopping;

  private SelectLoop(InetSocketAddress address, ConnectionHandler handler, int outboundBoundBytes)
      throws IOException {
    this.handler = handler;
    this.outboundBoundBytes = outboundBoundBytes;
    this.selector = Selector.open();
    this.listener = ServerSocketChannel.open();
    try {
      listener.bind(address, BACKLOG);
      listener.configureBlocking(false);
      this.acceptKey = listener.register(selector, SelectionKey.OP_ACCEPT);
    } catch (IOException | RuntimeException e) {
      listener.close();
      selector.close();
      throw e;
    }
    this.thread = new Thread(this::run, "select-loop");
    thread.setDaemon(true);
  }

  /** Opens a listening socket and starts the loop's thread. */
  public static SelectLoop start(InetSocketAddress address, ConnectionHandler handler)
      throws IOException {
    return start(address, handler, OUTBOUND_BOUND_BYTES);
  }

  /**
   * The same with another patience for slow readers.
   *
   * @param boundBytes what may wait for one client beyond what the kernel holds for it; 0 cuts it
   *     off at the first partial send
   */
  public static IoModel.Factory holding(int boundBytes) {
    return (address, handler) -> start(address, handler, boundBytes);
  }

  private static SelectLoop start(
      InetSocketAddress address, ConnectionHandler handler, int boundBytes) throws IOException {
    SelectLoop loop = new SelectLoop(address, handler, boundBytes);
    loop.thread.start();
    return loop;
  }

  @Override
  public int port() {
    return listener.socket().getLocalPort();
  }

  @Override
  public void close() {
    stopping = true;
    selector.wakeup();
    try {
      thread.join(STOP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try (selector;
        listener) {
      while (!stopping) {
        selector.select(this::serve);
        settle();
      }
      endAll();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("the selector failed", e);
    }
  }

  private void endAll() {
    for (SelectionKey key : new ArrayList<>(selector.keys())) {
      if (key.attachment() instanceof SelectConnection connection) {
        connection.close("the server stops");
      }
    }
    settle();
  }

  private void serve(SelectionKey key) {
    if (key == acceptKey) {
      accept();
    } else if (key.attachment() instanceof SelectConnection connection && !connection.isEnding()) {
      if (key.isReadable()) {
        receive(connection);
      }
      if (key.isValid() && key.isWritable()) {
        unsent.add(connection);
      }
    }
  }

  private void accept() {
    try {
      SocketChannel channel = listener.accept();
      while (channel != null) {
        open(channel);
        channel = listener.accept();
      }
    } catch (IOException e) {
      // Out of descriptors, most likely: asking again at once would spin until somebody leaves.
      acceptKey.interestOps(0);
    }
  }

  private void open(SocketChannel channel) throws IOException {
    SelectConnection connection;
    try {
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
      connection = new SelectConnection(channel, key);
      key.attach(connection);
    } catch (IOException e) {
      // The client was gone before it was served.
      channel.close();
      return;
    }
    handler.opened(connection);
  }

  private void receive(SelectConnection connection) {
    received.clear();
    int count;
    try {
      count = connection.channel.read(received);
    } catch (IOException e) {
      connection.end("reset by the client");
      return;
    }
    if (count < 0) {
      connection.end("closed by the client");
    } else if (count > 0) {
      handler.received(connection, received.array(), 0, count);
    }
  }

  /** Sends what the round has produced and buries the dead, until neither produces more. */
  private void settle() {
    while (!unsent.isEmpty() || !ending.isEmpty()) {
      for (SelectConnection c = unsent.poll(); c != null; c = unsent.poll()) {
        c.flush();
      }
      SelectConnection dead = ending.poll();
      if (dead != null) {
        dead.bury();
        handler.closed(dead, dead.reason);
        if (acceptKey.isValid() && acceptKey.interestOps() == 0) {
          acceptKey.interestOps(SelectionKey.OP_ACCEPT);
        }
      }
    }
  }

  /** One accepted socket. */
  private final class SelectConnection implements Connection {
    private final SocketChannel channel;
    private final SelectionKey key;
    private final String peer;
    private final OutboundQueue outbound = new OutboundQueue(outboundBoundBytes);
    private boolean queued;
    private String reason;

    SelectConnection(SocketChannel channel, SelectionKey key) throws IOException {
      this.channel = channel;
      this.key = key;
      InetSocketAddress remote = (InetSocketAddress) channel.getRemoteAddress();
      this.peer = remote.getAddress().getHostAddress() + ":" + remote.getPort();
    }

    boolean isEnding() {
      return reason != null;
    }

    @Override
    public void send(byte[] bytes) {
      if (isEnding()) {
        return;
      }
      outbound.add(bytes);
      if (outbound.isOverfull()) {
        flush();
      }
      if (outbound.isOverfull()) {
        end("cut off: it reads too slowly");
      } else if (!queued) {
        queued = true;
        unsent.add(this);
      }
    }

    @Override
    public void close(String why) {
      if (!isEnding()) {
        flush();
        end(why);
      }
    }

    @Override
    public String peer() {
      return peer;
    }

    /** Ends the connection after the current round; the first reason counts. */
    void end(String why) {
      if (!isEnding()) {
        reason = why;
        ending.add(this);
      }
    }

    void flush() {
      queued = false;
      if (isEnding()) {
        return;
      }
      try {
        outbound.flush(channel, sendScratch);
        int write = outbound.isEmpty() ? 0 : SelectionKey.OP_WRITE;
        key.interestOps(SelectionKey.OP_READ | write);
      } catch (IOException e) {
        end("reset by the client");
      }
    }

    void bury() {
      try {
        channel.close();
      } catch (IOException e) {
        // Closing is all that was wanted; the descriptor is gone either way.
        reason = reason + " (" + e.getMessage() + ")";
      }
    }
  }
}
