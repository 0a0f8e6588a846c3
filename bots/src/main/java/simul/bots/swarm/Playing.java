package simul.bots.swarm;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Optional;
import simul.bots.measure.GeneratorHealth;

/** The bots take their turns. */
final class Playing implements Phase {
  private final Run run;
  private final Punctuality punctuality;
  private final Conduct conduct;
  private final Optional<Turns> turns;
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
    this.turns = bots.isEmpty() ? Optional.empty() : Optional.of(turns(bots));
  }

  private Turns turns(List<Bot> bots) {
    return run.plan().load().isClosed()
        ? new ClosedTurns(run, bots, conduct, startNanos + playNanos)
        : new OpenTurns(run, bots, conduct, startNanos, playNanos);
  }

  /** The first turns. */
  void begin() {
    turns.ifPresent(Turns::begin);
  }

  @Override
  public void tick(long nowNanos) {
    turns.ifPresent(source -> source.tick(nowNanos));
    run.absences().tick(nowNanos);
  }

  @Override
  public boolean isOver(long nowNanos) {
    boolean stopped = run.isStopping() || !run.anybodyPlays();
    return stopped || nowNanos - startNanos >= playNanos && turns.map(Turns::isDone).orElse(true);
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
