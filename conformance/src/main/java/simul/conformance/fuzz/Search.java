package simul.conformance.fuzz;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import simul.conformance.probe.TargetUnreachable;
import simul.conformance.script.Outcome;

/**
 * The way from a script that has broken the target to the smallest one that does: it is seen once
 * more, then made smaller. Whatever ends the search, what it has found so far is known. One thread.
 */
final class Search {
  /** A race needs not show every time. */
  private static final int CONFIRMATIONS = 3;

  private final Sample sample;
  private final boolean lost;
  private Outcome.Broke smallest;
  private boolean confirmed;
  private boolean gone;

  /**
   * A search to come.
   *
   * @param first how the script has broken the target
   * @param lost whether it has left no target that serves
   */
  Search(Sample sample, Outcome.Broke first, boolean lost) {
    this.sample = sample;
    this.smallest = first;
    this.lost = lost;
    this.confirmed = isCertain(first);
  }

  /** What has ended a process needs no second look. */
  private static boolean isCertain(Outcome.Broke broke) {
    return Harm.of(broke.finding().actual()).compareTo(Harm.STUCK) < 0;
  }

  /**
   * Searches.
   *
   * @param limit how many may play at once
   * @param time how long it may take from when the finding is confirmed
   * @param stopped whether somebody wants it to end
   * @throws TargetUnreachable when there is no target any more
   */
  void run(Bench bench, int limit, Supplier<Duration> time, BooleanSupplier stopped)
      throws TargetUnreachable {
    for (int i = 0; i < CONFIRMATIONS && !stopped.getAsBoolean(); i++) {
      Outcome outcome = bench.run(sample.ruleId(), sample.script());
      gone = outcome instanceof Outcome.Prevented;
      confirmed = confirmed || gone;
      if (outcome instanceof Outcome.Broke again) {
        confirmed = true;
        smallest = isCertain(smallest) ? smallest : again;
        smallest = new Shrinking(bench, limit, time.get()).smallest(sample.ruleId(), smallest);
        return;
      }
    }
  }

  /** Whether it was seen twice, or cannot be doubted. */
  boolean isConfirmed() {
    return confirmed;
  }

  /** Whether no clients can come together any more. */
  boolean isTargetGone() {
    return gone;
  }

  /**
   * What there is to tell.
   *
   * @param tries how many scripts had been tried when it was met
   * @param after how long it took until then
   */
  Discovery discovery(long tries, Duration after) {
    boolean bad = Symptom.isBad(smallest.script());
    Mutation mutation = bad || !sample.mutation().isBad() ? sample.mutation() : Mutation.NONE;
    return new Discovery(
        harm(),
        bad ? sample.ruleId() : mutation.ruleId(),
        mutation,
        smallest.finding(),
        smallest.script(),
        tries,
        after,
        confirmed,
        1,
        smallest.transcript());
  }

  /** What it does, or worse where nobody was let in afterwards. */
  private Harm harm() {
    Harm seen = Harm.of(smallest.finding().actual());
    return (lost || gone) && seen.compareTo(Harm.STUCK) > 0 ? Harm.STUCK : seen;
  }
}
