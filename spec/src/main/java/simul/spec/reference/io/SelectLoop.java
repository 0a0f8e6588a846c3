package simul.spec.reference.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.function.IntFunction;

/**
 * The lecture's {@code select} model: one thread asks which sockets are ready and serves each in
 * turn, never blocking on any. Sends are collected while a round of sockets is served and written
 * once at its end; what a socket does not take then waits for its writability.
 *
 * <p>On Windows, {@code select} is given sets of sockets anew at each call, at most {@code
 * FD_SETSIZE} of them (64, unless it is defined larger), and looks at each. A {@link Selector}
 * keeps its set between calls and has no such limit; on Linux it is {@code epoll}.
 *
 * <p>The game needs no lock: the only thread is its thread.
 */
public final class SelectLoop implements IoModel {
  /** As many bytes as one receive may bring. */
  private static final int RECEIVE_BYTES = 64 * 1024;

  /** How long {@link #close} waits for the loop: it is never busy with one round for this long. */
  private static final long STOP_MILLIS = 5_000;

  private final ConnectionHandler handler;
  private final OpenConnections open;
  private final Receiver receiver;
  private final IntFunction<OutboundQueue> outbound;
  private final Selector selector;
  private final Listener listener;
  private final SelectionKey acceptKey;
  private final Thread thread;
  private final ByteBuffer received = ByteBuffer.allocate(RECEIVE_BYTES);
  private final ByteBuffer sendScratch = ByteBuffer.allocateDirect(RECEIVE_BYTES);
  private volatile boolean stopping;

  private SelectLoop(
      InetSocketAddress address,
      ConnectionHandler handler,
      Receiver receiver,
      IntFunction<OutboundQueue> outbound)
      throws IOException {
    this.handler = handler;
    this.open = new OpenConnections(handler);
    this.receiver = receiver;
    this.outbound = outbound;
    this.listener = Listener.open(address);
    try {
      this.selector = Selector.open();
      listener.channel().configureBlocking(false);
      this.acceptKey = listener.channel().register(selector, SelectionKey.OP_ACCEPT);
    } catch (IOException | RuntimeException e) {
      listener.close();
      throw e;
    }
    this.thread = new Thread(this::run, "select-loop");
    thread.setDaemon(true);
  }

  /** Opens a listening socket and starts the loop's thread. */
  public static IoModel start(InetSocketAddress address, ConnectionHandler handler)
      throws IOException {
    return with(Receiver.ONCE, OutboundQueue::new).start(address, handler);
  }

  /**
   * The same model with another way to receive or to send.
   *
   * @param outbound makes the queue of a new connection of the bytes past which it is overfull
   */
  public static Factory with(Receiver receiver, IntFunction<OutboundQueue> outbound) {
    return (address, handler) -> {
      SelectLoop loop = new SelectLoop(address, handler, receiver, outbound);
      loop.thread.start();
      return loop;
    };
  }

  @Override
  public int port() {
    return listener.port();
  }

  @Override
  public void close() {
    stopping = true;
    selector.wakeup();
    Threads.join(thread, STOP_MILLIS);
  }

  private void run() {
    try (selector;
        listener) {
      while (!stopping) {
        selector.select(this::serve);
        open.settle();
      }
      open.closeAll("the server stops");
    } catch (IOException e) {
      throw new UncheckedIOException("the selector failed", e);
    }
  }

  private void serve(SelectionKey key) {
    if (key == acceptKey) {
      accept();
    } else if (key.attachment() instanceof SelectConnection connection && !connection.isEnding()) {
      if (key.isReadable()) {
        receive(connection);
      }
      if (key.isValid() && key.isWritable()) {
        connection.sendLater();
      }
    }
  }

  private void accept() {
    try {
      SocketChannel channel = listener.accept(handler::refused);
      while (channel != null) {
        open(channel);
        channel = listener.accept(handler::refused);
      }
    } catch (IOException e) {
      // Nobody can even be turned away: asking again at once would spin until somebody leaves.
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
    open.opened(connection);
  }

  private void receive(SelectConnection connection) {
    received.clear();
    int count;
    try {
      count = receiver.receive(connection.channel::read, received);
    } catch (IOException e) {
      connection.endByReset();
      return;
    }
    if (count < 0) {
      handler.finished(connection);
    } else if (count > 0) {
      handler.received(connection, received.array(), 0, count);
    }
  }

  /** One accepted socket. */
  private final class SelectConnection extends ServedConnection {
    private final SocketChannel channel;
    private final SelectionKey key;
    private boolean isBehind;

    SelectConnection(SocketChannel channel, SelectionKey key) throws IOException {
      super(open, channel.getRemoteAddress(), outbound.apply(OUTBOUND_BOUND_BYTES));
      this.channel = channel;
      this.key = key;
    }

    @Override
    public boolean isBehind() {
      return isBehind;
    }

    /** Sends once; whether it is ready for the rest, select will say. */
    @Override
    void flush() throws IOException {
      outbound().flush(channel, sendScratch);
      isBehind = !outbound().isEmpty();
      key.interestOps(SelectionKey.OP_READ | (isBehind ? SelectionKey.OP_WRITE : 0));
    }

    @Override
    void closeSocket() throws IOException {
      channel.close();
      if (acceptKey.isValid() && acceptKey.interestOps() == 0) {
        acceptKey.interestOps(SelectionKey.OP_ACCEPT);
      }
    }
  }
}
