package simul.bots.swarm;

import java.util.Optional;

/**
 * The bots end their sending halves and let the target close, so that nobody's last packets meet a
 * closed socket. Nothing is judged any more.
 */
final class Leaving implements Phase {
  /** A target that follows at once takes microseconds; one that never does is not waited for. */
  private static final long FAREWELL_NANOS = 300_000_000;

  private final Run run;
  private final long startNanos;

  Leaving(Run run, long nowNanos) {
    this.run = run;
    this.startNanos = nowNanos;
    run.roster().bots().forEach(Bot::leave);
  }

  @Override
  public void tick(long nowNanos) {
    // The targets' closes come by themselves.
  }

  @Override
  public boolean isOver(long nowNanos) {
    return nowNanos - startNanos > FAREWELL_NANOS
        || run.roster().bots().stream().noneMatch(bot -> bot.state() == Bot.State.LEAVING);
  }

  @Override
  public Optional<Phase> conclude(long nowNanos) {
    return Optional.empty();
  }
}
