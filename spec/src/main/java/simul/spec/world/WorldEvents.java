package simul.spec.world;

/**
 * What a server tells one client about the world, one call an event, in the order of the stream.
 * Cells are the world's, whatever a protocol's own units are.
 */
public interface WorldEvents {

  /** The client's own ID. */
  void self(int id);

  /** Somebody is in the game. */
  void enter(int id);

  /** Where a piece is now. */
  void position(int id, int x, int y);

  /** Somebody has left. */
  void leave(int id);

  /** The client is not let in. */
  default void refused() {}
}
