package simul.bots.capacity;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import simul.bots.capacity.Outcome.Ruling;
import simul.bots.measure.Second;
import simul.bots.measure.SwarmResult;
import simul.bots.measure.Threshold;

/**
 * Whether a target has borne a load. Who did not bear it is decided by whether the bots themselves
 * kept up: when they did not, nothing is said of the target. Pure.
 *
 * @param limit what must hold
 */
record Appraisal(Threshold limit) {
  /**
   * So much of what was asked must have come, as the open schedule's last moves are on their way.
   */
  private static final double ENOUGH = 0.97;

  /** How a step went, whose moves were asked at that rate. */
  Outcome of(SwarmResult result, Axis axis, int clients, double movesPerSecond) {
    double answered = answeredPerSecond(result);
    double achieved = axis == Axis.RATE ? answered : result.clients().admitted();
    boolean late = isMostlyLate(result);
    if (result.violations() > 0) {
      return new Outcome(Ruling.TARGET, achieved, "rules were broken: " + result.violations());
    }
    if (result.errors().total() - result.errors().tool() > 0) {
      return new Outcome(
          Ruling.TARGET,
          achieved,
          "connections failed: " + (result.errors().total() - result.errors().tool()));
    }
    if (result.clients().admitted() < clients) {
      Ruling ruling = result.errors().tool() > 0 ? Ruling.GENERATOR : Ruling.TARGET;
      String text = "only " + result.clients().admitted() + " of " + clients + " bots got in";
      return new Outcome(ruling, achieved, text);
    }
    Threshold.Outcome held = limit.opposite().outcome(result);
    boolean enough = answered >= ENOUGH * movesPerSecond;
    if (held == Threshold.Outcome.MET && enough) {
      return new Outcome(Ruling.HELD, achieved, "");
    }
    if (held == Threshold.Outcome.UNMEASURED || late) {
      return new Outcome(Ruling.GENERATOR, achieved, lateness(result));
    }
    return new Outcome(
        Ruling.TARGET,
        achieved,
        held == Threshold.Outcome.BROKEN
            ? actual(result)
            : String.format(
                Locale.ROOT,
                "%.0f of %.0f moves a second were answered",
                answered,
                movesPerSecond));
  }

  private String actual(SwarmResult result) {
    return String.format(
            Locale.ROOT,
            "%s is %.2f",
            limit.metric().name(),
            limit.opposite().actual(result).orElseThrow())
        + switch (limit.metric().dimension()) {
          case TIME -> " ms";
          case RATE -> "/s";
          case SHARE, COUNT -> "";
        };
  }

  private static String lateness(SwarmResult result) {
    return String.format(
        Locale.ROOT,
        "the bots themselves were late in %d of %d s, at most by %.0f ms, with %.0f %% of a core",
        result.generator().lateSeconds(),
        measured(result).size(),
        result.generator().maxLagMillis(),
        result.generator().cpuPercent());
  }

  private static boolean isMostlyLate(SwarmResult result) {
    return result.generator().lateSeconds() * 2 > measured(result).size();
  }

  private static List<Second> measured(SwarmResult result) {
    return result.seconds().stream().filter(second -> second.part() != Second.Part.WARMUP).toList();
  }

  /** While moves were made: what came only later shows that the target fell behind. */
  private static double answeredPerSecond(SwarmResult result) {
    Duration end = result.warmUp().plus(result.playTime());
    List<Second> full =
        result.seconds().stream()
            .filter(second -> second.part() == Second.Part.PLAY)
            .filter(second -> Duration.ofSeconds(second.number() + 1).compareTo(end) <= 0)
            .toList();
    return full.isEmpty()
        ? result.movesPerSecond()
        : (double) full.stream().mapToLong(Second::answered).sum() / full.size();
  }
}
