package simul.conformance.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import simul.conformance.probe.Told;
import simul.spec.world.Cell;

/**
 * What one client is still owed about one ID, oldest first: arrivals, positions, departures. Some
 * need not come: they are accepted in their place and not missed elsewhere. Where what came can be
 * several of those that are due, all are kept in mind.
 */
final class Due {
  /** So many entries that have come are kept before they are forgotten together. */
  private static final int MOST_FORGOTTEN_LATE = 4096;

  private final List<Entry> entries = new ArrayList<>();
  private final boolean eachMove;

  /** How many entries were forgotten: the number of the first that is kept. */
  private int first;

  /** The number of the entry that is next, or of the first that may be. */
  private int next;

  /** The numbers of all entries that may be next, where there are several; else empty. */
  private Set<Integer> several = Set.of();

  private Cell last;

  /**
   * Nothing is owed.
   *
   * @param eachMove whether each position must come; otherwise a later one stands for those before
   * @param known where the piece is, as the client knows: to be told of it again says nothing
   */
  Due(boolean eachMove, Cell known) {
    this.eachMove = eachMove;
    this.last = known;
  }

  private static final class Entry {
    final Told told;
    boolean optional;
    boolean onlyAfterArrival;

    Entry(Told told, boolean optional) {
      this.told = told;
      this.optional = optional;
    }
  }

  void add(Told told, boolean optional) {
    entries.add(new Entry(told, optional));
  }

  /** From now on nothing of what is still owed must come. */
  void relax() {
    for (int i = next - first; i < entries.size(); i++) {
      entries.get(i).optional = true;
    }
  }

  /** Whether such news is still owed, or may still come. */
  boolean owes(Told told) {
    return entries.subList(next - first, entries.size()).stream()
        .anyMatch(entry -> entry.told.equals(told));
  }

  /** The departure of somebody whose arrival may have been missed, and then is missed as well. */
  void addDepartureOfUnseen() {
    Entry departure = new Entry(Told.LEAVE, true);
    departure.onlyAfterArrival = true;
    entries.add(departure);
  }

  /** Somebody was seen after all, and will be missed. */
  private void wasSeen() {
    for (int place = next; place < end(); place++) {
      Entry entry = entry(place);
      if (entry.onlyAfterArrival) {
        entry.optional = false;
        return;
      }
    }
  }

  /** Takes news as the next that was due; false when it was not. */
  boolean accept(Told told) {
    if (several.isEmpty() && next < end() && isNext(entry(next), told)) {
      next++;
    } else {
      TreeSet<Integer> after = new TreeSet<>();
      int followed = 0;
      for (int place : places()) {
        // Whoever stands on the way of one before it would go the same way.
        followed = place < followed ? followed : follow(place, told, after);
      }
      if (!eachMove && told.isPosition() && told.cell().equals(last)) {
        after.addAll(places());
      }
      if (after.isEmpty()) {
        return false;
      }
      next = after.first();
      several = after.size() > 1 ? after : Set.of();
    }
    if (told.isPosition()) {
      last = told.cell();
    } else if (told.equals(Told.ENTER)) {
      wasSeen();
    }
    forget();
    return true;
  }

  private Set<Integer> places() {
    return several.isEmpty() ? Set.of(next) : several;
  }

  /** Whether it is what must come now, so that it can be nothing later. */
  private boolean isNext(Entry entry, Told told) {
    return !isSkippable(entry) && entry.told.equals(told);
  }

  /** Finds what news may stand for from a place on; up to where that is, exclusive. */
  private int follow(int from, Told told, TreeSet<Integer> after) {
    int place = from;
    for (; place < end(); place++) {
      Entry entry = entry(place);
      if (entry.told.equals(told)) {
        after.add(place + 1);
      }
      if (!isSkippable(entry)) {
        return place + 1;
      }
    }
    return place;
  }

  private boolean isSkippable(Entry entry) {
    return entry.optional || !eachMove && entry.told.isPosition();
  }

  private Entry entry(int place) {
    return entries.get(place - first);
  }

  private int end() {
    return first + entries.size();
  }

  private void forget() {
    int come = next - first;
    if (come >= MOST_FORGOTTEN_LATE) {
      entries.subList(0, come).clear();
      first = next;
    }
  }

  /** What must come next, if anything must. */
  Optional<Told> next() {
    Optional<Told> missing = Optional.empty();
    for (int place : places()) {
      missing = missingFrom(place);
      if (missing.isEmpty()) {
        return missing;
      }
    }
    return missing;
  }

  private Optional<Told> missingFrom(int from) {
    Told position = null;
    for (int place = from; place < end(); place++) {
      Entry entry = entry(place);
      if (!entry.optional && !isSkippable(entry)) {
        return Optional.of(entry.told);
      }
      if (entry.told.isPosition()) {
        position = entry.optional ? position : entry.told;
      } else {
        position = null;
      }
    }
    return Optional.ofNullable(position).filter(end -> !end.cell().equals(last));
  }
}
