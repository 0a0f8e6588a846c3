package simul.bots.behavior;

import java.util.random.RandomGenerator;
import simul.spec.world.Board;
import simul.spec.world.Cell;

/**
 * Goes to the one cell that all of its kind go to, the middle of the board, and steps off it and on
 * it again: only moves that change the cell can be told from one another.
 */
final class HotspotVisitor implements Behavior {
  @Override
  public Turn next(Board board, Cell cell, RandomGenerator random) {
    Cell middle = new Cell(board.width() / 2, board.height() / 2);
    return Turn.Walk.of(Steps.towards(middle, cell).or(() -> Steps.atRandom(board, cell, random)));
  }
}
