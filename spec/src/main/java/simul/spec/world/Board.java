package simul.spec.world;

import java.util.EnumSet;
import java.util.Set;
import simul.spec.model.Direction;
import simul.spec.model.WorldRules;
import simul.spec.model.WorldRules.Edge;

/**
 * The board: which cells there are and where a move leads. As the handout has it (section 2) the
 * edge stops a piece.
 */
public record Board(int width, int height, Edge edge) {

  /** A board whose edge stops pieces. */
  public Board(int width, int height) {
    this(width, height, Edge.STAY);
  }

  /** The board of a spec. */
  public static Board of(WorldRules rules) {
    return new Board(rules.width(), rules.height(), rules.edge());
  }

  /** Whether the cell is on the board. */
  public boolean contains(int x, int y) {
    return edge == Edge.FREE || x >= 0 && x < width && y >= 0 && y < height;
  }

  /** Where a move from a cell leads: its neighbour, or the cell itself where the edge stops it. */
  public Cell step(Cell from, Direction direction) {
    int x = from.x() + direction.dx();
    int y = from.y() + direction.dy();
    if (edge == Edge.WRAP) {
      return new Cell(Math.floorMod(x, width), Math.floorMod(y, height));
    }
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

  /** Whether one move, or none, leads from one cell to the other, be they on the board or not. */
  public boolean isWithinOneMove(Cell from, Cell to) {
    int distance = Math.abs(from.x() - to.x()) + Math.abs(from.y() - to.y());
    if (distance <= 1 || edge != Edge.WRAP) {
      return distance <= 1;
    }
    for (Direction direction : Direction.values()) {
      if (step(from, direction).equals(to)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a client whose piece is on one cell sees the other, so many cells away at most. */
  public static boolean isInView(Cell from, Cell to, int view) {
    return Math.abs(from.x() - to.x()) <= view && Math.abs(from.y() - to.y()) <= view;
  }
}
