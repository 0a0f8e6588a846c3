package simul.bots.connection;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * From which address of this machine each bot connects. A connection's port at this end is taken
 * from a range that one address uses up, also for a minute after each close; on loopback there are
 * more addresses to take.
 */
public final class SourceAddresses {
  /** What is left of the range is for connections that have just been closed, and for others. */
  private static final int COMFORTABLE_SHARE = 2;

  private static final int LOOPBACK_ADDRESSES = 254;

  private final int addresses;

  private SourceAddresses(int addresses) {
    this.addresses = addresses;
  }

  /**
   * Addresses for so many bots.
   *
   * @param ports how many ports an address has for connections
   */
  public static SourceAddresses of(InetSocketAddress target, int bots, int ports) {
    if (!canSpread(target)) {
      return new SourceAddresses(1);
    }
    int each = Math.max(1, ports / COMFORTABLE_SHARE);
    return new SourceAddresses(Math.min(LOOPBACK_ADDRESSES, (bots + each - 1) / each));
  }

  /** Whether there are more addresses than one to connect from: all of 127.0.0.x on Linux. */
  public static boolean canSpread(InetSocketAddress target) {
    byte[] address = target.getAddress().getAddress();
    return address.length == 4
        && target.getAddress().isLoopbackAddress()
        && System.getProperty("os.name").startsWith("Linux");
  }

  /** How many there are. */
  public int count() {
    return addresses;
  }

  /** Where that bot connects from; empty where the system may choose. */
  public Optional<InetSocketAddress> of(int bot) {
    if (addresses == 1) {
      return Optional.empty();
    }
    byte[] address = {127, 0, 0, (byte) (1 + bot % addresses)};
    try {
      return Optional.of(new InetSocketAddress(InetAddress.getByAddress(address), 0));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }
}
