package simul.spec.reference.io;

/**
 * What an {@link IoModel} tells the game. Calls come one at a time; for one connection: opened, any
 * number of times received and finished, closed or reset, each of the outer two exactly once.
 */
public interface ConnectionHandler {

  /** A client has connected. */
  void opened(Connection connection);

  /**
   * Bytes have arrived, cut and joined as the network pleased. The array is the caller's and holds
   * them only during the call.
   *
   * @param to the index after the last byte
   */
  void received(Connection connection, byte[] bytes, int from, int to);

  /**
   * The client has closed its sending half, and most likely the other one with it. As the handout
   * has it (section 3) it has left, so the connection is closed. While it is not, the call is
   * repeated, like one for a socket that is ready.
   */
  default void finished(Connection connection) {
    connection.close("closed by the client");
  }

  /** The connection has been reset: it is gone like any other, which is told by this call alone. */
  default void reset(Connection connection) {
    closed(connection, "reset by the client");
  }

  /**
   * The connection is gone, whoever ended it and however.
   *
   * @param reason one clause for the log
   */
  void closed(Connection connection, String reason);

  /**
   * A client has been turned away before the game could hear of it, because the I/O model or the
   * system has reached a limit.
   *
   * @param peer its address
   * @param reason one clause for the log
   */
  default void refused(String peer, String reason) {}
}
