package simul.bots.measure;

/**
 * Whether the bots themselves kept up: a late generator makes a server look slow.
 *
 * @param cpuPercent how much of one core the bots' thread used while they played
 * @param maxLagMillis the latest that something was done after it was due: a move, or a timer
 * @param lateSeconds in how many seconds after the warm-up that was {@link #LATE_MILLIS} or more
 */
public record GeneratorHealth(double cpuPercent, double maxLagMillis, int lateSeconds) {
  /** A tenth of what the course's own stress test takes for a sluggish server: 100 ms. */
  public static final long LATE_MILLIS = 10;
}
