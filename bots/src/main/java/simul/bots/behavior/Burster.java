package simul.bots.behavior;

import java.util.random.RandomGenerator;
import simul.spec.world.Board;
import simul.spec.world.Cell;

/** Saves up its turns and then makes as many moves at once: the same rate, in bursts. */
final class Burster implements Behavior {
  private final int size;
  private final Turn.Delivery delivery;
  private int saved;

  /**
   * A bot whose bursts are that large.
   *
   * @param size how many moves, at least 1
   */
  Burster(int size, Turn.Delivery delivery) {
    this.size = size;
    this.delivery = delivery;
  }

  @Override
  public Turn next(Board board, Cell cell, RandomGenerator random) {
    saved++;
    if (saved < size) {
      return new Turn.Sit();
    }
    saved = 0;
    return new Turn.Walk(Steps.atRandom(board, cell, random, size), delivery);
  }
}
