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
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The lecture's overlapped I/O with events: receives and sends are begun and go on by themselves;
 * when one is done its event is set, and a thread that waits for events fetches the result.
 *
 * <p>On Windows the event is in the operation ({@code WSAOVERLAPPED.hEvent}), {@code
 * WSAWaitForMultipleEvents} waits for up to 64 of them, and {@code WSAGetOverlappedResult} fetches.
 * The futures of {@link AsynchronousSocketChannel} can be waited for one at a time only, so here
 * the {@link Overlapped} operation is the future and sets the event of its socket in an {@link
 * EventGroup}. The 64 of one wait are kept: a thread serves 63 sockets, more need more threads.
 *
 * <p>The lecture's rules: one receive is outstanding for each socket; an operation, its buffer and
 * its event are not used again before it has come back, not even after the socket was closed; one
 * send is in flight for each socket, and what comes meanwhile waits in its queue.
 *
 * <p>Several threads fetch results, so the game has a lock, {@code game}.
 */
public final class OverlappedEvent implements IoModel {
  private static final long STOP_MILLIS = 5_000;

  /** Nothing is due: a thread waits until an event is set. */
  private static final long LONG_NANOS = TimeUnit.HOURS.toNanos(1);

  private final ReentrantLock game = new ReentrantLock();
  private final Condition settled = game.newCondition();
  private final ConnectionHandler handler;
  private final OpenConnections open;
  private final BufferPool buffers = new BufferPool();
  private final AsynchronousChannelGroup system;
  private volatile Thread systemThread;
  private final AsynchronousListener listener;
  private final int mostThreads;
  private final List<WaitingThread> waiting = new ArrayList<>();
  private volatile boolean stopping;

  /** Nobody can even be turned away: whoever leaves next lets others be accepted again. */
  private boolean acceptsNobody;

  private OverlappedEvent(InetSocketAddress address, ConnectionHandler handler, int mostThreads)
      throws IOException {
    this.handler = handler;
    this.open = new OpenConnections(handler);
    this.mostThreads = mostThreads;
    ThreadFactory threads = Threads.platform("overlapped-event-system");
    this.system =
        AsynchronousChannelGroup.withFixedThreadPool(
            1,
            work -> {
              systemThread = threads.newThread(work);
              return systemThread;
            });
    try {
      this.listener = AsynchronousListener.open(address, system, new Guests());
    } catch (IOException | RuntimeException e) {
      system.shutdownNow();
      throw e;
    }
  }

