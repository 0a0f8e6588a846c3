package simul.spec.reference.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousChannelGroup;
import java.nio.channels.AsynchronousSocketChannel;
import java.util.concurrent.TimeUnit;

/**
 * The lecture's overlapped I/O with completion routines, the model of the assignment: {@code
 * WSARecv} and {@code WSASend} return at once, and when one of them is done, a routine that was
 * given with it is called.
 *
 * <p>On Windows the routine waits as an asynchronous procedure call in a queue of the thread that
 * began the operation, and runs only when that thread waits alertably: {@code SleepEx(timeout,
 * TRUE)}, or {@code WSAWaitForMultipleEvents} with its last argument {@code TRUE}. A thread that
 * never waits so never hears of anything. On the JVM {@link AsynchronousSocketChannel} calls a
 * {@link java.nio.channels.CompletionHandler} on a thread of its group; this group has one, which
 * does nothing but wait in {@link #sleepEx} for what to call.
 *
 * <p>The lecture's rules, and where they are: one receive is outstanding for each socket ({@code
 * receive} is called at the start and by the routine of the last receive); an operation and its
 * buffer are not used again before they have come back ({@link Overlapped}); sends of a connection
 * wait in its queue while one is in flight, so that a partial send is never overtaken ({@code
 * flush} and {@code sent}).
 *
 * <p>The game needs no lock: all routines run on the one thread, none within another's call of the
 * game.
 */
public final class OverlappedCallback implements IoModel {
  private static final long STOP_SECONDS = 5;

  /** Nothing is due: it sleeps until a routine wakes it. */
  private static final long LONG_NANOS = TimeUnit.HOURS.toNanos(1);

  private final ConnectionHandler handler;
  private final OpenConnections open;
  private final CompletionQueue routines = new CompletionQueue();
  private final BufferPool buffers = new BufferPool();
  private final AsynchronousChannelGroup group;
  private final AsynchronousListener listener;
  private final Thread thread;

  /** Nobody can even be turned away: whoever leaves next lets others be accepted again. */
  private boolean acceptsNobody;

  private boolean stopping;

  private OverlappedCallback(InetSocketAddress address, ConnectionHandler handler)
      throws IOException {
    this.handler = handler;
    this.open = new OpenConnections(handler);
    this.group = AsynchronousChannelGroup.withThreadPool(routines);
    try {
      this.listener = AsynchronousListener.open(address, group, new Guests());
    } catch (IOException | RuntimeException e) {
      group.shutdownNow();
      throw e;
    }
    this.thread = Threads.platform("overlapped-callback").newThread(this::run);
  }

  /** Opens a listening socket and starts the thread. */
  public static IoModel start(InetSocketAddress address, ConnectionHandler handler)
      throws IOException {
    OverlappedCallback model = new OverlappedCallback(address, handler);
    model.thread.start();
    return model;
  }

  @Override
  public int port() {
    try {
      return listener.port();
    } catch (IOException e) {
      throw new UncheckedIOException("the listening socket is closed", e);
    }
  }

  @Override
  public void close() {
    routines.post(() -> stopping = true);
    Threads.join(thread, TimeUnit.SECONDS.toMillis(STOP_SECONDS));
  }

  private void run() {
    try {
      listener.accept();
      while (!stopping) {
        sleepEx(open.nanosToExpiry().orElse(LONG_NANOS));
        open.expire();
        open.settle();
      }
      listener.close();
      open.closeAll("the server stops");
      while (open.nanosToExpiry().orElse(0) > 0) {
        sleepEx(open.nanosToExpiry().orElse(0));
      }
      open.abandonAll();
      group.shutdownNow();
      boolean ignored = group.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (IOException e) {
      throw new UncheckedIOException("the sockets cannot be closed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits alertably: calls the routines of what has been done, at least one or until the time. */
  private void sleepEx(long timeoutNanos) throws InterruptedException {
    Runnable routine = routines.poll(timeoutNanos);
    if (routine != null) {
      routine.run();
    }
  }

  /** What becomes of those who want in. */
  private final class Guests implements AsynchronousListener.Guest {
    @Override
    public void accepted(AsynchronousSocketChannel channel) throws IOException {
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      CallbackConnection connection = new CallbackConnection(channel);
      open.opened(connection);
      open.settle();
      connection.receive();
      listener.accept();
    }

    @Override
    public void refused(String peer, String reason) {
      handler.refused(peer, reason);
      listener.accept();
    }

    @Override
    public void failed(Throwable why) {
      acceptsNobody = true;
    }
  }

  /** One accepted socket. */
  private final class CallbackConnection extends ServedConnection {
    private final AsynchronousSocketChannel channel;
    private final Overlapped receive = new Overlapped(buffers, this::received);
    private final Overlapped send = new Overlapped(buffers, this::sent);

    CallbackConnection(AsynchronousSocketChannel channel) throws IOException {
      super(open, channel.getRemoteAddress(), new OutboundQueue(OUTBOUND_BOUND_BYTES));
      this.channel = channel;
    }

    /** {@code WSARecv}: the one receive that is outstanding. */
    void receive() {
      if (!isEnding()) {
        channel.read(receive.begin(), null, receive);
      }
    }

    /** The routine of a receive. */
    private void received(Overlapped operation) {
      if (!isEnding()) {
        try {
          int count = operation.result();
          if (count < 0) {
            handler.finished(this);
          } else {
            handler.received(this, operation.received(), 0, count);
          }
        } catch (IOException e) {
          endByReset();
        }
      }
      operation.finish();
      open.settle();
      receive();
    }

    @Override
    boolean isSending() {
      return send.isBegun();
    }

    /** {@code WSASend}, unless one is in flight: then its routine will go on with the rest. */
    @Override
    void flush() {
      if (!send.isBegun() && !outbound().isEmpty()) {
        ByteBuffer buffer = send.begin();
        outbound().offer(buffer);
        channel.write(buffer.flip(), null, send);
      }
    }

    /** The routine of a send: what was not taken of it is sent first. */
    private void sent(Overlapped operation) {
      int offered = operation.buffer().limit();
      int taken = 0;
      try {
        taken = operation.result();
      } catch (IOException e) {
        endByReset();
      }
      operation.finish();
      if (taken > 0) {
        boolean ignored = outbound().taken(taken, offered);
        flush();
      }
      if (!send.isBegun()) {
        open.drained(this);
      }
    }

    @Override
    void closeSocket() throws IOException {
      channel.close();
      if (acceptsNobody) {
        acceptsNobody = false;
        listener.accept();
      }
    }
  }
}
