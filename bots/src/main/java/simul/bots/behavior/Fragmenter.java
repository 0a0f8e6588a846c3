package simul.bots.behavior;

import java.util.random.RandomGenerator;
import simul.spec.world.Board;
import simul.spec.world.Cell;

/** Walks at random, and cuts every packet in two. */
final class Fragmenter implements Behavior {
  @Override
  public Turn next(Board board, Cell cell, RandomGenerator random) {
    return new Turn.Walk(Steps.atRandom(board, cell, random, 1), Turn.Delivery.CUT);
  }
}
