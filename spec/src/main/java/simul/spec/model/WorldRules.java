package simul.spec.model;

/**
 * The rules of the game that a spec describes.
 *
 * @param width cells in a row; x runs from 0
 * @param height rows; y runs from 0
 * @param blockedReply whether a move off the board is answered
 * @param maxClients how many play at a time; their IDs are 0 to maxClients - 1
 */
public record WorldRules(int width, int height, BlockedReply blockedReply, int maxClients) {

  /** What a server sends after a move that the edge of the board stopped. */
  public enum BlockedReply {
    /** The unchanged position. */
    ALWAYS,
    /** Nothing. */
    NEVER,
    /** Either; a check must not mind (handout, section 2). */
    OPTIONAL
  }
}
