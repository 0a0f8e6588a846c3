package simul.bots.behavior;

import java.util.random.RandomGenerator;
import simul.spec.world.Board;
import simul.spec.world.Cell;

/** Listens and never moves. */
final class Idler implements Behavior {
  @Override
  public Turn next(Board board, Cell cell, RandomGenerator random) {
    return new Turn.Sit();
  }

  @Override
  public boolean moves() {
    return false;
  }
}
