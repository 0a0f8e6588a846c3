package simul.spec.reference;

import java.io.IOException;
import java.net.InetSocketAddress;
import simul.spec.reference.io.IoModel;

/**
 * A server that keeps every rule of the handout, for as long as it is open. Threads, sockets and
 * port are gone when {@link #close} returns.
 */
public final class ReferenceServer implements AutoCloseable {
  private final IoModel io;
  private final InetSocketAddress address;

  private ReferenceServer(IoModel io, InetSocketAddress address) {
    this.io = io;
    this.address = address;
  }

  /**
   * Starts a server.
   *
   * @param address where to listen; port 0 means any free one
   * @throws IOException when the address cannot be listened on
   */
  public static ReferenceServer start(InetSocketAddress address, Parts parts) throws IOException {
    IoModel io = parts.io().start(address, new Game(parts));
    return new ReferenceServer(io, new InetSocketAddress(address.getAddress(), io.port()));
  }

  /** Where it listens, with the port it got. */
  public InetSocketAddress address() {
    return address;
  }

  @Override
  public void close() {
    io.close();
  }
}
