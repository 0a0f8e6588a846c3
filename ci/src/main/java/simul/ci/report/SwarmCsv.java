package simul.ci.report;

import java.util.Locale;
import simul.bots.measure.Percentiles;
import simul.bots.measure.Second;
import simul.bots.measure.SwarmResult;

/**
 * Each second of a {@code swarm} as a row of comma-separated values. Where no answer came, the
 * times are empty and not 0.
 */
public final class SwarmCsv {
  private static final String HEADER =
      "second,part,clients,moves_sent,moves_answered,"
          + "response_p50_ms,response_p99_ms,response_max_ms,violations,"
          + "generator_cpu_percent,generator_lag_ms,gc_ms,late";

  private SwarmCsv() {}

  /** All seconds from the start of play. */
  public static String of(SwarmResult result) {
    StringBuilder csv = new StringBuilder(HEADER).append('\n');
    result.seconds().forEach(second -> csv.append(row(second)).append('\n'));
    return csv.toString();
  }

  private static String row(Second second) {
    Percentiles response = second.response();
    String times =
        response.count() == 0
            ? ",,"
            : millis(response.p50()) + "," + millis(response.p99()) + "," + millis(response.max());
    return String.join(
        ",",
        String.valueOf(second.number()),
        second.part().word(),
        String.valueOf(second.clients()),
        String.valueOf(second.sent()),
        String.valueOf(second.answered()),
        times,
        String.valueOf(second.violations()),
        String.format(Locale.ROOT, "%.1f", second.generator().cpuPercent()),
        millis(second.generator().lagMillis()),
        String.valueOf(second.generator().gcMillis()),
        String.valueOf(second.generator().isLate()));
  }

  private static String millis(double millis) {
    return String.format(Locale.ROOT, "%.3f", millis);
  }
}
