package simul.bots.swarm;

import java.net.InetSocketAddress;
import java.time.Duration;
import simul.spec.meaning.Protocol;

/**
 * What a swarm is to do.
 *
 * @param patience how long the target may take for the next thing that is due: to let a bot in, or
 *     to tell it of a move
 * @param observers which bots are held against all that they are told
 */
public record SwarmPlan(
    Protocol protocol,
    InetSocketAddress target,
    Load load,
    long seed,
    Duration patience,
    Observers observers) {
  /**
   * The handout's two seconds, in which a server has to notice that somebody has left, and one for
   * a busy machine.
   */
  public static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(3);

  /** A plan in which as many bots observe as it takes little to keep a view for. */
  public SwarmPlan(
      Protocol protocol, InetSocketAddress target, Load load, long seed, Duration patience) {
    this(
        protocol,
        target,
        load,
        seed,
        patience,
        Observers.of(protocol.spec().world(), load.clients()));
  }

  /**
   * Whether every move that changes a cell is answered for certain, so that a bot can wait for the
   * answer.
   */
  public static boolean isEveryMoveAnswered(Protocol protocol) {
    return Sightings.isJudged(protocol.spec().world());
  }
}
