package simul.spec.world;

import java.util.OptionalInt;
import java.util.function.IntFunction;
import simul.spec.model.Direction;
import simul.spec.model.WorldRules;

/**
 * The world as a server keeps it: who plays, and where each piece is. A newcomer gets the lowest
 * free ID. One thread at a time.
 */
public final class World {
  private final Board board;
  private final IntFunction<Cell> startCells;
  private final Cell[] pieces;

  /**
   * An empty world.
   *
   * @param startCells where the piece of that ID starts; must be a cell of the board
   */
  public World(WorldRules rules, IntFunction<Cell> startCells) {
    this.board = Board.of(rules);
    this.startCells = startCells;
    this.pieces = new Cell[rules.maxClients()];
  }

  /** An empty world in which ID n starts on the n-th cell, row by row. */
  public static World inRows(WorldRules rules) {
    Board board = Board.of(rules);
    return new World(
        rules, id -> new Cell(id % board.width(), id / board.width() % board.height()));
  }

  /** Puts a newcomer's piece on its start cell: the lowest free ID, or empty when all are taken. */
  public OptionalInt join() {
    for (int id = 0; id < pieces.length; id++) {
      if (pieces[id] == null) {
        pieces[id] = startCells.apply(id);
        return OptionalInt.of(id);
      }
    }
    return OptionalInt.empty();
  }

  /** Moves a piece one cell, or leaves it where it is at the edge; returns where it is then. */
  public Cell move(int id, Direction direction) {
    pieces[id] = board.step(cell(id), direction);
    return pieces[id];
  }

  /** Takes a piece off the board and frees its ID. */
  public void leave(int id) {
    pieces[id] = null;
  }

  /** Whether a piece has that ID. */
  public boolean contains(int id) {
    return id >= 0 && id < pieces.length && pieces[id] != null;
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
    return pieces[id];
  }
}
