package simul.bots.swarm;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import simul.bots.measure.GeneratorSecond;
import simul.bots.measure.Second;

/** Writes down each second of a run, from the start of play until all is judged. */
final class Chronicle {
  private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Run run;
  private final List<Second> seconds = new ArrayList<>();
  private long startNanos;
  private long violations;
  private boolean begun;
  private boolean over;

  Chronicle(Run run) {
    this.run = run;
  }

  /** Play begins; what was found before counts in its first second. */
  void begin(long nowNanos) {
    startNanos = nowNanos;
    begun = true;
    awaitNext();
  }

  private void awaitNext() {
    run.schedule(this::close, Math.max(0, nextNanos() - System.nanoTime()));
  }

  private long nextNanos() {
    return startNanos + (seconds.size() + 1) * SECOND_NANOS;
  }

  private void close() {
    if (!over) {
      add();
      awaitNext();
    }
  }

  /** All is judged. */
  void end() {
    if (begun && !over) {
      over = true;
      add();
    }
  }

  private void add() {
    long total = run.umpire().violations().total();
    int clients = run.roster().inGame().size();
    long now = System.nanoTime();
    GeneratorSecond generator = run.punctuality().endSecond(Math.min(now, nextNanos()), now);
    seconds.add(run.tally().second(seconds.size(), part(), clients, total - violations, generator));
    violations = total;
  }

  private Second.Part part() {
    long beganNanos = seconds.size() * SECOND_NANOS;
    Load load = run.plan().load();
    if (beganNanos < load.warmUp().toNanos()) {
      return Second.Part.WARMUP;
    }
    return beganNanos < load.warmUp().plus(load.playTime()).toNanos()
        ? Second.Part.PLAY
        : Second.Part.SETTLE;
  }

  /** In how many seconds that count the bots themselves were late. */
  int lateSeconds() {
    return (int)
        seconds.stream()
            .filter(second -> second.part() != Second.Part.WARMUP && second.generator().isLate())
            .count();
  }

  List<Second> seconds() {
    return seconds;
  }
}
