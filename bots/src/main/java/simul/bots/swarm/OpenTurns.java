package simul.bots.swarm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Turns by the clock, whether the target keeps up or not. */
final class OpenTurns implements Turns {
  private final Run run;
  private final List<Bot> bots;
  private final Set<Bot> scheduled;
  private final Conduct conduct;
  private final long startNanos;
  private final long playNanos;
  private final Schedule schedule;
  private long alarm;

  /**
   * Turns for these bots.
   *
   * @param bots who ever move
   */
  OpenTurns(Run run, List<Bot> bots, Conduct conduct, long startNanos, long playNanos) {
    this.run = run;
    this.bots = new ArrayList<>(bots);
    this.scheduled = new HashSet<>(bots);
    this.conduct = conduct;
    this.startNanos = startNanos;
    this.playNanos = playNanos;
    double rate = run.plan().load().movesPerSecond();
    this.schedule = new Schedule(bots.size(), rate, new SplittableRandom(run.plan().seed()));
  }

  @Override
  public void begin() {
    takeAllDue(System.nanoTime());
    awaitNext();
  }

  /** Gives every turn that is due. */
  private void takeAllDue(long nowNanos) {
    while (isPlaying() && startNanos + schedule.nextNanos() - nowNanos <= 0) {
      conduct.takeTurn(bots.get(schedule.nextBot()), startNanos + schedule.nextNanos());
      schedule.advance();
    }
  }

  /** Sleeps until the next turn is due. */
  private void awaitNext() {
    long mine = ++alarm;
    if (isPlaying()) {
      run.schedule(
          () -> {
            if (mine == alarm) {
              takeAllDue(System.nanoTime());
              awaitNext();
            }
          },
          Math.max(0, startNanos + schedule.nextNanos() - System.nanoTime()));
    }
  }

  private boolean isPlaying() {
    return !isDone() && !run.isStopping() && run.anybodyPlays();
  }

  @Override
  public void add(List<Bot> more) {
    List<Bot> fresh = more.stream().filter(scheduled::add).toList();
    long now = System.nanoTime();
    takeAllDue(now);
    schedule.add(fresh.size(), now - startNanos);
    bots.addAll(fresh);
    awaitNext();
  }

  /** What was due until now is due as before, however late it is. */
  @Override
  public void changeRate(double movesPerSecond) {
    long now = System.nanoTime();
    takeAllDue(now);
    schedule.changeRate(movesPerSecond, now - startNanos);
    awaitNext();
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
