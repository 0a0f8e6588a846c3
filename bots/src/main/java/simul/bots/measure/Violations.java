package simul.bots.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** All violations by number, the first of them in full. One thread. */
public final class Violations {
  /** A broken server breaks the same rule thousands of times; people read the first few. */
  private static final int KEPT = 20;

  private final List<Violation> first = new ArrayList<>();
  private long total;

  /** Adds some of one kind; the first of them is made only when it is kept. */
  public void add(long count, Supplier<Violation> violation) {
    total += count;
    if (first.size() < KEPT) {
      first.add(violation.get());
    }
  }

  /** How many there were. */
  public long total() {
    return total;
  }

  /** The first ones, in their order. */
  public List<Violation> first() {
    return List.copyOf(first);
  }
}
