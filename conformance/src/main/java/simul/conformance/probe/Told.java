package simul.conformance.probe;

import simul.spec.world.Cell;

/**
 * What a client can be told of somebody.
 *
 * @param cell where the piece is, of a {@link Kind#POSITION}; else {@link #NOWHERE}
 */
public record Told(Kind kind, Cell cell) {
  /** The cell of news that name none. */
  public static final Cell NOWHERE = new Cell(Integer.MIN_VALUE, Integer.MIN_VALUE);

  /** That the ID is the client's own. */
  public static final Told SELF = new Told(Kind.SELF, NOWHERE);

  /** That somebody is in the game. */
  public static final Told ENTER = new Told(Kind.ENTER, NOWHERE);

  /** That somebody has left. */
  public static final Told LEAVE = new Told(Kind.LEAVE, NOWHERE);

  /** The kinds of news, as {@link simul.spec.world.WorldEvents} has them. */
  public enum Kind {
    SELF,
    ENTER,
    POSITION,
    LEAVE
  }

  /** Where a piece is. */
  public static Told at(Cell cell) {
    return new Told(Kind.POSITION, cell);
  }

  /** Whether it says where a piece is. */
  public boolean isPosition() {
    return kind == Kind.POSITION;
  }
}
