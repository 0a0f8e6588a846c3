package simul.spec.reference;

/**
 * What an {@link IoModel} tells the game. Calls come one at a time; for one connection: opened, any
 * number of times received, closed, each of the outer two exactly once.
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
   * The connection is gone, whoever ended it and however.
   *
   * @param reason one clause for the log
   */
  void closed(Connection connection, String reason);
}
