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
  private static final Direction[] WAYS = Direction.values();

  private Steps() {}

  /** One step; every way that is open is as likely. */
  static Optional<Direction> atRandom(Board board, Cell cell, RandomGenerator random) {
    // Thousands of bots come here every millisecond: no set is made of what is only counted.
    int open = 0;
    for (Direction way : WAYS) {
      open += isOpen(board, cell, way) ? 1 : 0;
    }
    if (open == 0) {
      return Optional.empty();
    }
    int left = random.nextInt(open);
    for (Direction way : WAYS) {
      if (isOpen(board, cell, way) && left-- == 0) {
        return Optional.of(way);
      }
    }
    throw new IllegalStateException("none of the " + open + " ways that were open is");
  }

  private static boolean isOpen(Board board, Cell cell, Direction way) {
    return !board.step(cell, way).equals(cell);
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
