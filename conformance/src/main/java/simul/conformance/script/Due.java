package simul.conformance.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simul.spec.world.Cell;

/**
 * The positions of one piece that one client is still owed, oldest first. Some need not come: they
 * are accepted in their place and not missed elsewhere.
 */
final class Due {
  private final List<Entry> entries = new ArrayList<>();
  private final boolean eachMove;
  private int next;
  private Cell last;

  /**
   * Nothing is owed.
   *
   * @param eachMove whether each position must come; otherwise a later one stands for those before
   * @param start where the piece is, as the client knows: to be told of it again says nothing
   */
  Due(boolean eachMove, Cell start) {
    this.eachMove = eachMove;
    this.last = start;
  }

  private record Entry(Cell cell, boolean optional) {}

  void add(Cell cell, boolean optional) {
    entries.add(new Entry(cell, optional));
  }

  /** Takes a position as the next that was due; false when it was not. */
  boolean accept(Cell cell) {
    return eachMove ? acceptNext(cell) : acceptLater(cell);
  }

  private boolean acceptNext(Cell cell) {
    while (next < entries.size()) {
      Entry entry = entries.get(next);
      if (entry.cell.equals(cell)) {
        next++;
        return true;
      }
      if (!entry.optional) {
        return false;
      }
      next++;
    }
    return false;
  }

  /**
   * Goes on to the first position that this one can be, for the piece may come by there again; the
   * same once more says nothing new.
   */
  private boolean acceptLater(Cell cell) {
    for (int i = next; i < entries.size(); i++) {
      if (entries.get(i).cell.equals(cell)) {
        next = i + 1;
        last = cell;
        return true;
      }
    }
    return cell.equals(last);
  }

  /** The next position that must come, if any must. */
  Optional<Cell> next() {
    List<Cell> must =
        entries.subList(next, entries.size()).stream()
            .filter(entry -> !entry.optional)
            .map(Entry::cell)
            .toList();
    if (eachMove || must.isEmpty()) {
      return must.stream().findFirst();
    }
    Cell end = must.get(must.size() - 1);
    return end.equals(last) ? Optional.empty() : Optional.of(end);
  }
}
