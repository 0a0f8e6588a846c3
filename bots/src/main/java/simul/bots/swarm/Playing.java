package simul.bots.swarm;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The bots take their turns. */
final class Playing implements Phase {
  private final Run run;
  private final Conduct conduct;
  private final Turns turns;
  private final long startNanos;
  private final long playNanos;

  Playing(Run run, long nowNanos) {
    this.run = run;
    List<Bot> bots = run.players().stream().filter(bot -> bot.behavior().moves()).toList();
    this.startNanos = nowNanos;
    this.conduct = new Conduct(run);
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
    run.endPlay(elapsedNanos, run.punctuality().endPlay(nowNanos));
    return Optional.of(new Settling(run, nowNanos));
  }

  long startNanos() {
    return startNanos;
  }
}
