package simul.conformance.odd;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** Whether a server that has been closed has left its port. */
public final class FreePort {
  /** The port may be given to a server of another test at once, but not for so long. */
  private static final Duration PORT_OF_ANOTHER = Duration.ofSeconds(20);

  private static final int PATIENCE_MILLIS = 50;

  private FreePort() {}

  /** Whether nobody listens there any more, sooner or later. */
  public static boolean isRefused(InetSocketAddress address) throws IOException {
    long start = System.nanoTime();
    while (System.nanoTime() - start < PORT_OF_ANOTHER.toNanos()) {
      try (Socket somebody = new Socket(address.getAddress(), address.getPort())) {
        somebody.setSoTimeout(PATIENCE_MILLIS);
        int ignored = somebody.getInputStream().read();
      } catch (ConnectException e) {
        return true;
      } catch (SocketException | SocketTimeoutException e) {
        // Somebody was there.
        continue;
      }
    }
    return false;
  }
}
