package simul.spec.reference.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousChannelGroup;
import java.nio.channels.AsynchronousSocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The lecture's I/O completion port: a few threads wait at one queue for whatever operation is done
 * next, be it of ten sockets or of ten thousand.
 *
 * <p>On Windows, {@code CreateIoCompletionPort} makes the queue and puts sockets under it, worker
 * threads wait in {@code GetQueuedCompletionStatus}, and {@code PostQueuedCompletionStatus} puts a
 * completion of one's own into it: that a timer is due, or that a worker is to end. On the JVM an
 * {@link AsynchronousChannelGroup} hands the completions of its channels to a pool of threads; on
 * Windows it is a completion port itself. The pool given here is a {@link CompletionQueue} with
 * {@link #work workers} around it, so that timers and the end can be posted.
 *
 * <p>The lecture's rules: one receive is outstanding for each socket, or two workers could handle
 * the second half of a packet before the first; an operation and its buffer are not used again
 * before they have come back ({@link Overlapped}); one send is in flight for each socket, and what
 * comes meanwhile waits in its queue, so that a partial send is never overtaken.
 *
 * <p>Any worker may get any completion, so the game has a lock, {@code game}.
 */
public final class Iocp implements IoModel {
  /** The lecture's rule of thumb, for workers that may block now and then. */
  private static final int WORKERS_PER_CORE = 2;

  private static final long STOP_MILLIS = 5_000;

  private final ReentrantLock game = new ReentrantLock();
  private final Condition settled = game.newCondition();
  private final ConnectionHandler handler;
  private final OpenConnections open;
  private final CompletionQueue port = new CompletionQueue();
  private final BufferPool buffers = new BufferPool();
  private final AsynchronousChannelGroup group;
  private final AsynchronousListener listener;
  private final List<Thread> workers = new ArrayList<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Threads.platform("iocp-timer"));
  private boolean timerIsSet;

  /** Nobody can even be turned away: whoever leaves next lets others be accepted again. */
  private boolean acceptsNobody;

  private volatile boolean stopping;

  private Iocp(InetSocketAddress address, ConnectionHandler handler) throws IOException {
    this.handler = handler;
    this.open = new OpenConnections(handler);
    this.group = AsynchronousChannelGroup.withThreadPool(port);
    try {
      this.listener = AsynchronousListener.open(address, group, new Guests());
    } catch (IOException | RuntimeException e) {
      group.shutdownNow();
      throw e;
    }
    for (int i = 0; i < WORKERS_PER_CORE * Runtime.getRuntime().availableProcessors(); i++) {
      workers.add(Threads.platform("iocp-worker").newThread(this::work));
    }
  }

  /** Opens a listening socket and starts the workers. */
  public static IoModel start(InetSocketAddress address, ConnectionHandler handler)
      throws IOException {
    Iocp model = new Iocp(address, handler);
    model.workers.forEach(Thread::start);
    model.listener.accept();
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
    try {
      listener.close();
      sayGoodbye();
      stopping = true;
      workers.forEach(worker -> port.post(() -> {}));
      workers.forEach(worker -> Threads.join(worker, STOP_MILLIS));
      timer.shutdownNow();
      group.shutdownNow();
      boolean ignored = group.awaitTermination(STOP_MILLIS, TimeUnit.MILLISECONDS);
    } catch (IOException e) {
      throw new UncheckedIOException("the sockets cannot be closed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void sayGoodbye() throws InterruptedException {
    game.lock();
    try {
      open.closeAll("the server stops");
      while (open.nanosToExpiry().orElse(0) > 0) {
        boolean ignored = settled.await(open.nanosToExpiry().orElse(0), TimeUnit.NANOSECONDS);
      }
      open.abandonAll();
    } finally {
      game.unlock();
    }
  }

  /** A worker: {@code while (GetQueuedCompletionStatus(...))}. */
  private void work() {
    try {
      while (!stopping) {
        port.take().run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Tells the game something, under its lock, and does what comes of it. A completion may come
   * while its operation is being begun, within another such call, which then does it.
   */
  private void inGame(Runnable event) {
    game.lock();
    try {
      event.run();
      if (game.getHoldCount() == 1) {
        open.settle();
        setTimer();
        settled.signalAll();
      }
    } finally {
      game.unlock();
    }
  }

  /** Has a completion posted when the last send of a connection has taken too long. */
  private void setTimer() {
    OptionalLong due = open.nanosToExpiry();
    if (due.isPresent() && !timerIsSet) {
      timerIsSet = true;
      var ignored =
          timer.schedule(() -> port.post(this::timerIsDue), due.getAsLong(), TimeUnit.NANOSECONDS);
    }
  }

  private void timerIsDue() {
    inGame(
        () -> {
          timerIsSet = false;
          open.expire();
        });
  }

  /** What becomes of those who want in. */
  private final class Guests implements AsynchronousListener.Guest {
    @Override
    public void accepted(AsynchronousSocketChannel channel) throws IOException {
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      PortConnection connection = new PortConnection(channel);
      inGame(() -> open.opened(connection));
      connection.receive();
      listener.accept();
    }

    @Override
    public void refused(String peer, String reason) {
      inGame(() -> handler.refused(peer, reason));
      listener.accept();
    }

    @Override
    public void failed(Throwable why) {
      inGame(() -> acceptsNobody = true);
    }
  }

  /** One accepted socket. */
  private final class PortConnection extends ServedConnection {
    private final AsynchronousSocketChannel channel;
    private final Overlapped receive = new Overlapped(buffers, this::received);
    private final Overlapped send = new Overlapped(buffers, this::sent);
    private boolean receivesOn;

    PortConnection(AsynchronousSocketChannel channel) throws IOException {
      super(open, channel.getRemoteAddress(), new OutboundQueue(OUTBOUND_BOUND_BYTES));
      this.channel = channel;
    }

    /** {@code WSARecv}: the one receive that is outstanding. */
    private void receive() {
      channel.read(receive.begin(), null, receive);
    }

    /** A worker has fetched the completion of the receive. */
    private void received(Overlapped operation) {
      inGame(() -> tell(operation));
      operation.finish();
      if (receivesOn) {
        receive();
      }
    }

    private void tell(Overlapped operation) {
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
      receivesOn = !isEnding();
    }

    @Override
    boolean isSending() {
      return send.isBegun();
    }

    /** {@code WSASend}, unless one is in flight: then its completion goes on with the rest. */
    @Override
    void flush() {
      if (!send.isBegun() && !outbound().isEmpty()) {
        ByteBuffer buffer = send.begin();
        outbound().offer(buffer);
        channel.write(buffer.flip(), null, send);
      }
    }

    /** A worker has fetched the completion of a send: what was not taken of it is sent first. */
    private void sent(Overlapped operation) {
      inGame(() -> sendOn(operation));
    }

    private void sendOn(Overlapped operation) {
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
