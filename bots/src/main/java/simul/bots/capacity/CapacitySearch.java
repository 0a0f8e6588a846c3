package simul.bots.capacity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import simul.bots.capacity.Outcome.Ruling;
import simul.bots.capacity.Trial.Purpose;

/**
 * A search for the largest load that a target bears. It doubles the load until one is too much,
 * closes in on the edge, comes well down to see whether the target recovers, and tries what it has
 * found once more. A load is too much only when it fails again when it is tried again, so that one
 * spike decides nothing: for the target twice, for the bots themselves, who say nothing of the
 * target, some times more. Pure: it says what to try and is told how that went.
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

  /** Failures that were the target's, after which a load is too much for it. */
  private static final int FAILURES_OF_TARGET = 2;

  /** A busy machine makes bots late for some seconds; when it is always so, they can do no more. */
  private static final int MOST_FAILURES = 5;

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
  private final List<Outcome> failures = new ArrayList<>();
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
    if (!failures.isEmpty()) {
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
      failures.clear();
      held(outcome);
      return;
    }
    failures.add(outcome);
    boolean ofTarget = ofTarget().count() == FAILURES_OF_TARGET;
    if (ofTarget || failures.size() == MOST_FAILURES) {
      failed(ofTarget, outcome.achieved());
      failures.clear();
    }
  }

  private Stream<Outcome> ofTarget() {
    return failures.stream().filter(failure -> failure.ruling() == Ruling.TARGET);
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

  private void failed(boolean ofTarget, double cameOfIt) {
    switch (current.purpose()) {
      case DOWN -> recovered = !ofTarget;
      case CONFIRM -> {
        tooMuch(ofTarget, cameOfIt);
        low = rounded(low * STEP_BACK);
        over = low <= 0;
      }
      default -> tooMuch(ofTarget, cameOfIt);
    }
  }

  private void tooMuch(boolean ofTarget, double cameOfIt) {
    high = current.load();
    hint = cameOfIt;
    limit = ofTarget ? Capacity.Limit.TARGET : Capacity.Limit.GENERATOR;
    Ruling whose = ofTarget ? Ruling.TARGET : Ruling.GENERATOR;
    reason =
        failures.stream()
            .filter(failure -> failure.ruling() == whose)
            .reduce((before, failure) -> failure)
            .map(Outcome::reason)
            .orElseThrow();
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
