package simul.bots.measure;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import simul.spec.text.Suggestion;

/**
 * What must not hold of a result: a metric, a comparison and a bound, as in {@code response.p99 >
 * 50ms}.
 *
 * @param expression as it was written
 * @param bound in the unit of the metric's dimension
 */
public record Threshold(String expression, Metric metric, Comparison comparison, double bound) {
  private static final Pattern FORM =
      Pattern.compile(
          "\\s*([^\\s<>=]+)\\s*(>=|<=|>|<)\\s*(\\d{1,12}(?:\\.\\d{1,9})?)\\s*(\\S*)\\s*");

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
    double number = Double.parseDouble(matcher.group(3));
    double bound = number * unit(metric, matcher.group(4));
    if (metric.dimension() == Metric.Dimension.SHARE && bound > 1) {
      throw new IllegalArgumentException(
          name + " is a share, from 0 to 1 or from 0% to 100%, but its bound is " + bound);
    }
    return new Threshold(text.strip(), metric, Comparison.of(matcher.group(2)), bound);
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

  /** What the metric came to; empty when nothing was measured. */
  public OptionalDouble actual(SwarmResult result) {
    return metric.reading().apply(result);
  }

  /** How it came out. */
  public Outcome outcome(SwarmResult result) {
    OptionalDouble actual = actual(result);
    if (actual.isEmpty()) {
      return Outcome.UNMEASURED;
    }
    return comparison.holds(actual.getAsDouble(), bound) ? Outcome.BROKEN : Outcome.MET;
  }
}
