package simul.spec.reference.io;

import java.io.IOException;
import java.nio.ByteBuffer;

/** How a server receives from a socket that is ready. */
@FunctionalInterface
public interface Receiver {

  /** The right way: one receive, and if there is more, the socket is still ready. */
  Receiver ONCE = Source::read;

  /**
   * Receives what there is, as far as there is room.
   *
   * @return how many bytes that was, or a negative number at the end of the stream
   * @throws IOException when the connection is broken
   */
  int receive(Source socket, ByteBuffer room) throws IOException;

  /** A socket, as one reads from it without waiting. */
  @FunctionalInterface
  interface Source {
    /**
     * One receive.
     *
     * @return how many bytes it brought, 0 when there are none, -1 at the end of the stream
     * @throws IOException when the connection is broken
     */
    int read(ByteBuffer room) throws IOException;
  }
}
