package simul.ci.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that does the same odd thing to each of its clients, until it is closed. */
final class StrangeServer implements AutoCloseable {
  private final ServerSocket listener;
  private final Manner manner;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<Thread> threads = new ArrayList<>();
  private final List<Socket> clients = new ArrayList<>();
  private final AtomicInteger received = new AtomicInteger();
  private final AtomicInteger accepted = new AtomicInteger();

  /** What it does to a client, on a thread of its own; the connection stays open after that. */
  interface Manner {
    void treat(StrangeServer server, Socket client) throws IOException, InterruptedException;
  }

  /** Says nothing. */
  static final Manner SILENT = (server, client) -> server.readToTheEnd(client);

  /** Closes at once. */
  static final Manner CLOSING = (server, client) -> client.close();

  /** Resets at once. */
  static final Manner RESETTING =
      (server, client) -> {
        client.setSoLinger(true, 0);
        client.close();
      };

  /** Sends as fast as it can. */
  static final Manner FLOODING =
      (server, client) -> {
        OutputStream out = client.getOutputStream();
        byte[] much = new byte[64 * 1024];
        while (!server.isClosing(0)) {
          out.write(much);
        }
      };

  /** Sends a byte now and then. */
  static final Manner TRICKLING =
      (server, client) -> {
        OutputStream out = client.getOutputStream();
        while (!server.isClosing(20)) {
          out.write(1);
        }
      };

  /** Greets its first client, and does not listen any more. */
  static final Manner FOR_ONE_CLIENT =
      (server, client) -> {
        server.listener.close();
        client.getOutputStream().write(new byte[] {3, 2, 0});
        server.readToTheEnd(client);
      };

  private StrangeServer(Manner manner) throws IOException {
    this.manner = manner;
    this.listener = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
  }

  static StrangeServer start(Manner manner) throws IOException {
    StrangeServer server = new StrangeServer(manner);
    server.start(server::accept);
    return server;
  }

  int port() {
    return listener.getLocalPort();
  }

  /** The bytes that its clients have sent. */
  int received() {
    return received.get();
  }

  int accepted() {
    return accepted.get();
  }

  private synchronized void start(Runnable work) {
    Thread thread = new Thread(work, "strange server");
    threads.add(thread);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listener.accept();
        accepted.incrementAndGet();
        synchronized (this) {
          clients.add(client);
        }
        start(() -> treat(client));
      }
    } catch (IOException e) {
      assert listener.isClosed() : e;
    }
  }

  private void treat(Socket client) {
    try {
      manner.treat(this, client);
    } catch (IOException | InterruptedException e) {
      // The client has gone, or the test is over: either is how a treatment ends.
      assert client != null : e;
    }
  }

  private void readToTheEnd(Socket client) throws IOException {
    received.addAndGet(client.getInputStream().readAllBytes().length);
    client.close();
  }

  private boolean isClosing(long withinMillis) throws InterruptedException {
    return closing.await(withinMillis, TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() throws IOException {
    closing.countDown();
    listener.close();
    List<Thread> running;
    synchronized (this) {
      for (Socket client : clients) {
        client.close();
      }
      running = List.copyOf(threads);
    }
    try {
      for (Thread thread : running) {
        thread.join(TimeUnit.SECONDS.toMillis(10));
        assert !thread.isAlive() : "a thread of the strange server does not end";
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
