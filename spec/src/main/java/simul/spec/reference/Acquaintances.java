package simul.spec.reference;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The IDs that one client has been told of. Thousands of clients that know one another are millions
 * of IDs, so those that are slots take a bit each; only what clients choose may be any number.
 */
final class Acquaintances {
  private static final int MOST_SLOTS = 1 << 20;

  private final BitSet slots = new BitSet();
  private final Set<Integer> others = new TreeSet<>();

  private static boolean isSlot(int id) {
    return id >= 0 && id < MOST_SLOTS;
  }

  void add(int id) {
    if (isSlot(id)) {
      slots.set(id);
    } else {
      others.add(id);
    }
  }

  /** Forgets an ID; whether it was known. */
  boolean remove(int id) {
    if (!isSlot(id)) {
      return others.remove(id);
    }
    boolean known = slots.get(id);
    slots.clear(id);
    return known;
  }

  boolean contains(int id) {
    return isSlot(id) ? slots.get(id) : others.contains(id);
  }

  /** All of them, the lowest first among slots, as they are now. */
  List<Integer> all() {
    IntStream known = slots.stream();
    return Stream.concat(known.boxed(), others.stream()).toList();
  }
}
