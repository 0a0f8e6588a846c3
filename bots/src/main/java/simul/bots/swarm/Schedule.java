package simul.bots.swarm;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * When whose move is due: every bot moves at the same rate, each with its own random phase. Open:
 * nothing that the target does delays it. Times are nanoseconds from the start of play.
 */
final class Schedule {
  private final long[] phases;
  private final double periodNanos;
  private long next;

  /**
   * A schedule in which no two moves of a bot are closer than its period.
   *
   * @param bots how many, numbered by their phase
   * @param movesPerSecond of each bot
   */
  Schedule(int bots, double movesPerSecond, RandomGenerator random) {
    this.periodNanos = 1e9 / movesPerSecond;
    this.phases = new long[bots];
    Arrays.setAll(phases, bot -> (long) (random.nextDouble() * periodNanos));
    Arrays.sort(phases);
  }

  /** When the next move is due. */
  long nextNanos() {
    return phases[nextBot()] + Math.round(next / phases.length * periodNanos);
  }

  /** Whose move that is. */
  int nextBot() {
    return (int) (next % phases.length);
  }

  /** Goes on to the move after it. */
  void advance() {
    next++;
  }
}
