package simul.bots.swarm;

import java.net.InetSocketAddress;
import java.time.Duration;
import simul.spec.meaning.Protocol;

/**
 * What a swarm is to do.
 *
 * @param clients how many bots, at least 1
 * @param movesPerSecond of each bot, above 0
 * @param playTime how long moves are made
 * @param patience how long the target may take for the next thing that is due: to let a bot in, or
 *     to tell it of a move
 */
public record SwarmPlan(
    Protocol protocol,
    InetSocketAddress target,
    int clients,
    double movesPerSecond,
    Duration playTime,
    long seed,
    Duration patience) {
  /**
   * The handout's two seconds, in which a server has to notice that somebody has left, and one for
   * a busy machine.
   */
  public static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(3);

  public SwarmPlan {
    if (clients < 1) {
      throw new IllegalArgumentException("clients must be at least 1, but is " + clients);
    }
    if (!(movesPerSecond > 0)) {
      throw new IllegalArgumentException("moves a second must be above 0, not " + movesPerSecond);
    }
  }
}
