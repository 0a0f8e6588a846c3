package simul.spec.reference.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The lecture's {@code WSAEventSelect}: every socket has an event that is set when it is ready, and
 * a thread waits for as many events as one wait takes. That is 64, one of them the thread's own, so
 * each thread serves 63 sockets, and more sockets need more threads.
 *
 * <p>On Windows, {@code WSAEventSelect} joins socket and event, {@code WSAWaitForMultipleEvents}
 * waits, {@code WSAEnumNetworkEvents} says what the socket is ready for and resets the event. On
 * the JVM a {@link Selector} is all three at once, for any number of sockets; the limit of 64 is
 * kept here because it is what the model is known for.
 *
 * <p>Several threads serve sockets, so the game has a lock, {@code game}: whoever has something to
 * tell takes it, tells, sends what has come of it, also on other threads' sockets, and lets it go.
 */
public final class EventSelect implements IoModel {
  private static final int RECEIVE_BYTES = 16 * 1024;
  private static final long STOP_MILLIS = 5_000;

  private final ReentrantLock game = new ReentrantLock();
  private final ConnectionHandler handler;
  private final OpenConnections open;
  private final Listener listener;
  private final int mostThreads;
  private final List<WaitingThread> waiting = new ArrayList<>();
  private final Thread acceptor;
  private final ByteBuffer sendScratch = ByteBuffer.allocateDirect(RECEIVE_BYTES);
  private volatile boolean stopping;

  private EventSelect(InetSocketAddress address, ConnectionHandler handler, int mostThreads)
      throws IOException {
    this.handler = handler;
    this.open = new OpenConnections(handler);
    this.mostThreads = mostThreads;
    this.listener = Listener.open(address);
    this.acceptor = Threads.platform("event-select-acceptor").newThread(this::accept);
  }

  /** Serves with so many threads at most, beside the one that accepts. */
  public static Factory with(int mostThreads) {
    return (address, handler) -> {
      EventSelect model = new EventSelect(address, handler, mostThreads);
      model.acceptor.start();
      return model;
    };
  }

  @Override
  public int port() {
    return listener.port();
  }

  @Override
  public void close() {
    stopping = true;
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the listening socket cannot be closed", e);
    }
    Threads.join(acceptor, STOP_MILLIS);
    game.lock();
    try {
      open.closeAll("the server stops");
    } finally {
      game.unlock();
    }
    for (WaitingThread thread : waiting) {
      thread.selector.wakeup();
      Threads.join(thread.thread, STOP_MILLIS);
    }
  }

  private void accept() {
    while (!stopping) {
      try {
        SocketChannel channel = listener.accept(this::refuse);
        if (channel != null) {
          open(channel);
        }
      } catch (IOException e) {
        // Closed, because the server stops; or nobody can even be turned away, until one leaves.
        Thread.yield();
      }
    }
  }

  private void refuse(String peer, String reason) {
    game.lock();
    try {
      handler.refused(peer, reason);
    } finally {
      game.unlock();
    }
  }

  private void open(SocketChannel channel) throws IOException {
    String peer = ServedConnection.name(channel.getRemoteAddress());
    game.lock();
    try {
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      WaitingThread thread = withRoom();
      if (thread == null) {
        channel.close();
        handler.refused(peer, Refusal.enoughWaits(mostThreads));
      } else {
        thread.serve(channel);
      }
    } catch (OutOfMemoryError e) {
      channel.close();
      handler.refused(peer, Refusal.noThread(waiting.size(), e));
    } catch (IOException e) {
      channel.close();
      handler.refused(peer, Refusal.noDescriptor(e));
    } finally {
      game.unlock();
    }
  }

  /** A thread that can wait for one more socket: a new one, when all have 63; or none. */
  private WaitingThread withRoom() throws IOException {
    for (WaitingThread thread : waiting) {
      if (thread.sockets < EventGroup.MOST_SOCKETS) {
        return thread;
      }
    }
    if (waiting.size() == mostThreads) {
      return null;
    }
    WaitingThread next = new WaitingThread();
    next.start();
    waiting.add(next);
    return next;
  }

  /** A thread and the sockets that it waits for. */
  private final class WaitingThread {
    private final Selector selector = Selector.open();
    private final ByteBuffer received = ByteBuffer.allocate(RECEIVE_BYTES);
    private final Thread thread = Threads.platform("event-select-wait").newThread(this::run);
    private int sockets;

    WaitingThread() throws IOException {}

    void start() throws IOException {
      try {
        thread.start();
      } catch (OutOfMemoryError e) {
        selector.close();
        throw e;
      }
    }

    void serve(SocketChannel channel) throws IOException {
      SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
      EventConnection connection = new EventConnection(this, channel, key);
      key.attach(connection);
      sockets++;
      // The 64th event: there is one more to wait for.
      selector.wakeup();
      open.opened(connection);
      open.settle();
    }

    private void run() {
      try (selector) {
        while (!stopping) {
          selector.select();
          game.lock();
          try {
            selector.selectedKeys().forEach(this::handle);
            open.settle();
          } finally {
            game.unlock();
          }
          selector.selectedKeys().clear();
        }
      } catch (IOException e) {
        throw new UncheckedIOException("the selector failed", e);
      }
    }

    /** {@code WSAEnumNetworkEvents}, and what follows from it. */
    private void handle(SelectionKey key) {
      EventConnection connection = (EventConnection) key.attachment();
      if (connection == null || connection.isEnding() || !key.isValid()) {
        return;
      }
      if (key.isReadable()) {
        receive(connection);
      }
      if (key.isValid() && key.isWritable()) {
        connection.sendLater();
      }
    }

    private void receive(EventConnection connection) {
      received.clear();
      int count;
      try {
        count = connection.channel.read(received);
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
  }

  /** One accepted socket. */
  private final class EventConnection extends ServedConnection {
    private final WaitingThread waiter;
    private final SocketChannel channel;
    private final SelectionKey key;
    private boolean isBehind;

    EventConnection(WaitingThread waiter, SocketChannel channel, SelectionKey key)
        throws IOException {
      super(open, channel.getRemoteAddress(), new OutboundQueue(OUTBOUND_BOUND_BYTES));
      this.waiter = waiter;
      this.channel = channel;
      this.key = key;
    }

    @Override
    public boolean isBehind() {
      return isBehind;
    }

    /** Sends as much as the socket takes; for the rest its own thread waits. */
    @Override
    void flush() throws IOException {
      outbound().flush(channel, sendScratch);
      boolean wasBehind = isBehind;
      isBehind = !outbound().isEmpty();
      if (isBehind != wasBehind) {
        key.interestOps(SelectionKey.OP_READ | (isBehind ? SelectionKey.OP_WRITE : 0));
        waiter.selector.wakeup();
      }
    }

    @Override
    void closeSocket() throws IOException {
      waiter.sockets--;
      channel.close();
      // The selector lets go of a closed socket when it is next asked.
      waiter.selector.wakeup();
    }
  }
}
