package simul.spec.world;

import java.util.EnumSet;
import java.util.Set;
import simul.spec.model.Direction;
import simul.spec.model.WorldRules;

/**
 * The board: which cells there are and where a move leads. The edge stops a piece (handout, section
 * 2).
 */
public record Board(int width, int height) {

  /** The board of a spec. */
  public static Board of(WorldRules rules) {
    return new Board(rules.width(), rules.height());
  }

  /** Whether the cell is on the board. */
  public boolean contains(int x, int y) {
    return x >= 0 && x < width && y >= 0 && y < height;
  }

  /** Where a move from a cell leads: its neighbour, or the cell itself at the edge. */
  public Cell step(Cell from, Direction direction) {
    int x = from.x() + direction.dx();
    int y = from.y() + direction.dy();
    return contains(x, y) ? new Cell(x, y) : from;
  }

  /** The directions that lead to another cell. */
  public Set<Direction> openDirections(Cell from) {
    Set<Direction> open = EnumSet.noneOf(Direction.class);
    for (Direction direction : Direction.values()) {
      if (!step(from, direction).equals(from)) {
        open.add(direction);
      }
    }
    return open;
  }
}
