package simul.bots.measure;

import org.HdrHistogram.Histogram;

/**
 * A distribution of times, to three significant digits. One thread records; any may read what
 * {@link #percentiles} returned.
 */
public final class Latency {
  private static final int SIGNIFICANT_DIGITS = 3;
  private static final double NANOS_PER_MILLI = 1_000_000;

  private final Histogram nanos = new Histogram(SIGNIFICANT_DIGITS);

  /** Adds one time, in nanoseconds; below zero counts as zero. */
  public void record(long elapsedNanos) {
    nanos.recordValue(Math.max(0, elapsedNanos));
  }

  /** Begins anew. */
  void reset() {
    nanos.reset();
  }

  /** What has been recorded so far, in fixed steps. */
  Buckets buckets() {
    return Buckets.of(nanos);
  }

  /** What has been recorded so far, as a line. */
  Curve curve() {
    return Curve.of(nanos);
  }

  /** What has been recorded so far. */
  public Percentiles percentiles() {
    return new Percentiles(
        nanos.getTotalCount(),
        nanos.getValueAtPercentile(50) / NANOS_PER_MILLI,
        nanos.getValueAtPercentile(90) / NANOS_PER_MILLI,
        nanos.getValueAtPercentile(99) / NANOS_PER_MILLI,
        nanos.getValueAtPercentile(99.9) / NANOS_PER_MILLI,
        nanos.getMaxValue() / NANOS_PER_MILLI);
  }
}
