package simul.bots.measure;

import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import simul.spec.text.Suggestion;

/**
 * What must not hold of a result: a metric, a comparison and a bound, as in {@code response.p99 >
 * 50ms}; of the whole of it, or of any window of some seconds, as in {@code response.p99[10s] >
 * 80ms}. Times of seconds in which the bots themselves were late are left out.
 *
 * @param expression as it was written
 * @param windowSeconds how long each window is; 0 for the whole
 * @param bound in the unit of the metric's dimension
 */
public record Threshold(
    String expression, Metric metric, int windowSeconds, Comparison comparison, double bound) {
  private static final Pattern FORM =
      Pattern.compile(
          "\\s*([^\\s<>=\\[]+)(?:\\[([^\\]]*)])?\\s*(>=|<=|>|<)\\s*(\\d{1,12}(?:\\.\\d{1,9})?)\\s*(\\S*)\\s*");

  private static final Pattern WINDOW = Pattern.compile("([1-9]\\d{0,4})s");

  private static final double SHARE_OF_PERCENT = 0.01;

  /** What holds for every run, unless another threshold is on violations. */
  public static final Threshold NO_VIOLATIONS = parse("violations > 0");

  /** How a metric is held against its bound. */
  public enum Comparison {
    ABOVE(">"),
    AT_LEAST(">="),
    BELOW("<"),
    AT_MOST("<=");

    private final String sign;

    Comparison(String sign) {
      this.sign = sign;
    }

    private static Comparison of(String sign) {
      for (Comparison comparison : values()) {
        if (comparison.sign.equals(sign)) {
          return comparison;
        }
      }
      throw new IllegalArgumentException("no comparison " + sign);
    }

    /** Whether it is too much that must not be, and not too little. */
    private boolean isUpper() {
      return this == ABOVE || this == AT_LEAST;
    }

    private Comparison opposite() {
      return switch (this) {
        case ABOVE -> AT_MOST;
        case AT_LEAST -> BELOW;
        case BELOW -> AT_LEAST;
        case AT_MOST -> ABOVE;
      };
    }

    private boolean holds(double value, double bound) {
      return switch (this) {
        case ABOVE -> value > bound;
        case AT_LEAST -> value >= bound;
        case BELOW -> value < bound;
        case AT_MOST -> value <= bound;
      };
    }
  }

  /** How it came out. */
  public enum Outcome {
    /** It does not hold, so all is well. */
    MET,
    /** It holds. */
    BROKEN,
    /** There is nothing to hold against the bound. */
    UNMEASURED
  }

  /**
   * A threshold as it is written.
   *
   * @throws IllegalArgumentException when it is not one; the message says what would be
   */
  public static Threshold parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is not a metric, a comparison (> >= < <=) and a number,"
              + " as in 'response.p99 > 50ms', 'reach < 1' or 'violations > 0'");
    }
    String name = matcher.group(1);
    Metric metric =
        Metric.find(name)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no metric '"
                            + name
                            + "'"
                            + ": there are "
                            + Metric.NAMES
                            + Suggestion.phrase(name, Metric.names())));
    double number = Double.parseDouble(matcher.group(4));
    double bound = number * unit(metric, matcher.group(5));
    if (metric.dimension() == Metric.Dimension.SHARE && bound > 1) {
      throw new IllegalArgumentException(
          name + " is a share, from 0 to 1 or from 0% to 100%, but its bound is " + bound);
    }
    Comparison comparison = Comparison.of(matcher.group(3));
    return new Threshold(text.strip(), metric, window(metric, matcher.group(2)), comparison, bound);
  }

  private static int window(Metric metric, String window) {
    if (window == null) {
      return 0;
    }
    Matcher matcher = WINDOW.matcher(window);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          String.format(
              "%s[%s]: a window is of whole seconds from 1s to 99999s, as in '%s[10s]'",
              metric.name(), window, metric.name()));
    }
    if (metric.ofSeconds().isEmpty()) {
      throw new IllegalArgumentException(
          metric.name() + " has no windows: " + Metric.WINDOWED + " have");
    }
    return Integer.parseInt(matcher.group(1));
  }

  /** How much of the dimension's unit the written unit is. */
  private static double unit(Metric metric, String unit) {
    return switch (metric.dimension()) {
      case TIME ->
          switch (unit) {
            case "us" -> 0.001;
            case "ms" -> 1;
            case "s" -> 1000;
            default -> throw wrongUnit(metric, "is a time, in us, ms or s", unit);
          };
      case SHARE ->
          switch (unit) {
            case "" -> 1;
            case "%" -> SHARE_OF_PERCENT;
            default -> throw wrongUnit(metric, "is a share, a plain number or in %", unit);
          };
      case RATE ->
          switch (unit) {
            case "", "/s" -> 1;
            default -> throw wrongUnit(metric, "is a rate, a plain number or in /s", unit);
          };
      case COUNT -> {
        if (!unit.isEmpty()) {
          throw wrongUnit(metric, "is a count, a plain number", unit);
        }
        yield 1;
      }
    };
  }

  private static IllegalArgumentException wrongUnit(Metric metric, String what, String unit) {
    String actual = unit.isEmpty() ? "has no unit" : "is in '" + unit + "'";
    return new IllegalArgumentException(metric.name() + " " + what + ", but its bound " + actual);
  }

  /**
   * What the metric came to, without seconds in which the bots themselves were late if it is a time
   * and there are others; of windows, the one that comes nearest to what must not be. Empty when
   * nothing was measured.
   */
  public OptionalDouble actual(SwarmResult result) {
    if (windowSeconds > 0) {
      return worstWindow(result.seconds());
    }
    OptionalDouble certain = certain(result);
    return certain.isPresent() ? certain : metric.reading().apply(result);
  }

  /** Whether seconds were left out because the bots themselves were late in them. */
  public boolean leavesOut(SwarmResult result) {
    return metric.suffersFromLateness() && result.generator().lateSeconds() > 0;
  }

  /** Nothing when all of it is in doubt. */
  private OptionalDouble certain(SwarmResult result) {
    return leavesOut(result)
        ? metric.ofSeconds().orElseThrow().apply(result.seconds())
        : metric.reading().apply(result);
  }

  private OptionalDouble worstWindow(List<Second> seconds) {
    DoubleStream values =
        IntStream.rangeClosed(0, seconds.size() - windowSeconds)
            .mapToObj(first -> seconds.subList(first, first + windowSeconds))
            .map(metric.ofSeconds().orElseThrow())
            .flatMapToDouble(OptionalDouble::stream);
    return comparison.isUpper() ? values.max() : values.min();
  }

  /** What must not be where this must: of the same expression, with the opposite comparison. */
  public Threshold opposite() {
    return new Threshold(expression, metric, windowSeconds, comparison.opposite(), bound);
  }

  /** How it came out. */
  public Outcome outcome(SwarmResult result) {
    OptionalDouble value = windowSeconds > 0 ? actual(result) : certain(result);
    if (value.isPresent()) {
      return comparison.holds(value.getAsDouble(), bound) ? Outcome.BROKEN : Outcome.MET;
    }
    // What the bots' own lateness has not made too large was not too large without it.
    OptionalDouble doubtful = metric.reading().apply(result);
    boolean surely =
        windowSeconds == 0
            && comparison.isUpper()
            && doubtful.isPresent()
            && !comparison.holds(doubtful.getAsDouble(), bound);
    return surely ? Outcome.MET : Outcome.UNMEASURED;
  }
}
