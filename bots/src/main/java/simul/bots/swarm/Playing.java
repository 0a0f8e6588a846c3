package simul.bots.swarm;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import simul.bots.measure.GeneratorHealth;

/** The bots move, each by its schedule, whether the target keeps up or not. */
final class Playing implements Phase {
  private final Run run;
  private final List<Bot> bots;
  private final Schedule schedule;
  private final Punctuality punctuality;
  private final Conduct conduct;
  private final long startNanos;
  private final long playNanos;
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final long startCpuNanos = threads.getCurrentThreadCpuTime();

  Playing(Run run, long nowNanos) {
    this.run = run;
    this.bots = run.players().stream().filter(bot -> bot.behavior().moves()).toList();
    this.startNanos = nowNanos;
    this.punctuality = new Punctuality(nowNanos);
    this.conduct = new Conduct(run, punctuality);
    Load load = run.plan().load();
    this.playNanos = load.warmUp().plus(load.playTime()).toNanos();
    this.schedule =
        bots.isEmpty()
            ? null
            : new Schedule(
                bots.size(), load.movesPerSecond(), new SplittableRandom(run.plan().seed()));
  }

  /** Makes every move that is due, then sleeps until the next one is. */
  void sendAllDue() {
    long now = System.nanoTime();
    while (isWithinPlay() && startNanos + schedule.nextNanos() <= now) {
      conduct.takeTurn(bots.get(schedule.nextBot()), startNanos + schedule.nextNanos());
      schedule.advance();
    }
    if (isWithinPlay()) {
      long wait = Math.max(0, startNanos + schedule.nextNanos() - System.nanoTime());
      run.schedule(this::sendAllDue, wait);
    }
  }

  private boolean isWithinPlay() {
    return schedule != null
        && schedule.nextNanos() < playNanos
        && !run.isStopping()
        && run.anybodyPlays();
  }

  @Override
  public void tick(long nowNanos) {
    // Moves have timers of their own, finer than a tick.
    run.absences().tick(nowNanos);
  }

  @Override
  public boolean isOver(long nowNanos) {
    boolean stopped = run.isStopping() || !run.anybodyPlays();
    return stopped || nowNanos - startNanos >= playNanos && !isWithinPlay();
  }

  @Override
  public Optional<Phase> conclude(long nowNanos) {
    conduct.end();
    run.absences().end();
    run.endPlay(Math.min(playNanos, nowNanos - startNanos), health(nowNanos));
    return Optional.of(new Settling(run, nowNanos));
  }

  private GeneratorHealth health(long nowNanos) {
    double cpu = threads.getCurrentThreadCpuTime() - startCpuNanos;
    return new GeneratorHealth(
        100 * cpu / Math.max(1, nowNanos - startNanos),
        punctuality.mostLagMillis(),
        punctuality.lateSeconds());
  }

  long startNanos() {
    return startNanos;
  }
}
