package simul.spec.reference.io;

import java.io.IOException;
import java.net.InetSocketAddress;

/** A way to serve many sockets: accepts, reads, writes, and tells a {@link ConnectionHandler}. */
public interface IoModel extends AutoCloseable {

  /** Opens a listening socket and starts to serve it. */
  interface Factory {
    /**
     * Starts serving.
     *
     * @param address where to listen; port 0 means any free one
     * @throws IOException when the address cannot be listened on
     */
    IoModel start(InetSocketAddress address, ConnectionHandler handler) throws IOException;
  }

  /** The port it listens on. */
  int port();

  /** Closes every connection and the listening socket, and ends its threads. */
  @Override
  void close();
}
