package simul.bots.measure;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/**
 * A distribution of times in fixed steps, as monitoring systems add them up.
 *
 * @param counts for each of {@link #boundsSeconds}, how many times are at most that
 * @param count how many there are in all
 * @param sumSeconds all of them together
 */
public record Buckets(long[] counts, long count, double sumSeconds) {
  private static final double NANOS_PER_SECOND = 1e9;

  private static final double[] BOUNDS = {
    0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5,
    5, 10
  };

  /** The steps: from a hundredth of what the course calls a slow server's delay to ten seconds. */
  public static double[] boundsSeconds() {
    return BOUNDS.clone();
  }

  /** What a histogram of nanoseconds holds now. */
  static Buckets of(Histogram nanos) {
    long[] counts = new long[BOUNDS.length];
    double sum = 0;
    for (HistogramIterationValue value : nanos.recordedValues()) {
      double seconds = value.getValueIteratedTo() / NANOS_PER_SECOND;
      sum += seconds * value.getCountAddedInThisIterationStep();
      for (int i = BOUNDS.length - 1; i >= 0 && seconds <= BOUNDS[i]; i--) {
        counts[i] += value.getCountAddedInThisIterationStep();
      }
    }
    return new Buckets(counts, nanos.getTotalCount(), sum);
  }
}
