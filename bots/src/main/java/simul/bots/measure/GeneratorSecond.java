package simul.bots.measure;

/**
 * Whether the bots themselves kept up in one second.
 *
 * @param cpuPercent how much of one core the bots' thread used
 * @param lagMillis the latest that something was done after it was due: a move, or a timer
 * @param gcMillis how long the garbage collector held everything up
 */
public record GeneratorSecond(double cpuPercent, double lagMillis, long gcMillis) {
  /** Nothing is known of it. */
  static final GeneratorSecond IDLE = new GeneratorSecond(0, 0, 0);

  /** Whether times of this second say as much of the bots as of the target. */
  public boolean isLate() {
    return lagMillis >= GeneratorHealth.LATE_MILLIS;
  }
}
