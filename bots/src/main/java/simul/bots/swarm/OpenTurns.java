package simul.bots.swarm;

import java.util.List;
import java.util.SplittableRandom;

/** Turns by the clock, whether the target keeps up or not. */
final class OpenTurns implements Turns {
  private final Run run;
  private final List<Bot> bots;
  private final Conduct conduct;
  private final long startNanos;
  private final long playNanos;
  private final Schedule schedule;

  /**
   * Turns for these bots.
   *
   * @param bots who ever move; at least one
   */
  OpenTurns(Run run, List<Bot> bots, Conduct conduct, long startNanos, long playNanos) {
    this.run = run;
    this.bots = bots;
    this.conduct = conduct;
    this.startNanos = startNanos;
    this.playNanos = playNanos;
    double rate = run.plan().load().movesPerSecond();
    this.schedule = new Schedule(bots.size(), rate, new SplittableRandom(run.plan().seed()));
  }

  @Override
  public void begin() {
    takeAllDue();
  }

  /** Gives every turn that is due, then sleeps until the next one is. */
  private void takeAllDue() {
    long now = System.nanoTime();
    while (isPlaying() && startNanos + schedule.nextNanos() - now <= 0) {
      conduct.takeTurn(bots.get(schedule.nextBot()), startNanos + schedule.nextNanos());
      schedule.advance();
    }
    if (isPlaying()) {
      long wait = Math.max(0, startNanos + schedule.nextNanos() - System.nanoTime());
      run.schedule(this::takeAllDue, wait);
    }
  }

  private boolean isPlaying() {
    return !isDone() && !run.isStopping() && run.anybodyPlays();
  }

  @Override
  public void tick(long nowNanos) {
    // Turns have timers of their own, finer than a tick.
  }

  @Override
  public boolean isDone() {
    return schedule.nextNanos() >= playNanos;
  }
}
