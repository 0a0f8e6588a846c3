package simul.bots.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** All violations by number, the first of them in full. One thread. */
public final class Violations {
  /** A broken server breaks the same rule thousands of times; people read the first few. */
  private static final int KEPT = 20;

  /** Of one rule, so that the first mistake does not hide the others. */
  private static final int KEPT_OF_RULE = 4;

  private final List<Violation> first = new ArrayList<>();
  private long total;

  /** Adds some of one rule; the violation that stands for them is made only when it is kept. */
  public void add(String ruleId, long count, Supplier<Violation> violation) {
    total += count;
    long kept = first.stream().filter(known -> known.ruleId().equals(ruleId)).count();
    if (first.size() < KEPT && kept < KEPT_OF_RULE) {
      first.add(violation.get());
    }
  }

  /** How many there were. */
  public long total() {
    return total;
  }

  /** The first ones of each rule, in their order. */
  public List<Violation> first() {
    return List.copyOf(first);
  }
}
