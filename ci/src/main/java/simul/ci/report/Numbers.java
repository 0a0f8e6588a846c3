package simul.ci.report;

import java.util.Locale;

/** Numbers as the report of a swarm writes them, always with a unit where they have one. */
final class Numbers {
  private static final double SECOND_MILLIS = 1000;
  private static final int MINUTE = 60;

  private Numbers() {}

  /** A time, to what matters of it. */
  static String millis(double millis) {
    if (millis >= 10 * SECOND_MILLIS) {
      return trim("%.1f", millis / SECOND_MILLIS) + " s";
    }
    if (millis >= SECOND_MILLIS) {
      return trim("%.2f", millis / SECOND_MILLIS) + " s";
    }
    String format =
        millis >= 100 ? "%.0f" : millis >= 10 ? "%.1f" : millis >= 0.1 ? "%.2f" : "%.4f";
    return trim(format, millis) + " ms";
  }

  /** A count or a rate. */
  static String plain(double number) {
    return trim("%.1f", number);
  }

  /** A share in percent, never rounded up to all of it. */
  static String percent(double share) {
    return trim("%.2f", Math.floor(share * 10_000) / 100) + " %";
  }

  /** Seconds of a run: 75 s, from two minutes on 2:05. */
  static String clock(double seconds) {
    long whole = (long) Math.floor(seconds);
    return whole < 2 * MINUTE
        ? whole + " s"
        : String.format(Locale.ROOT, "%d:%02d", whole / MINUTE, whole % MINUTE);
  }

  private static String trim(String format, double number) {
    String text = String.format(Locale.ROOT, format, number);
    return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
  }
}
