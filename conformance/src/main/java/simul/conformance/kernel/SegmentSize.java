package simul.conformance.kernel;

import java.lang.reflect.Method;
import java.nio.channels.SocketChannel;

/**
 * Asks a peer for small segments, as over a path of small packets ({@code TCP_MAXSEG}, which the
 * JDK does not offer). Linux makes a peer's send buffer in proportion to its segments: with those
 * of the loopback it swallows 1.5 MB and more for a client that does not read, with these 120 KB.
 */
public final class SegmentSize {
  /** What every host must take (RFC 9293, section 3.7.1), in bytes. */
  private static final int SMALL_BYTES = 536;

  private static final int IPPROTO_TCP = 6;
  private static final int TCP_MAXSEG = 2;

  private SegmentSize() {}

  /**
   * To be called before the connection is made.
   *
   * @return whether the peer will be asked; elsewhere it sends what segments it likes
   */
  public static boolean makeSmall(SocketChannel channel) {
    if (!System.getProperty("os.name").equals("Linux")) {
      return false;
    }
    try {
      Method descriptor = Class.forName("sun.nio.ch.SelChImpl").getMethod("getFDVal");
      int socket = (int) descriptor.invoke(channel);
      int[] value = {SMALL_BYTES};
      return SystemCalls.setsockopt(socket, IPPROTO_TCP, TCP_MAXSEG, value, Integer.BYTES) == 0;
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      // Another JDK, one that was not told to show its sockets, or no library for this processor.
      return false;
    }
  }
}
