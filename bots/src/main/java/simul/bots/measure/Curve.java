package simul.bots.measure;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/**
 * A distribution of times as a line from the fastest to the slowest, with more points the rarer
 * they get: as many between 90 % and 99 % as between 99 % and 99.9 %.
 */
public record Curve(List<Point> points) {
  /** Nothing was recorded. */
  public static final Curve EMPTY = new Curve(List.of());

  /** Points for each halving of what is above; smooth enough to draw. */
  private static final int TICKS = 5;

  private static final double NANOS_PER_MILLI = 1e6;

  /**
   * One point of it.
   *
   * @param percentile how many of a hundred times are at most that
   */
  public record Point(double percentile, double millis) {}

  public Curve {
    points = List.copyOf(points);
  }

  /** What a histogram of nanoseconds holds now. */
  static Curve of(Histogram nanos) {
    List<Point> points = new ArrayList<>();
    if (nanos.getTotalCount() > 0) {
      for (HistogramIterationValue value : nanos.percentiles(TICKS)) {
        points.add(
            new Point(
                value.getPercentileLevelIteratedTo(),
                value.getValueIteratedTo() / NANOS_PER_MILLI));
      }
    }
    return new Curve(points);
  }
}
