package simul.conformance.odd;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import simul.spec.reference.io.ConnectionHandler;
import simul.spec.reference.io.IoModel;

/**
 * The model of a first networking course: blocking sockets, for each client a thread that receives
 * and another that sends, so that a client which does not read blocks only its own. What it does in
 * its own way is its {@link Habits}.
 */
final class BlockingSockets implements IoModel {
  /** Connections that the kernel may hold until they are accepted. */
  private static final int BACKLOG = 4096;

  private static final long STOP_MILLIS = 5_000;

  private final Habits habits;
  private final ConnectionHandler handler;
  private final ServerSocket listener;
  private final Pace pace;
  private final Thread acceptor;
  private final Set<BlockingClient> clients = ConcurrentHashMap.newKeySet();
  private final List<Thread> threads = new ArrayList<>();
  private final CountDownLatch stopped = new CountDownLatch(1);

  private BlockingSockets(InetSocketAddress address, ConnectionHandler handler, Habits habits)
      throws IOException {
    this.habits = habits;
    this.handler = handler;
    this.listener = new ServerSocket();
    try {
      if (habits.hearing().bufferBytes() > 0) {
        // Accepted sockets have it from the listener; set later it would be too late.
        listener.setReceiveBufferSize(habits.hearing().bufferBytes());
      }
      listener.bind(address, BACKLOG);
    } catch (IOException | RuntimeException e) {
      listener.close();
      throw e;
    }
    this.pace = habits.hearing().pace().get();
    this.acceptor = thread(this::accept, "acceptor");
  }

  /** Serves in that manner. */
  static IoModel.Factory with(Habits habits) {
    return (address, handler) -> {
      BlockingSockets io = new BlockingSockets(address, handler, habits);
      io.acceptor.start();
      return io;
    };
  }

  private static Thread thread(Runnable work, String name) {
    Thread thread = new Thread(work, "odd-server-" + name);
    thread.setDaemon(true);
    return thread;
  }

  Habits habits() {
    return habits;
  }

  ConnectionHandler handler() {
    return handler;
  }

  /** Lets the game hear of something. */
  void tell(Runnable event) {
    pace.tell(event);
  }

  /** Waits so long, or until the server stops. */
  void pause(Duration time) throws InterruptedException {
    boolean ignored = stopped.await(time.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** A client is gone, and has no need of this any more. */
  void forget(BlockingClient client) {
    clients.remove(client);
  }

  @Override
  public int port() {
    return listener.getLocalPort();
  }

  @Override
  public void close() {
    stopped.countDown();
    try {
      listener.close();
      acceptor.join(STOP_MILLIS);
      clients.forEach(BlockingClient::end);
      for (Thread thread : threads) {
        thread.join(STOP_MILLIS);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("the listening socket cannot be closed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      pace.close();
    }
  }

  private void accept() {
    try {
      while (stopped.getCount() > 0) {
        open(listener.accept());
        pause(habits.hearing().betweenAccepts());
      }
    } catch (IOException e) {
      // The listener has been closed: the server stops.
      assert listener.isClosed();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void open(Socket socket) throws IOException {
    BlockingClient client;
    try {
      socket.setTcpNoDelay(true);
      client = new BlockingClient(this, socket);
    } catch (IOException e) {
      // The client was gone before it was served.
      socket.close();
      return;
    }
    clients.add(client);
    threads.removeIf(thread -> !thread.isAlive());
    for (Thread thread :
        List.of(thread(client::receive, "receiver"), thread(client::send, "sender"))) {
      threads.add(thread);
      thread.start();
    }
  }
}
