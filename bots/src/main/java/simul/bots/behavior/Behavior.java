package simul.bots.behavior;

import java.util.random.RandomGenerator;
import simul.spec.world.Board;
import simul.spec.world.Cell;

/** How one bot plays; it may remember what it did before. One thread at a time. */
public interface Behavior {

  /**
   * What it does with its turn, which is now.
   *
   * @param cell where the bot's piece will be once all its earlier moves have been made
   */
  Turn next(Board board, Cell cell, RandomGenerator random);

  /** Whether it ever moves; who does not has no turns. */
  default boolean moves() {
    return true;
  }

  /**
   * Whether it reads whatever comes at once. Who does not may be cut off by a right server
   * (handout, section 6), and its sights say nothing of how fast the server is.
   */
  default boolean reads() {
    return true;
  }

  /** Whether it ever goes, to come back as a new client. */
  default boolean comesBack() {
    return false;
  }
}
