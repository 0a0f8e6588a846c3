package simul.bots.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * One number of a result, by a name that thresholds use.
 *
 * @param reading the number in the dimension's own unit; empty when nothing was measured
 * @param ofSeconds the same of some seconds of a run, without those in which the bots were late
 *     where it is a time; empty for what is not known by the second
 */
public record Metric(
    String name,
    Dimension dimension,
    Function<SwarmResult, OptionalDouble> reading,
    Optional<Function<List<Second>, OptionalDouble>> ofSeconds) {

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

  /** Those of which there are windows. */
  static final String WINDOWED =
      "response, service, propagation, rate, moves.sent, moves.answered, violations and"
          + " generator.lag";

  private static List<Metric> all() {
    List<Metric> all = new ArrayList<>();
    times(all, "join", Times::join, null);
    times(all, "response", Times::response, SecondTimes::response);
    times(all, "service", Times::service, SecondTimes::service);
    times(all, "propagation", Times::propagation, SecondTimes::propagation);
    all.add(
        of("generator.lag", Dimension.TIME, r -> r.generator().maxLagMillis())
            .bySecond(
                seconds ->
                    seconds.stream().mapToDouble(second -> second.generator().lagMillis()).max()));
    all.add(
        new Metric(
            "reach",
            Dimension.SHARE,
            r -> when(r.sights().expected() > 0, r.sights().reach()),
            Optional.empty()));
    all.add(
        new Metric(
                "rate",
                Dimension.RATE,
                r -> when(!r.playTime().isZero(), r.movesPerSecond()),
                Optional.empty())
            .bySecond(Metric::rate));
    all.add(count("moves.asked", r -> r.moves().asked()));
    all.add(count("moves.sent", r -> r.moves().sent()).bySecond(sum(Second::sent)));
    all.add(count("moves.answered", r -> r.moves().answered()).bySecond(sum(Second::answered)));
    all.add(count("clients.admitted", r -> r.clients().admitted()));
    all.add(count("clients.refused", r -> r.clients().refused()));
    all.add(count("violations", SwarmResult::violations).bySecond(sum(Second::violations)));
    all.add(count("errors", r -> r.errors().total()));
    all.add(count("errors.connect", r -> r.errors().connect()));
    all.add(count("errors.reset", r -> r.errors().reset()));
    all.add(count("errors.closed", r -> r.errors().closed()));
    all.add(count("errors.timeout", r -> r.errors().timeout()));
    all.add(count("errors.tool", r -> r.errors().tool()));
    return List.copyOf(all);
  }

  private static void times(
      List<Metric> all,
      String name,
      Function<Times, Percentiles> which,
      Function<SecondTimes, Distribution> ofSecond) {
    all.add(time(name + ".p50", which, ofSecond, Percentiles::p50));
    all.add(time(name + ".p90", which, ofSecond, Percentiles::p90));
    all.add(time(name + ".p99", which, ofSecond, Percentiles::p99));
    all.add(time(name + ".p99.9", which, ofSecond, Percentiles::p999));
    all.add(time(name + ".max", which, ofSecond, Percentiles::max));
  }

  private static Metric time(
      String name,
      Function<Times, Percentiles> which,
      Function<SecondTimes, Distribution> ofSecond,
      ToDoubleFunction<Percentiles> value) {
    Metric metric =
        new Metric(
            name,
            Dimension.TIME,
            result -> value(which.apply(result.times()), value),
            Optional.empty());
    return ofSecond == null
        ? metric
        : metric.bySecond(
            seconds ->
                value(
                    Distribution.merged(
                        seconds.stream().map(second -> ofSecond.apply(second.times())).toList()),
                    value));
  }

  private static OptionalDouble value(Percentiles times, ToDoubleFunction<Percentiles> value) {
    return when(times.count() > 0, value.applyAsDouble(times));
  }

  /** Only while they play: what is answered after the last move says nothing of a rate. */
  private static OptionalDouble rate(List<Second> seconds) {
    boolean allPlay = seconds.stream().allMatch(second -> second.part() == Second.Part.PLAY);
    double answered = seconds.stream().mapToLong(Second::answered).sum();
    return when(allPlay && !seconds.isEmpty(), answered / seconds.size());
  }

  private static Function<List<Second>, OptionalDouble> sum(ToLongFunction<Second> number) {
    return seconds -> OptionalDouble.of(seconds.stream().mapToLong(number).sum());
  }

  private static Metric count(String name, ToDoubleFunction<SwarmResult> value) {
    return of(name, Dimension.COUNT, value);
  }

  private static Metric of(String name, Dimension dimension, ToDoubleFunction<SwarmResult> value) {
    return new Metric(
        name,
        dimension,
        result -> OptionalDouble.of(value.applyAsDouble(result)),
        Optional.empty());
  }

  private Metric bySecond(Function<List<Second>, OptionalDouble> ofThem) {
    return new Metric(name, dimension, reading, Optional.of(ofThem));
  }

  private static OptionalDouble when(boolean measured, double value) {
    return measured ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  /** Whether the bots' own lateness makes it larger. */
  boolean suffersFromLateness() {
    return dimension == Dimension.TIME && ofSeconds.isPresent() && !name.startsWith("generator.");
  }

  static Optional<Metric> find(String name) {
    return ALL.stream().filter(metric -> metric.name.equals(name)).findFirst();
  }

  static List<String> names() {
    return ALL.stream().map(Metric::name).toList();
  }
}
