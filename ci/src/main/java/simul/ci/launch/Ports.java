package simul.ci.launch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;

/** The ports of this machine. */
final class Ports {
  /**
   * Below those that systems give to outgoing connections (from 32768 on Linux, 49152 elsewhere): a
   * connection to a port that nobody listens on yet could be given that very port as its own, and
   * would then be connected to itself.
   */
  private static final int FIRST = 10_000;

  private static final int BEYOND = 32_768;

  private static final int TRIES = 200;

  private static final int CONNECT_MILLIS = 1000;

  private Ports() {}

  /** A port that nobody uses on any address. */
  static int pick() throws IOException {
    for (int i = 0; i < TRIES; i++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, BEYOND);
      if (isFree(port)) {
        return port;
      }
    }
    throw new IOException("no free port found in " + FIRST + ".." + (BEYOND - 1));
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      // A port in TIME_WAIT is of no use to a server that does not ask for its reuse.
      socket.setReuseAddress(false);
      socket.bind(new InetSocketAddress(port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether somebody accepts connections there. */
  static boolean isServed(InetSocketAddress address) {
    try (Socket socket = new Socket()) {
      socket.connect(address, CONNECT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
