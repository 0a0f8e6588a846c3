package simul.bots.swarm;

import java.util.HashMap;
import java.util.Map;
import simul.spec.world.Cell;

/**
 * What observers who came in the middle may be told beyond what they are owed. Whoever comes is
 * told where a piece is, and which of its moves that was is not said: moves that were on their way
 * just then may follow, or be part of it already. Owed is every move that was sent after the first
 * sight; of those before, as many positions are let pass as can have been on their way, and one
 * that repeats the first. Pure.
 */
final class Latecomers {
  private final Map<Long, Grace> graces = new HashMap<>();

  /** What may still come of one piece to one observer. */
  private static final class Grace {
    private final int first;
    private final int last;
    private int left;

    Grace(int first, int last) {
      this.first = first;
      this.last = last;
      this.left = last - first + 1;
    }
  }

  private static long key(int observer, int mover) {
    return (long) observer << Integer.SIZE | mover;
  }

  /**
   * An observer has its first sight of a piece.
   *
   * @param first the earliest of the piece's moves that may have led there
   * @param last the last move that was sent by then
   */
  void arrive(int observer, int mover, int first, int last) {
    graces.put(key(observer, mover), new Grace(first, last));
  }

  /** Whether a position of a piece may be of a move from before the first sight; it is used up. */
  boolean forgive(int observer, int mover, MoveLog log, Cell cell) {
    Grace grace = graces.isEmpty() ? null : graces.get(key(observer, mover));
    if (grace == null || grace.left == 0) {
      return false;
    }
    for (int move = grace.first; move <= grace.last; move++) {
      if (log.cell(move).equals(cell)) {
        grace.left--;
        return true;
      }
    }
    return false;
  }

  /** Whether a position cannot be told for sure from one of a move before the first sight. */
  boolean isUncertain(int observer, int mover) {
    Grace grace = graces.isEmpty() ? null : graces.get(key(observer, mover));
    return grace != null && grace.left > 1 && grace.first < grace.last;
  }

  /** Somebody is gone. */
  void forget(int observer, int mover) {
    graces.remove(key(observer, mover));
  }
}
