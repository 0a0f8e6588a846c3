package simul.bots.measure;

import org.HdrHistogram.Histogram;

/**
 * A distribution of times, to three significant digits, in all and for each second. One thread
 * records; any may read what {@link #percentiles} and {@link #endSecond} returned.
 */
public final class Latency {
  private static final int SIGNIFICANT_DIGITS = 3;
  private static final double NANOS_PER_MILLI = 1_000_000;

  private final Histogram total = newHistogram();
  private final Histogram second = newHistogram();
  private final Histogram doubtful = newHistogram();

  static Histogram newHistogram() {
    return new Histogram(SIGNIFICANT_DIGITS);
  }

  /** Adds one time, in nanoseconds; below zero counts as zero. */
  public void record(long elapsedNanos) {
    second.recordValue(Math.max(0, elapsedNanos));
  }

  /** Adds a time that is in part the generator's own lateness. */
  void recordDoubtful(long elapsedNanos) {
    doubtful.recordValue(Math.max(0, elapsedNanos));
  }

  /**
   * Ends a second.
   *
   * @param late whether the generator was late in it, so that all its times are doubtful
   * @return the times that were recorded in it and are not doubtful
   */
  Distribution endSecond(boolean late) {
    Distribution certain = late ? Distribution.EMPTY : Distribution.of(second);
    addTo(total, second);
    addTo(total, doubtful);
    second.reset();
    doubtful.reset();
    return certain;
  }

  private static void addTo(Histogram sum, Histogram part) {
    if (part.getTotalCount() > 0) {
      sum.add(part);
    }
  }

  private Histogram all() {
    Histogram all = total.copy();
    addTo(all, second);
    addTo(all, doubtful);
    return all;
  }

  /** All that has been recorded so far, in fixed steps. */
  Buckets buckets() {
    return Buckets.of(all());
  }

  /** All that has been recorded so far, as a line. */
  Curve curve() {
    return Curve.of(all());
  }

  /** All that has been recorded so far. */
  public Percentiles percentiles() {
    return percentiles(all());
  }

  static Percentiles percentiles(Histogram nanos) {
    return new Percentiles(
        nanos.getTotalCount(),
        nanos.getValueAtPercentile(50) / NANOS_PER_MILLI,
        nanos.getValueAtPercentile(90) / NANOS_PER_MILLI,
        nanos.getValueAtPercentile(99) / NANOS_PER_MILLI,
        nanos.getValueAtPercentile(99.9) / NANOS_PER_MILLI,
        nanos.getMaxValue() / NANOS_PER_MILLI);
  }
}
