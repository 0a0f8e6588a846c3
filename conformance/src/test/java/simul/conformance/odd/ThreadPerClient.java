package simul.conformance.odd;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import simul.spec.reference.Connection;
import simul.spec.reference.ConnectionHandler;
import simul.spec.reference.IoModel;

/**
 * The model of a first networking course: a thread for each client that blocks in its receive, and
 * one lock around the game. How a client's output is written can be changed.
 */
public final class ThreadPerClient implements IoModel {
  private static final int RECEIVE_BYTES = 4096;
  private static final long STOP_MILLIS = 5_000;

  private final ConnectionHandler handler;
  private final UnaryOperator<OutputStream> writing;
  private final Object lock = new Object();
  private final ServerSocket listener;
  private final Thread acceptor;
  private final List<Client> clients = new CopyOnWriteArrayList<>();
  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService timer;

  private ThreadPerClient(
      InetSocketAddress address,
      ConnectionHandler handler,
      UnaryOperator<OutputStream> writing,
      Duration flushEvery)
      throws IOException {
    this.handler = handler;
    this.writing = writing;
    this.listener = new ServerSocket(address.getPort(), 50, address.getAddress());
    this.timer = Executors.newSingleThreadScheduledExecutor(work -> thread(work, "timer"));
    this.acceptor = thread(this::accept, "acceptor");
    if (!flushEvery.isZero()) {
      long millis = flushEvery.toMillis();
      var ticking =
          timer.scheduleAtFixedRate(this::flushAll, millis, millis, TimeUnit.MILLISECONDS);
      assert !ticking.isDone();
    }
  }

  /** Writes at once, by the stream that is made of the socket's. */
  public static IoModel.Factory writing(UnaryOperator<OutputStream> writing) {
    return flushing(writing, Duration.ZERO);
  }

  /** Writes to the stream that is made of the socket's, and flushes it so often. */
  public static IoModel.Factory flushing(UnaryOperator<OutputStream> writing, Duration every) {
    return (address, handler) -> {
      ThreadPerClient io = new ThreadPerClient(address, handler, writing, every);
      io.acceptor.start();
      return io;
    };
  }

  private static Thread thread(Runnable work, String name) {
    Thread thread = new Thread(work, "odd-server-" + name);
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public int port() {
    return listener.getLocalPort();
  }

  @Override
  public void close() {
    timer.shutdownNow();
    try {
      listener.close();
      acceptor.join(STOP_MILLIS);
      clients.forEach(client -> client.close("the server stops"));
      for (Thread thread : threads) {
        thread.interrupt();
        thread.join(STOP_MILLIS);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listener.accept();
        socket.setTcpNoDelay(true);
        Client client = new Client(socket);
        clients.add(client);
        Thread thread = thread(client::run, "client");
        threads.add(thread);
        thread.start();
      }
    } catch (IOException e) {
      // The listener has been closed: the server stops.
      assert listener.isClosed();
    }
  }

  private void flushAll() {
    synchronized (lock) {
      clients.forEach(Client::flush);
    }
  }

  private final class Client implements Connection {
    private final Socket socket;
    private final OutputStream out;

    Client(Socket socket) throws IOException {
      this.socket = socket;
      this.out = writing.apply(socket.getOutputStream());
    }

    private void run() {
      synchronized (lock) {
        handler.opened(this);
      }
      byte[] bytes = new byte[RECEIVE_BYTES];
      String reason = "closed by the client";
      try {
        for (int n = receive(bytes); n >= 0; n = receive(bytes)) {
          synchronized (lock) {
            handler.received(this, bytes, 0, n);
          }
        }
      } catch (IOException e) {
        reason = e.getMessage();
      }
      clients.remove(this);
      close(reason);
      synchronized (lock) {
        handler.closed(this, reason);
      }
    }

    private int receive(byte[] bytes) throws IOException {
      return socket.getInputStream().read(bytes);
    }

    @Override
    public void send(byte[] bytes) {
      try {
        out.write(bytes);
      } catch (IOException e) {
        close(e.getMessage());
      }
    }

    void flush() {
      try {
        out.flush();
      } catch (IOException e) {
        close(e.getMessage());
      }
    }

    @Override
    public void close(String reason) {
      try {
        socket.close();
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(reason, e);
      }
    }

    @Override
    public String peer() {
      return socket.getRemoteSocketAddress().toString();
    }
  }
}
