package simul.bots.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * One number of a result, by a name that thresholds use.
 *
 * @param reading the number in the dimension's own unit; empty when nothing was measured
 */
public record Metric(
    String name, Dimension dimension, Function<SwarmResult, OptionalDouble> reading) {

  /** What kind of number it is. */
  public enum Dimension {
    /** Milliseconds. */
    TIME,
    /** From 0 to 1. */
    SHARE,
    /** A second. */
    RATE,
    COUNT
  }

  private static final List<Metric> ALL = all();

  /** What there is, for messages. */
  static final String NAMES =
      "join, response, service and propagation with .p50, .p90, .p99, .p99.9 or .max,"
          + " generator.lag, reach, rate, moves.asked, moves.sent, moves.answered,"
          + " clients.admitted, clients.refused, violations, errors, errors.connect, errors.reset,"
          + " errors.closed, errors.timeout, errors.tool";

  private static List<Metric> all() {
    List<Metric> all = new ArrayList<>();
    times(all, "join", Times::join);
    times(all, "response", Times::response);
    times(all, "service", Times::service);
    times(all, "propagation", Times::propagation);
    all.add(of("generator.lag", Dimension.TIME, r -> r.generator().maxLagMillis()));
    all.add(
        new Metric(
            "reach", Dimension.SHARE, r -> when(r.sights().expected() > 0, r.sights().reach())));
    all.add(
        new Metric("rate", Dimension.RATE, r -> when(!r.playTime().isZero(), r.movesPerSecond())));
    all.add(count("moves.asked", r -> r.moves().asked()));
    all.add(count("moves.sent", r -> r.moves().sent()));
    all.add(count("moves.answered", r -> r.moves().answered()));
    all.add(count("clients.admitted", r -> r.clients().admitted()));
    all.add(count("clients.refused", r -> r.clients().refused()));
    all.add(count("violations", SwarmResult::violations));
    all.add(count("errors", r -> r.errors().total()));
    all.add(count("errors.connect", r -> r.errors().connect()));
    all.add(count("errors.reset", r -> r.errors().reset()));
    all.add(count("errors.closed", r -> r.errors().closed()));
    all.add(count("errors.timeout", r -> r.errors().timeout()));
    all.add(count("errors.tool", r -> r.errors().tool()));
    return List.copyOf(all);
  }

  private static void times(List<Metric> all, String name, Function<Times, Percentiles> which) {
    all.add(time(name + ".p50", which, Percentiles::p50));
    all.add(time(name + ".p90", which, Percentiles::p90));
    all.add(time(name + ".p99", which, Percentiles::p99));
    all.add(time(name + ".p99.9", which, Percentiles::p999));
    all.add(time(name + ".max", which, Percentiles::max));
  }

  private static Metric time(
      String name, Function<Times, Percentiles> which, ToDoubleFunction<Percentiles> value) {
    return new Metric(
        name,
        Dimension.TIME,
        result -> {
          Percentiles times = which.apply(result.times());
          return when(times.count() > 0, value.applyAsDouble(times));
        });
  }

  private static Metric count(String name, ToDoubleFunction<SwarmResult> value) {
    return of(name, Dimension.COUNT, value);
  }

  private static Metric of(String name, Dimension dimension, ToDoubleFunction<SwarmResult> value) {
    return new Metric(name, dimension, result -> OptionalDouble.of(value.applyAsDouble(result)));
  }

  private static OptionalDouble when(boolean measured, double value) {
    return measured ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  static Optional<Metric> find(String name) {
    return ALL.stream().filter(metric -> metric.name.equals(name)).findFirst();
  }

  static List<String> names() {
    return ALL.stream().map(Metric::name).toList();
  }
}
