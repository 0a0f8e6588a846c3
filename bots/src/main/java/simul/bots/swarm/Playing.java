package simul.bots.swarm;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import simul.bots.measure.GeneratorHealth;

/** The bots take their turns. */
final class Playing implements Phase {
  private final Run run;
  private final Punctuality punctuality;
  private final Conduct conduct;
  private final Turns turns;
  private final long startNanos;
  private final long playNanos;
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final long startCpuNanos = threads.getCurrentThreadCpuTime();

  Playing(Run run, long nowNanos) {
    this.run = run;
    List<Bot> bots = run.players().stream().filter(bot -> bot.behavior().moves()).toList();
    this.startNanos = nowNanos;
    this.punctuality = new Punctuality(nowNanos);
    this.conduct = new Conduct(run, punctuality);
    Load load = run.plan().load();
    this.playNanos = load.warmUp().plus(load.playTime()).toNanos();
    this.turns = turns(bots);
  }

  private Turns turns(List<Bot> bots) {
    return run.plan().load().isClosed()
        ? new ClosedTurns(run, bots, conduct, startNanos + playNanos)
        : new OpenTurns(run, bots, conduct, startNanos, playNanos);
  }

  /** The first turns. */
  void begin() {
    turns.begin();
  }

  /** These have turns from now on, if they ever move. */
  void add(List<Bot> bots) {
    turns.add(bots.stream().filter(bot -> bot.behavior().moves()).toList());
  }

  /** Each bot makes so many moves a second from now on. */
  void changeRate(double movesPerSecond) {
    turns.changeRate(movesPerSecond);
  }

  @Override
  public void tick(long nowNanos) {
    run.steering().tick(this, nowNanos);
    turns.tick(nowNanos);
    run.absences().tick(nowNanos);
    run.headcount().tick(nowNanos);
  }

  @Override
  public boolean isOver(long nowNanos) {
    boolean stopped = run.isStopping() || !run.anybodyPlays();
    return stopped || nowNanos - startNanos >= playNanos && turns.isDone();
  }

  @Override
  public Optional<Phase> conclude(long nowNanos) {
    conduct.end();
    run.absences().end();
    run.headcount().end();
    long elapsedNanos = Math.min(playNanos, nowNanos - startNanos);
    run.steering().end(Duration.ofNanos(elapsedNanos));
    run.endPlay(elapsedNanos, health(nowNanos));
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
