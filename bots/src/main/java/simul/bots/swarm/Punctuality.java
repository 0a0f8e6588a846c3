package simul.bots.swarm;

import java.util.concurrent.TimeUnit;
import simul.bots.measure.GeneratorHealth;

/** How late the bots themselves were with what they sent. */
final class Punctuality {
  private static final long LATE_NANOS = GeneratorHealth.LATE_MILLIS * 1_000_000;

  private final long startNanos;
  private long mostLagNanos;
  private long lastLateSecond = -1;
  private int lateSeconds;

  Punctuality(long startNanos) {
    this.startNanos = startNanos;
  }

  /** Something was sent that had been due. */
  void sent(long intendedNanos, long nowNanos) {
    long lagNanos = nowNanos - intendedNanos;
    mostLagNanos = Math.max(mostLagNanos, lagNanos);
    long second = TimeUnit.NANOSECONDS.toSeconds(nowNanos - startNanos);
    if (lagNanos >= LATE_NANOS && second != lastLateSecond) {
      lastLateSecond = second;
      lateSeconds++;
    }
  }

  double mostLagMillis() {
    return mostLagNanos / 1e6;
  }

  int lateSeconds() {
    return lateSeconds;
  }
}
