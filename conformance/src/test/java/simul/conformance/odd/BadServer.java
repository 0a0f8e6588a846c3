package simul.conformance.odd;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A server that treats every client in the same bad manner, each in a thread of its own. Threads,
 * sockets and port are gone when {@link #close} returns.
 */
public final class BadServer implements AutoCloseable {
  private static final long STOP_MILLIS = 5_000;

  private final Manner manner;
  private final ServerSocket listener;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Semaphore ended = new Semaphore(0);

  private BadServer(Manner manner) throws IOException {
    this.manner = manner;
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  /** What it does to a client; the connection ends with it. */
  @FunctionalInterface
  public interface Manner {
    /** Serves one client, until it is done or the socket fails. */
    void serve(Visit visit) throws IOException;
  }

  /** One client's stay. */
  public final class Visit {
    private final Socket socket;

    Visit(Socket socket) {
      this.socket = socket;
    }

    /** Sends these bytes. */
    public Visit send(int... bytes) throws IOException {
      byte[] all = new byte[bytes.length];
      for (int i = 0; i < bytes.length; i++) {
        all[i] = (byte) bytes[i];
      }
      return send(all);
    }

    /** Sends these bytes. */
    public Visit send(byte[] bytes) throws IOException {
      socket.getOutputStream().write(bytes);
      return this;
    }

    /** Sends these bytes one at a time, a millisecond apart, again and again. */
    public void trickle(byte[] bytes) throws IOException {
      OutputStream out = socket.getOutputStream();
      for (int i = 0; !isStopped(1); i++) {
        out.write(bytes[i % bytes.length]);
      }
    }

    /** Sends these bytes again and again, as fast as they go. */
    public void flood(byte[] bytes) throws IOException {
      OutputStream out = socket.getOutputStream();
      while (!isStopped(0)) {
        out.write(bytes);
      }
    }

    /** Takes whatever comes until the client has gone. */
    public void listen() throws IOException {
      byte[] bytes = new byte[4096];
      int count = 0;
      while (count >= 0) {
        count = socket.getInputStream().read(bytes);
      }
    }

    /** Takes what one receive brings. */
    public Visit receive() throws IOException {
      if (socket.getInputStream().read(new byte[4096]) < 0) {
        throw new EOFException("the client has gone");
      }
      return this;
    }

    /** Reads nothing until the server stops. */
    public void ignore() {
      boolean over = isStopped(TimeUnit.MINUTES.toMillis(5));
      assert over;
    }

    /** Ends the connection by a reset. */
    public void reset() throws IOException {
      socket.setSoLinger(true, 0);
    }
  }

  /** Starts a server of that manner. */
  public static BadServer that(Manner manner) {
    try {
      BadServer server = new BadServer(manner);
      server.start(server::accept);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("no server", e);
    }
  }

  /** Waits until it has done with one client, and closed that connection. */
  public void awaitEnd() {
    try {
      if (!ended.tryAcquire(STOP_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("no client has been served to its end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
  }

  private boolean isStopped(long millis) {
    try {
      return stopped.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private void start(Runnable work) {
    Thread thread = new Thread(work, "bad-server");
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listener.accept();
        sockets.add(socket);
        start(() -> serve(socket));
      }
    } catch (IOException e) {
      // The listener has been closed: the server stops.
      assert listener.isClosed();
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      manner.serve(new Visit(socket));
    } catch (IOException e) {
      // The client has gone in its own way, or the server stops.
      assert e.getMessage() != null;
    } finally {
      ended.release();
    }
  }

  @Override
  public void close() {
    stopped.countDown();
    try {
      listener.close();
      threads.get(0).join(STOP_MILLIS);
      for (Socket socket : sockets) {
        socket.close();
      }
      for (Thread thread : threads) {
        thread.join(STOP_MILLIS);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
