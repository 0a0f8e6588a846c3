package simul.bots.behavior;

import java.util.random.RandomGenerator;
import simul.spec.world.Board;
import simul.spec.world.Cell;

/** Walks at random, one step a turn. */
final class Wanderer implements Behavior {
  @Override
  public Turn next(Board board, Cell cell, RandomGenerator random) {
    return Turn.Walk.of(Steps.atRandom(board, cell, random));
  }
}
