package simul.bots.swarm;

import java.time.Duration;
import simul.bots.behavior.Mix;

/**
 * How hard a swarm plays.
 *
 * @param clients how many bots, at least 1
 * @param joinsPerSecond how many of them connect a second, whatever the target does; infinite when
 *     each may connect as soon as those before it are in
 * @param movesPerSecond of each bot, above 0; infinite when each moves as soon as its last move has
 *     been answered
 * @param mix how they behave
 * @param warmUp how long moves are made that are checked but not measured; before the play time
 * @param playTime how long moves are made that are measured
 */
public record Load(
    int clients,
    double joinsPerSecond,
    double movesPerSecond,
    Mix mix,
    Duration warmUp,
    Duration playTime) {
  /** What one machine can connect, and its memory hold. */
  public static final int MOST_CLIENTS = 20_000;

  /** Of one bot: beyond what a server can tell apart from a flood. */
  public static final int MOST_MOVES_PER_SECOND = 10_000;

  public Load {
    if (clients < 1) {
      throw new IllegalArgumentException("clients must be at least 1, but is " + clients);
    }
    if (!(joinsPerSecond > 0)) {
      throw new IllegalArgumentException("joins a second must be above 0, not " + joinsPerSecond);
    }
    if (!(movesPerSecond > 0)) {
      throw new IllegalArgumentException("moves a second must be above 0, not " + movesPerSecond);
    }
  }

  /** Bots that come as they are let in, and are measured from their first move. */
  public static Load of(int clients, double movesPerSecond, Duration playTime) {
    return new Load(
        clients, Double.POSITIVE_INFINITY, movesPerSecond, Mix.WANDERERS, Duration.ZERO, playTime);
  }

  /** The same, but each moves as soon as its last move has been answered. */
  public Load closed() {
    return new Load(clients, joinsPerSecond, Double.POSITIVE_INFINITY, mix, warmUp, playTime);
  }

  /** The same, but so many connect a second. */
  public Load withRamp(double joins) {
    return new Load(clients, joins, movesPerSecond, mix, warmUp, playTime);
  }

  /** The same, but so long is played before anything is measured. */
  public Load withWarmUp(Duration before) {
    return new Load(clients, joinsPerSecond, movesPerSecond, mix, before, playTime);
  }

  /** The same, but they behave like this. */
  public Load withMix(Mix behaviors) {
    return new Load(clients, joinsPerSecond, movesPerSecond, behaviors, warmUp, playTime);
  }

  /** Whether bots wait for answers before they move on. */
  public boolean isClosed() {
    return Double.isInfinite(movesPerSecond);
  }

  /** Whether bots connect by the clock. */
  public boolean isRamped() {
    return Double.isFinite(joinsPerSecond);
  }

  /** When a bot is due to connect, in nanoseconds from the start; 0 for all without a ramp. */
  long joinNanos(int bot) {
    return Math.round(bot / joinsPerSecond * 1e9);
  }
}
