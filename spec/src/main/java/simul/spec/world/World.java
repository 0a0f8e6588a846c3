package simul.spec.world;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.IntFunction;
import simul.spec.model.Direction;
import simul.spec.model.WorldRules;

/**
 * The world as a server keeps it: who plays, and where each piece is. A newcomer gets the lowest
 * free ID, or, where IDs are no slots, the next that nobody has had. One thread at a time.
 */
public class World {
  private final WorldRules rules;
  private final Board board;
  private final IntFunction<Cell> startCells;
  private final Map<Integer, Cell> pieces = new TreeMap<>();
  private int neverUsed;

  /** No ID below this is free. */
  private int takenBelow;

  /**
   * An empty world.
   *
   * @param startCells where the piece of that ID starts; must be a cell of the board
   */
  public World(WorldRules rules, IntFunction<Cell> startCells) {
    this.rules = rules;
    this.board = Board.of(rules);
    this.startCells = startCells;
    this.neverUsed = rules.slots().firstId();
    this.takenBelow = rules.slots().firstId();
  }

  /** An empty world in which the n-th ID starts on the n-th cell, row by row. */
  public static World inRows(WorldRules rules) {
    return new World(rules, id -> inRows(rules, id));
  }

  /** The cell on which an ID starts when pieces start row by row. */
  public static Cell inRows(WorldRules rules, int id) {
    int number = Math.floorMod(id - rules.slots().firstId(), rules.width() * rules.height());
    return new Cell(number % rules.width(), number / rules.width());
  }

  /** Puts a newcomer's piece on its start cell; empty when as many play as may. */
  public OptionalInt join() {
    int id = rules.slots().reused() ? lowestFree() : neverUsed;
    return join(id) ? OptionalInt.of(id) : OptionalInt.empty();
  }

  private int lowestFree() {
    while (pieces.containsKey(takenBelow)) {
      takenBelow++;
    }
    return takenBelow;
  }

  /** Puts the piece of a newcomer that has chosen its ID on its start cell, if there is room. */
  public boolean join(int id) {
    boolean full =
        rules.slots().full() != WorldRules.Full.ADMIT && pieces.size() >= rules.maxClients();
    if (full || pieces.containsKey(id)) {
      return false;
    }
    neverUsed = Math.max(neverUsed, id + 1);
    pieces.put(id, unoccupied(startCells.apply(id)));
    return true;
  }

  /** The cell, or where cells are not shared the next one that is free. */
  private Cell unoccupied(Cell wanted) {
    Cell cell = wanted;
    for (int i = 1; !rules.shared() && pieces.containsValue(cell) && i < cells(); i++) {
      int number = (wanted.y() * board.width() + wanted.x() + i) % cells();
      cell = new Cell(number % board.width(), number / board.width());
    }
    return cell;
  }

  private int cells() {
    return board.width() * board.height();
  }

  /** Moves a piece one cell, or leaves it where it is blocked; returns where it is then. */
  public Cell move(int id, Direction direction) {
    return put(id, board.step(cell(id), direction));
  }

  /** Moves a piece to a cell when one move leads there; returns where it is then. */
  public Cell moveTo(int id, int x, int y) {
    Cell to = new Cell(x, y);
    boolean fits = board.contains(x, y) && board.isWithinOneMove(cell(id), to);
    return put(id, fits ? to : cell(id));
  }

  private Cell put(int id, Cell to) {
    boolean taken = !rules.shared() && !to.equals(cell(id)) && pieces.containsValue(to);
    if (!taken) {
      pieces.put(id, to);
    }
    return pieces.get(id);
  }

  /** Takes a piece off the board and frees its ID. */
  public void leave(int id) {
    pieces.remove(id);
    takenBelow = Math.max(rules.slots().firstId(), Math.min(takenBelow, id));
  }

  /** Whether a piece has that ID. */
  public boolean contains(int id) {
    return pieces.containsKey(id);
  }

  /**
   * Where a piece is.
   *
   * @throws IllegalArgumentException when nobody has that ID
   */
  public Cell cell(int id) {
    if (!contains(id)) {
      throw new IllegalArgumentException("nobody has ID " + id);
    }
    return pieces.get(id);
  }

  /** Every piece by ID; a live, read-only view. */
  public Map<Integer, Cell> pieces() {
    return Collections.unmodifiableMap(pieces);
  }
}
