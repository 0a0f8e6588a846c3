package simul.conformance.script;

import java.util.List;
import simul.spec.model.Direction;
import simul.spec.world.Board;
import simul.spec.world.Cell;

/** Where a piece is to go next, wherever it is when it comes to that. */
public sealed interface Heading {

  /** The direction, for a piece on that cell. */
  Direction on(Board board, Cell cell);

  /** The word for it in replay files. */
  String word();

  /** That direction, be the way open or not. */
  record Toward(Direction direction) implements Heading {
    @Override
    public Direction on(Board board, Cell cell) {
      return direction;
    }

    @Override
    public String word() {
      return direction.word();
    }
  }

  /**
   * One of the directions that lead to another cell.
   *
   * @param number which of them; counted round as often as it takes
   */
  record Turn(int number) implements Heading {
    @Override
    public Direction on(Board board, Cell cell) {
      List<Direction> open = List.copyOf(board.openDirections(cell));
      return open.isEmpty() ? Direction.UP : open.get(number % open.size());
    }

    @Override
    public String word() {
      return String.valueOf(number);
    }
  }
}
