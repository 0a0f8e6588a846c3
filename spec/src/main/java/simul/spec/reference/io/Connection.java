package simul.spec.reference.io;

/**
 * One TCP connection as the game sees it. Only the thread that calls the {@link ConnectionHandler}
 * may use it, and only until {@link ConnectionHandler#closed} has been called for it.
 */
public interface Connection {

  /**
   * Sends bytes after all that was given before; returns at once. What the socket does not take is
   * kept and sent when it can be, up to a bound past which the connection is closed.
   */
  void send(byte[] bytes);

  /**
   * Closes the connection after one more attempt to send what waits. {@link
   * ConnectionHandler#closed} follows, though not from within this call.
   *
   * @param reason one clause for the log
   */
  void close(String reason);

  /** Whether the client reads so slowly that the socket has not taken all that it was given. */
  default boolean isBehind() {
    return false;
  }

  /** The other end, as the log names it: {@code 127.0.0.1:50312}. */
  String peer();
}
