package simul.bots.behavior;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import simul.spec.model.Direction;
import simul.spec.world.Board;
import simul.spec.world.Cell;

/** Ways over the board that change the cell with every step. */
final class Steps {
  private Steps() {}

  /** One step; every way that is open is as likely. */
  static Optional<Direction> atRandom(Board board, Cell cell, RandomGenerator random) {
    Direction[] open = board.openDirections(cell).toArray(Direction[]::new);
    return open.length == 0 ? Optional.empty() : Optional.of(open[random.nextInt(open.length)]);
  }

  /** So many steps at random, one after another. */
  static List<Direction> atRandom(Board board, Cell start, RandomGenerator random, int count) {
    List<Direction> ways = new ArrayList<>();
    Cell cell = start;
    for (int step = 0; step < count; step++) {
      Optional<Direction> way = atRandom(board, cell, random);
      if (way.isEmpty()) {
        return ways;
      }
      ways.add(way.get());
      cell = board.step(cell, way.get());
    }
    return ways;
  }

  /** The first step of a shortest way that does not use the edges; empty where it ends. */
  static Optional<Direction> towards(Cell goal, Cell cell) {
    if (goal.x() != cell.x()) {
      return Optional.of(goal.x() < cell.x() ? Direction.LEFT : Direction.RIGHT);
    }
    if (goal.y() != cell.y()) {
      return Optional.of(goal.y() < cell.y() ? Direction.UP : Direction.DOWN);
    }
    return Optional.empty();
  }
}
