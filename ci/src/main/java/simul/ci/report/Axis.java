package simul.ci.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * One axis of a drawing: where on it a value is, and where it is marked. Immutable.
 *
 * @param place the share of the axis, from 0 to 1, that lies before a value within it
 * @param ticks values to be written beside it, in order
 */
record Axis(DoubleUnaryOperator place, List<Double> ticks) {
  /** More steps than that are no help to the eye. */
  private static final int MOST_STEPS = 4;

  private static final int[] NICE = {1, 2, 5, 10};

  Axis {
    ticks = List.copyOf(ticks);
  }

  /** The share of the axis that lies before a value; a value beyond an end is at that end. */
  double share(double value) {
    return Math.max(0, Math.min(1, place.applyAsDouble(value)));
  }

  /** From 0 to the first round number that is not below the largest value. */
  static Axis linear(double most, double leastStep) {
    double step = niceStep(Math.max(most, leastStep) / MOST_STEPS, leastStep);
    double end = Math.max(step, Math.ceil(most / step - 1e-9) * step);
    List<Double> ticks = new ArrayList<>();
    for (int i = 0; i * step <= end + step / 2; i++) {
      ticks.add(i * step);
    }
    return new Axis(value -> value / end, ticks);
  }

  /** From 0 to a length that is given, with round marks. */
  static Axis span(double length, int mostTicks) {
    double step = niceStep(length / mostTicks, 1);
    List<Double> ticks = new ArrayList<>();
    for (int i = 0; i * step <= length; i++) {
      ticks.add(i * step);
    }
    return new Axis(value -> value / length, ticks);
  }

  private static double niceStep(double atLeast, double least) {
    double wanted = Math.max(atLeast, least);
    double power = Math.pow(10, Math.floor(Math.log10(wanted)));
    for (int nice : NICE) {
      if (nice * power >= wanted * (1 - 1e-9)) {
        return nice * power;
      }
    }
    return 10 * power;
  }

  /** Whole powers of ten around all values, so that neither the usual nor a spike is lost. */
  static Axis powers(double least, double most) {
    int low = (int) Math.floor(Math.log10(least));
    int high = Math.max(low + 1, (int) Math.ceil(Math.log10(most) - 1e-9));
    List<Double> ticks = new ArrayList<>();
    for (int power = low; power <= high; power++) {
      ticks.add(Math.pow(10, power));
    }
    return new Axis(value -> (Math.log10(value) - low) / (high - low), ticks);
  }

  /** Percentiles, with as much room for each further nine as for the first. */
  static Axis percentiles(long count) {
    int nines = Math.max(2, Math.min(6, (int) Math.ceil(Math.log10(Math.max(1, count)))));
    List<Double> ticks = new ArrayList<>(List.of(0.0, 50.0));
    for (int nine = 1; nine <= nines; nine++) {
      ticks.add(100 - Math.pow(10, 2 - nine));
    }
    return new Axis(
        percentile -> percentile >= 100 ? 1 : Math.log10(100 / (100 - percentile)) / nines, ticks);
  }
}
