package simul.bots.swarm;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that is no game at all: what it does with a connection is up to the test. */
final class RawServer implements AutoCloseable {
  private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Talk talk;
  private final Thread accepting = new Thread(this::accept, "raw server");
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  /** What is done with one connection. */
  @FunctionalInterface
  interface Talk {
    void with(Socket connection) throws IOException;
  }

  private RawServer(Talk talk) throws IOException {
    this.talk = talk;
  }

  static RawServer answering(Talk talk) throws IOException {
    RawServer server = new RawServer(talk);
    server.accepting.start();
    return server;
  }

  /** Passes on what another server sends, byte by byte, and what clients send as it comes. */
  static RawServer relaying(InetSocketAddress to) throws IOException {
    return answering(
        client -> {
          try (Socket server = new Socket(to.getAddress(), to.getPort())) {
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            Thread back = new Thread(() -> relay(server, client), "raw server, back");
            back.start();
            relay(client, server);
          }
        });
  }

  private static void relay(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int next = in.read(); next >= 0; next = in.read()) {
        out.write(next);
      }
      to.shutdownOutput();
    } catch (IOException e) {
      // Either end is gone, and so is this way.
      Thread.currentThread().interrupt();
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = listener.accept();
        open.add(connection);
        new Thread(() -> serve(connection), "raw server, one client").start();
      }
    } catch (IOException e) {
      // The listener is closed: the test is over.
      accepting.interrupt();
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      talk.with(connection);
      InputStream in = connection.getInputStream();
      while (in.read() >= 0) {
        // Whatever else comes is of no interest.
      }
    } catch (IOException e) {
      // The client has hung up.
      open.remove(connection);
    }
  }

  InetSocketAddress address() {
    return (InetSocketAddress) listener.getLocalSocketAddress();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket connection : open) {
      connection.close();
    }
  }
}
