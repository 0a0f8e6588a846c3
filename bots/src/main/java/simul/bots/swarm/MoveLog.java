package simul.bots.swarm;

import java.util.Arrays;
import simul.spec.model.Direction;
import simul.spec.world.Board;
import simul.spec.world.Cell;

/**
 * The moves that one player has sent, in their order, and where each of them leads. Moves count
 * from 1, so that move 0 is the start.
 */
final class MoveLog {
  private static final int FIRST_CAPACITY = 16;

  private final Board board;
  private Cell[] cells = new Cell[FIRST_CAPACITY];
  private Direction[] directions = new Direction[FIRST_CAPACITY];
  private long[] intendedNanos = new long[FIRST_CAPACITY];
  private long[] sentNanos = new long[FIRST_CAPACITY];
  private int count;

  MoveLog(Board board, Cell start) {
    this.board = board;
    this.cells[0] = start;
  }

  /** How many moves were sent. */
  int count() {
    return count;
  }

  /** Where the piece is after that move. */
  Cell cell(int move) {
    return cells[move];
  }

  /** Where the piece will be once all moves have been made. */
  Cell lastCell() {
    return cells[count];
  }

  Direction direction(int move) {
    return directions[move];
  }

  long intendedNanos(int move) {
    return intendedNanos[move];
  }

  long sentNanos(int move) {
    return sentNanos[move];
  }

  void add(Direction direction, long intended, long sent) {
    count++;
    if (count == cells.length) {
      int capacity = 2 * count;
      cells = Arrays.copyOf(cells, capacity);
      directions = Arrays.copyOf(directions, capacity);
      intendedNanos = Arrays.copyOf(intendedNanos, capacity);
      sentNanos = Arrays.copyOf(sentNanos, capacity);
    }
    cells[count] = board.step(cells[count - 1], direction);
    directions[count] = direction;
    intendedNanos[count] = intended;
    sentNanos[count] = sent;
  }

  /** Takes the target's word for where the piece is after that move, and goes on from there. */
  void correct(int move, Cell cell) {
    cells[move] = cell;
    for (int later = move + 1; later <= count; later++) {
      cells[later] = board.step(cells[later - 1], directions[later]);
    }
  }
}
