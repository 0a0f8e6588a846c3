package simul.bots.swarm;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
    long next = startNanos + (seconds.size() + 1) * SECOND_NANOS;
    run.schedule(this::close, Math.max(0, next - System.nanoTime()));
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
    seconds.add(run.tally().second(seconds.size(), part(), clients, total - violations));
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

  List<Second> seconds() {
    return seconds;
  }
}
