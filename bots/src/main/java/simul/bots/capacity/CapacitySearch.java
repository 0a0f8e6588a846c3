package simul.bots.capacity;

import java.util.Optional;
import simul.bots.capacity.Outcome.Ruling;
import simul.bots.capacity.Trial.Purpose;

/**
 * A search for the largest load that a target bears. It doubles the load until one is too much,
 * closes in on the edge, comes well down to see whether the target recovers, and tries what it has
 * found once more. A load is too much only when it fails twice in a row, so that one spike decides
 * nothing; and it is the target's limit only when both failures were the target's. Pure: it says
 * what to try and is told how that went.
 */
public final class CapacitySearch {
  /** The edge is known well enough when what held and what failed are no further apart. */
  private static final double PRECISION = 1.04;

  /** What is given up when the found load does not hold once more. */
  private static final double STEP_BACK = 0.95;

  private static final double WELL_BELOW = 0.75;

  /** Below a thousandth of the first load there is nothing to find. */
  private static final double LEAST_SHARE = 1e-3;

  /** With each load tried twice, more than any search needs that converges. */
  private static final int MOST_TRIALS = 80;

  private static final int MOST_CONFIRMATIONS = 5;

  private final double first;
  private final double most;
  private final boolean whole;
  private double low;
  private double achieved;
  private double high = Double.POSITIVE_INFINITY;
  private double hint;
  private Capacity.Limit limit = Capacity.Limit.MOST;
  private String reason = "";
  private Trial current;
  private Outcome failure;
  private int trials;
  private int confirmations;
  private boolean cameDown;
  private boolean recovered = true;
  private boolean confirmed;
  private boolean over;

  /**
   * A search to begin.
   *
   * @param first the load to begin with
   * @param most the largest load to try
   * @param whole whether only whole numbers make sense
   */
  public CapacitySearch(double first, double most, boolean whole) {
    if (!(first > 0 && first <= most)) {
      throw new IllegalArgumentException(
          "the first load must be above 0 and at most " + most + ", but is " + first);
    }
    this.first = first;
    this.most = most;
    this.whole = whole;
  }

  /** What to try next; empty when the search is over. */
  public Optional<Trial> next() {
    if (over || trials == MOST_TRIALS) {
      return Optional.empty();
    }
    if (failure != null) {
      current = new Trial(current.purpose(), current.load(), true);
    } else {
      current = fresh();
    }
    trials++;
    over = current == null;
    return Optional.ofNullable(current);
  }

  private Trial fresh() {
    if (high == Double.POSITIVE_INFINITY && low < most) {
      double load = low == 0 ? first : Math.min(most, rounded(2 * Math.max(achieved, low)));
      return new Trial(Purpose.UP, load, false);
    }
    if (low == 0) {
      double load = rounded(hint > 0 && hint < high / 2 ? hint : high / 2);
      boolean hopeless = load <= first * LEAST_SHARE || whole && load < 1 || load >= high;
      return hopeless ? null : new Trial(Purpose.BELOW, load, false);
    }
    if (high < Double.POSITIVE_INFINITY && isApart(low, high) && !cameDown) {
      return new Trial(Purpose.BETWEEN, between(), false);
    }
    if (high < Double.POSITIVE_INFINITY && !cameDown) {
      cameDown = true;
      return new Trial(Purpose.DOWN, Math.max(whole ? 1 : 0, rounded(low * WELL_BELOW)), false);
    }
    return confirmed || confirmations++ == MOST_CONFIRMATIONS
        ? null
        : new Trial(Purpose.CONFIRM, low, false);
  }

  private boolean isApart(double held, double failed) {
    return failed / held > PRECISION && (!whole || failed - held > 1);
  }

  /** What came of a load that was too much is a good guess at how much is not. */
  private double between() {
    double guess = hint;
    hint = 0;
    boolean useful = guess > low * Math.sqrt(PRECISION) && guess < high / Math.sqrt(PRECISION);
    double load = rounded(useful ? guess : Math.sqrt(low * high));
    return whole ? Math.min(high - 1, Math.max(low + 1, load)) : load;
  }

  private double rounded(double load) {
    return whole ? Math.floor(load) : load;
  }

  /** How the last trial went. */
  public void record(Outcome outcome) {
    if (outcome.held()) {
      failure = null;
      held(outcome);
    } else if (failure == null) {
      failure = outcome;
    } else {
      failed(failure, outcome);
      failure = null;
    }
  }

  private void held(Outcome outcome) {
    switch (current.purpose()) {
      case DOWN -> recovered = true;
      case CONFIRM -> {
        confirmed = true;
        achieved = outcome.achieved();
      }
      default -> {
        low = current.load();
        achieved = outcome.achieved();
      }
    }
  }

  private void failed(Outcome before, Outcome outcome) {
    switch (current.purpose()) {
      case DOWN -> recovered = false;
      case CONFIRM -> {
        tooMuch(before, outcome);
        low = rounded(low * STEP_BACK);
        if (low <= 0) {
          over = true;
        }
      }
      default -> tooMuch(before, outcome);
    }
  }

  private void tooMuch(Outcome before, Outcome outcome) {
    high = current.load();
    hint = outcome.achieved();
    boolean ofTarget = before.ruling() == Ruling.TARGET && outcome.ruling() == Ruling.TARGET;
    limit = ofTarget ? Capacity.Limit.TARGET : Capacity.Limit.GENERATOR;
    reason = ofTarget || before.ruling() == Ruling.TARGET ? outcome.reason() : before.reason();
  }

  /** The target is gone, or nobody wants to know any more: nothing else is tried. */
  public void abandon(Capacity.Limit why, String text) {
    over = true;
    limit = why;
    reason = text;
    recovered = why != Capacity.Limit.TARGET;
  }

  /** What was found so far. */
  public Capacity found() {
    return new Capacity(low, low == 0 ? 0 : achieved, limit, reason, recovered, confirmed);
  }
}