  /** Serves with so many threads at most, beside the system's, which accepts and sets events. */
  public static Factory with(int mostThreads) {
    return (address, handler) -> {
      OverlappedEvent model = new OverlappedEvent(address, handler, mostThreads);
      model.listener.accept();
      return model;
    };
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
      for (WaitingThread thread : waiting) {
        thread.events.set(EventGroup.OWN_EVENT);
        Threads.join(thread.thread, STOP_MILLIS);
      }
      system.shutdownNow();
      // The group has terminated a moment before its thread has ended.
      boolean ignored = system.awaitTermination(STOP_MILLIS, TimeUnit.MILLISECONDS);
      Threads.join(systemThread, STOP_MILLIS);
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

  /** Tells the game something, under its lock, and does what comes of it. */
  private void inGame(Runnable event) {
    game.lock();
    try {
      event.run();
      open.settle();
      settled.signalAll();
    } finally {
      game.unlock();
    }
  }

  /** What becomes of those who want in; on the system's thread, as nothing else of the game is. */
  private final class Guests implements AsynchronousListener.Guest {
    @Override
    public void accepted(AsynchronousSocketChannel channel) throws IOException {
      String peer = ServedConnection.name(channel.getRemoteAddress());
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      game.lock();
      try {
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
      } finally {
        game.unlock();
      }
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

  /** A thread that can wait for one more socket: a new one, when all have 63; or none. */
  private WaitingThread withRoom() {
    for (WaitingThread thread : waiting) {
      if (thread.hasRoom()) {
        return thread;
      }
    }
    if (waiting.size() == mostThreads) {
      return null;
    }
    WaitingThread next = new WaitingThread();
    next.thread.start();
    waiting.add(next);
    return next;
  }

  /** A thread, the events that it waits for, and the sockets that they belong to. */
  private final class WaitingThread {
    private final EventGroup events = new EventGroup();
    private final EventConnection[] sockets = new EventConnection[EventGroup.MAXIMUM_WAIT_EVENTS];
    private final Thread thread = Threads.platform("overlapped-event-wait").newThread(this::run);
    private long waitNanos = LONG_NANOS;

    boolean hasRoom() {
      return freeEvent() > 0;
    }

    /** The lowest event that belongs to no socket; 0, which never does, when all do. */
    private int freeEvent() {
      for (int event = 1; event < sockets.length; event++) {
        if (sockets[event] == null) {
          return event;
        }
      }
      return 0;
    }

    void serve(AsynchronousSocketChannel channel) throws IOException {
      int event = freeEvent();
      EventConnection connection = new EventConnection(channel, this, event);
      sockets[event] = connection;
      open.opened(connection);
      open.settle();
      connection.receive();
    }

    private void run() {
      try {
        while (!stopping) {
          int first = events.waitForAny(waitNanos);
          if (first == EventGroup.TIMEOUT) {
            inGame(this::expire);
          }
          // Not only the first: with many busy sockets those behind it would never be served.
          for (int event = Math.max(0, first); event < sockets.length; event++) {
            if (events.reset(event) && event != EventGroup.OWN_EVENT) {
              collect(event);
            }
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private void collect(int event) {
      inGame(
          () -> {
            if (sockets[event] != null) {
              sockets[event].collect();
              expire();
            }
          });
    }

    /** Closes whose last send takes too long; for that of others, the next wait is not so long. */
    private void expire() {
      open.expire();
      waitNanos = open.nanosToExpiry().orElse(LONG_NANOS);
    }
  }

  /** One accepted socket. */
  private final class EventConnection extends ServedConnection {
    private final AsynchronousSocketChannel channel;
    private final WaitingThread waiter;
    private final int event;
    private final Overlapped receive;
    private final Overlapped send;

    EventConnection(AsynchronousSocketChannel channel, WaitingThread waiter, int event)
        throws IOException {
      super(open, channel.getRemoteAddress(), new OutboundQueue(OUTBOUND_BOUND_BYTES));
      this.channel = channel;
      this.waiter = waiter;
      this.event = event;
      this.receive = new Overlapped(buffers, operation -> waiter.events.set(event));
      this.send = new Overlapped(buffers, operation -> waiter.events.set(event));
    }

    /** {@code WSARecv}: the one receive that is outstanding. */
    private void receive() {
      channel.read(receive.begin(), null, receive);
    }

    /** The event was set: one operation is done, or both are. */
    private void collect() {
      if (send.isCompleted()) {
        sent();
      }
      if (receive.isCompleted()) {
        received();
      }
      if (!channel.isOpen() && !receive.isBegun() && !send.isBegun()) {
        // Only now has the system let go of all that was lent to it: the event is free.
        waiter.sockets[event] = null;
      }
    }

    private void received() {
      if (!isEnding()) {
        try {
          int count = receive.result();
          if (count < 0) {
            handler.finished(this);
          } else {
            handler.received(this, receive.received(), 0, count);
          }
        } catch (IOException e) {
          endByReset();
        }
      }
      receive.finish();
      if (!isEnding()) {
        receive();
      }
    }

    @Override
    boolean isSending() {
      return send.isBegun();
    }

    /** {@code WSASend}, unless one is in flight: when that is done, the rest follows. */
    @Override
    void flush() {
      if (!send.isBegun() && !outbound().isEmpty()) {
        ByteBuffer buffer = send.begin();
        outbound().offer(buffer);
        channel.write(buffer.flip(), null, send);
      }
    }

    /** What was not taken of a send is sent first. */
    private void sent() {
      int offered = send.buffer().limit();
      int taken = 0;
      try {
        taken = send.result();
      } catch (IOException e) {
        endByReset();
      }
      send.finish();
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
      // Whatever is in flight comes back as failed and sets the event; where nothing is, this does.
      waiter.events.set(event);
      if (acceptsNobody) {
        acceptsNobody = false;
        listener.accept();
      }
    }
  }
}
