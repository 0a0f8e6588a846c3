package simul.conformance.script;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import simul.spec.world.Cell;

/**
 * The positions of one piece that one client is still owed, oldest first. An answer to a move off
 * the board may be optional: it is accepted in its place and not missed elsewhere.
 */
final class Due {
  private final Deque<Entry> entries = new ArrayDeque<>();

  private record Entry(Cell cell, boolean optional) {}

  void add(Cell cell, boolean optional) {
    entries.add(new Entry(cell, optional));
  }

  /** Takes a position as the next that was due; false when it was not. */
  boolean accept(Cell cell) {
    while (!entries.isEmpty()) {
      Entry entry = entries.peek();
      if (entry.cell.equals(cell)) {
        entries.remove();
        return true;
      }
      if (!entry.optional) {
        return false;
      }
      entries.remove();
    }
    return false;
  }

  /** The next position that must come, if any must. */
  Optional<Cell> next() {
    return entries.stream().filter(entry -> !entry.optional).map(Entry::cell).findFirst();
  }
}
