package simul.bots.swarm;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import simul.bots.measure.GeneratorHealth;
import simul.spec.world.Board;

/** The bots move, each by its schedule, whether the target keeps up or not. */
final class Playing implements Phase {
  private static final long LATE_NANOS = GeneratorHealth.LATE_MILLIS * 1_000_000;

  private final Run run;
  private final Board board;
  private final List<Bot> bots;
  private final Schedule schedule;
  private final long startNanos;
  private final long playNanos;
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final long startCpuNanos = threads.getCurrentThreadCpuTime();
  private long mostLagNanos;
  private long lastLateSecond = -1;
  private int lateSeconds;

  Playing(Run run, long nowNanos) {
    this.run = run;
    this.board = Board.of(run.plan().protocol().spec().world());
    this.bots = new ArrayList<>(run.players());
    this.startNanos = nowNanos;
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
      send(bots.get(schedule.nextBot()), startNanos + schedule.nextNanos());
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
        && run.sightings().players() > 0;
  }

  private void send(Bot bot, long intendedNanos) {
    run.tally().asked(1, intendedNanos);
    Sightings sightings = run.sightings();
    if (!sightings.isPlaying(bot.number()) || !bot.connection().isWritable()) {
      return;
    }
    bot.nextMove(board, sightings.log(bot.number()).lastCell())
        .ifPresent(
            direction -> {
              long now = System.nanoTime();
              noteLag(now - intendedNanos, now);
              sightings.moved(bot.number(), direction, intendedNanos, now);
              bot.move(direction, sightings.log(bot.number()).lastCell());
            });
  }

  private void noteLag(long lagNanos, long nowNanos) {
    mostLagNanos = Math.max(mostLagNanos, lagNanos);
    long second = TimeUnit.NANOSECONDS.toSeconds(nowNanos - startNanos);
    if (lagNanos >= LATE_NANOS && second != lastLateSecond) {
      lastLateSecond = second;
      lateSeconds++;
    }
  }

  @Override
  public void tick(long nowNanos) {
    // Moves have timers of their own, finer than a tick.
  }

  @Override
  public boolean isOver(long nowNanos) {
    boolean stopped = run.isStopping() || run.sightings().players() == 0;
    return stopped || nowNanos - startNanos >= playNanos && !isWithinPlay();
  }

  @Override
  public Optional<Phase> conclude(long nowNanos) {
    run.endPlay(Math.min(playNanos, nowNanos - startNanos), health(nowNanos));
    return Optional.of(new Settling(run, nowNanos));
  }

  private GeneratorHealth health(long nowNanos) {
    double cpu = threads.getCurrentThreadCpuTime() - startCpuNanos;
    return new GeneratorHealth(
        100 * cpu / Math.max(1, nowNanos - startNanos), mostLagNanos / 1e6, lateSeconds);
  }

  long startNanos() {
    return startNanos;
  }
}
