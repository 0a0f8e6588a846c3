package simul.spec.reference.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The lecture's socket threads: every socket blocks, and each client has threads of its own that
 * are blocked instead of the others'. The simplest model to write, and threads are what it costs.
 *
 * <p>On Windows, {@code accept} returns a socket, {@code CreateThread} or {@code _beginthreadex}
 * makes the thread that calls {@code recv} on it, and each thread reserves 1 MB of address space
 * for its stack. In a game whoever moves makes the server send to everybody, and {@code send}
 * blocks as well: of a client that does not read, it would block the thread of whoever has moved.
 * So each client has a second thread, which sends.
 *
 * <p>With {@link #virtual()} the threads are those of the JVM: while one waits it takes some
 * hundred bytes of heap and no thread of the system. What is written here is the same.
 *
 * <p>All threads tell the game of their clients, so it has a lock, {@code game}; nobody holds it
 * while blocked in a socket.
 */
public final class SocketThreads implements IoModel {
  private static final int RECEIVE_BYTES = 4096;

  /** Each client's receiver and sender. */
  private static final int THREADS_EACH = 2;

  /** What {@code read} returns of a broken connection; -1 is the end of the stream. */
  private static final int BROKEN = -2;

  private static final long STOP_MILLIS = 5_000;

  private final ReentrantLock game = new ReentrantLock();
  private final Condition ended = game.newCondition();
  private final ConnectionHandler handler;
  private final OpenConnections open;
  private final ThreadFactory threads;
  private final int mostThreads;
  private final Listener listener;
  private final Thread acceptor;
  private int running;
  private volatile boolean stopping;

  private SocketThreads(
      InetSocketAddress address, ConnectionHandler handler, ThreadFactory threads, int mostThreads)
      throws IOException {
    this.handler = handler;
    this.open = new OpenConnections(handler);
    this.threads = threads;
    this.mostThreads = mostThreads;
    this.listener = Listener.open(address);
    this.acceptor = Threads.platform("socket-threads-acceptor").newThread(this::accept);
  }

  /** Serves with threads of the system, so many at most. */
  public static Factory with(int mostThreads) {
    return with(Threads.platform("socket-thread"), mostThreads);
  }

  /**
   * Serves with threads of the JVM.
   *
   * @throws UnsupportedOperationException where it has none
   */
  public static Factory virtual(int mostThreads) {
    return with(Threads.virtual(), mostThreads);
  }

  static Factory with(ThreadFactory threads, int mostThreads) {
    return (address, handler) -> {
      SocketThreads model = new SocketThreads(address, handler, threads, mostThreads);
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
      Threads.join(acceptor, STOP_MILLIS);
      sayGoodbye();
    } catch (IOException e) {
      throw new UncheckedIOException("the listening socket cannot be closed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void sayGoodbye() throws InterruptedException {
    game.lock();
    try {
      open.closeAll("the server stops");
      while (open.nanosToExpiry().orElse(0) > 0) {
        boolean ignored = ended.await(open.nanosToExpiry().orElse(0), TimeUnit.NANOSECONDS);
      }
      open.abandonAll();
      long left = TimeUnit.MILLISECONDS.toNanos(STOP_MILLIS);
      while (running > 0 && left > 0) {
        left = ended.awaitNanos(left);
      }
    } finally {
      game.unlock();
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
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      if (running + THREADS_EACH > mostThreads) {
        channel.close();
        handler.refused(peer, Refusal.enoughThreads(mostThreads, open.count()));
        return;
      }
      ThreadConnection connection = new ThreadConnection(channel);
      connection.startThreads();
      open.opened(connection);
      open.settle();
    } catch (OutOfMemoryError e) {
      channel.close();
      handler.refused(peer, Refusal.noThread(running, e));
    } catch (IOException e) {
      // The client was gone before it was served.
      channel.close();
    } finally {
      game.unlock();
    }
  }

  /** One accepted socket and its two threads. */
  private final class ThreadConnection extends ServedConnection {
    private final SocketChannel channel;
    private final Condition changed = game.newCondition();
    private boolean isAbandoned;
    private boolean isWriting;

    ThreadConnection(SocketChannel channel) throws IOException {
      super(open, channel.getRemoteAddress(), new OutboundQueue(OUTBOUND_BOUND_BYTES));
      this.channel = channel;
    }

    /** Both threads, or none: the game, whose lock is held, has not heard of the client yet. */
    void startThreads() {
      try {
        start(this::send);
        start(this::receive);
      } catch (OutOfMemoryError e) {
        isAbandoned = true;
        changed.signalAll();
        throw e;
      }
    }

    private void start(Runnable work) {
      threads.newThread(work).start();
      running++;
    }

    /** The first thread: receives until the connection is over. */
    private void receive() {
      ByteBuffer buffer = ByteBuffer.allocate(RECEIVE_BYTES);
      boolean goesOn = true;
      while (goesOn) {
        int count = read(buffer.clear());
        game.lock();
        try {
          goesOn = tell(buffer.array(), count);
        } finally {
          game.unlock();
        }
      }
      awaitLastSend();
      threadEnds();
    }

    /** Nobody waits for ever for a client that does not read: its receiver sees to that. */
    private void awaitLastSend() {
      game.lock();
      try {
        while (channel.isOpen() && open.nanosToExpiry().orElse(0) > 0) {
          boolean ignored = ended.await(open.nanosToExpiry().orElse(0), TimeUnit.NANOSECONDS);
        }
        open.expire();
        open.settle();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        game.unlock();
      }
    }

    /** {@code recv}; a negative number at the end, another one when the connection is broken. */
    private int read(ByteBuffer buffer) {
      try {
        return channel.read(buffer);
      } catch (IOException e) {
        return BROKEN;
      }
    }

    /** Tells the game what has come; whether more is wanted. */
    private boolean tell(byte[] bytes, int count) {
      if (isEnding()) {
        return false;
      }
      if (count == BROKEN) {
        endByReset();
      } else if (count < 0) {
        handler.finished(this);
      } else {
        handler.received(this, bytes, 0, count);
      }
      open.settle();
      return !isEnding();
    }

    /** The second thread: sends what waits until the connection is over. */
    private void send() {
      ByteBuffer buffer = ByteBuffer.allocate(RECEIVE_BYTES);
      while (takeWaiting(buffer.clear())) {
        int offered = buffer.flip().remaining();
        boolean sent = write(buffer);
        game.lock();
        try {
          isWriting = false;
          if (sent) {
            boolean ignored = outbound().taken(offered, offered);
          } else {
            endByReset();
          }
          open.settle();
        } finally {
          game.unlock();
        }
      }
      threadEnds();
    }

    /** Waits until something is to be sent, and copies it; false when nothing will be any more. */
    private boolean takeWaiting(ByteBuffer buffer) {
      game.lock();
      try {
        while (outbound().isEmpty() && !isEnding() && !isAbandoned) {
          changed.await();
        }
        if (outbound().isEmpty() || isAbandoned || !channel.isOpen()) {
          open.drained(this);
          open.settle();
          return false;
        }
        outbound().offer(buffer);
        isWriting = true;
        return true;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      } finally {
        game.unlock();
      }
    }

    /** {@code send}: blocks until the socket has taken all. */
    private boolean write(ByteBuffer buffer) {
      try {
        while (buffer.hasRemaining()) {
          int ignored = channel.write(buffer);
        }
        return true;
      } catch (IOException e) {
        return false;
      }
    }

    private void threadEnds() {
      game.lock();
      try {
        running--;
        ended.signalAll();
      } finally {
        game.unlock();
      }
    }

    /** Wakes the thread that sends. */
    @Override
    void flush() {
      changed.signalAll();
    }

    @Override
    boolean isSending() {
      return !outbound().isEmpty();
    }

    @Override
    boolean isStuck() {
      return isWriting;
    }

    /** Wakes the thread that receives, if another's has ended the connection. */
    @Override
    void lingers() {
      try {
        channel.shutdownInput();
      } catch (IOException e) {
        endByReset();
      }
    }

    @Override
    void closeSocket() throws IOException {
      channel.close();
      changed.signalAll();
      ended.signalAll();
    }
  }
}
