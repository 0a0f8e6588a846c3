package simul.bots.swarm;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import simul.bots.measure.GeneratorHealth;
import simul.bots.measure.GeneratorSecond;

/**
 * How late the bots themselves are with what they do, and what they need for it. For the bots' own
 * thread.
 */
final class Punctuality {
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private long beginNanos;
  private long beginCpuNanos;
  private long mostLagNanos;
  private long secondNanos;
  private long secondCpuNanos;
  private long secondGcMillis;
  private long secondLagNanos;

  /** Play begins; what was late before does not count. */
  void begin(long nowNanos) {
    beginNanos = nowNanos;
    beginCpuNanos = threads.getCurrentThreadCpuTime();
    mostLagNanos = 0;
    beginSecond(nowNanos, 0);
  }

  private void beginSecond(long nowNanos, long lagNanos) {
    secondNanos = nowNanos;
    secondCpuNanos = threads.getCurrentThreadCpuTime();
    secondGcMillis = gcMillis();
    secondLagNanos = lagNanos;
  }

  /** Something is done that was due. */
  void doing(long dueNanos, long nowNanos) {
    long lagNanos = nowNanos - dueNanos;
    if (lagNanos > secondLagNanos) {
      secondLagNanos = lagNanos;
      mostLagNanos = Math.max(mostLagNanos, lagNanos);
    }
  }

  /** How the second went that should have ended at its due time. */
  GeneratorSecond endSecond(long dueNanos, long nowNanos) {
    doing(dueNanos, nowNanos);
    GeneratorSecond second =
        new GeneratorSecond(
            cpuPercent(secondCpuNanos, nowNanos - secondNanos),
            secondLagNanos / 1e6,
            gcMillis() - secondGcMillis);
    // If that was late, the next second has been late from its start.
    beginSecond(nowNanos, Math.max(0, nowNanos - dueNanos));
    return second;
  }

  /** How the play went, but for how many seconds were late. */
  GeneratorHealth endPlay(long nowNanos) {
    return new GeneratorHealth(
        cpuPercent(beginCpuNanos, nowNanos - beginNanos), mostLagNanos / 1e6, 0);
  }

  private double cpuPercent(long sinceCpuNanos, long elapsedNanos) {
    return 100.0 * (threads.getCurrentThreadCpuTime() - sinceCpuNanos) / Math.max(1, elapsedNanos);
  }

  private static long gcMillis() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
        .sum();
  }
}
