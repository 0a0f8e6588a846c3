package simul.conformance.fuzz;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.Stream;
import simul.conformance.probe.TargetUnreachable;
import simul.conformance.script.Outcome;
import simul.conformance.script.Script;

/**
 * The search for the smallest script that still breaks the target in the same way. Takes the first
 * smaller one that does, as long as there is one and time is left; what comes out was seen with
 * full patience.
 */
final class Shrinking {
  /** In the search, silence is believed in after this part of patience. */
  private static final int HASTE = 8;

  /** But not sooner than this: a busy machine can keep a right server waiting so long. */
  private static final Duration LEAST_HASTE = Duration.ofMillis(250);

  private final Bench bench;
  private final int limit;
  private final long endNanos;

  /**
   * A search to come.
   *
   * @param limit how many may play at once
   * @param time how long it may take
   */
  Shrinking(Bench bench, int limit, Duration time) {
    this.bench = bench;
    this.limit = limit;
    this.endNanos = System.nanoTime() + time.toNanos();
  }

  /**
   * The smallest script.
   *
   * @param first one that breaks the target, and how
   * @throws TargetUnreachable when there is no target any more
   */
  Outcome.Broke smallest(String ruleId, Outcome.Broke first) throws TargetUnreachable {
    Harm harm = Harm.of(first.finding().actual());
    Deque<Script> failing = new ArrayDeque<>();
    Set<Script> tried = new HashSet<>(Set.of(first.script()));
    Iterator<Script> candidates = candidates(first.script());
    while (candidates.hasNext() && System.nanoTime() < endNanos) {
      Script candidate = candidates.next();
      if (tried.add(candidate) && breaks(ruleId, candidate, harm)) {
        failing.push(candidate);
        candidates = candidates(candidate);
      }
    }
    for (Script script : failing) {
      if (bench.run(ruleId, script) instanceof Outcome.Broke broke && isLike(broke, harm)) {
        return broke;
      }
    }
    return first;
  }

  /** Whether a script breaks the target in the same way, as far as a short wait shows. */
  private boolean breaks(String ruleId, Script script, Harm harm) throws TargetUnreachable {
    Outcome outcome = bench.run(ruleId, script, haste());
    boolean like = isLike(outcome, harm);
    // Silence after a short wait is no sign of a mistake that showed without any wait.
    boolean silent =
        outcome instanceof Outcome.Broke broke && Harm.of(broke.finding().actual()) == Harm.SILENT;
    return like && silent && harm != Harm.SILENT ? isLike(bench.run(ruleId, script), harm) : like;
  }

  private Duration haste() {
    Duration part = bench.patience().dividedBy(HASTE);
    Duration least = part.compareTo(LEAST_HASTE) > 0 ? part : LEAST_HASTE;
    return least.compareTo(bench.patience()) > 0 ? bench.patience() : least;
  }

  /** The common mistakes show in the simplest scripts, so those are tried before all others. */
  private Iterator<Script> candidates(Script script) {
    Stream<Script> simplest =
        SimplestScripts.all().stream().filter(simple -> size(simple) < size(script));
    return Stream.concat(simplest, Reductions.of(script))
        .map(smaller -> Fairness.of(smaller, limit))
        .iterator();
  }

  private static int size(Script script) {
    return script.players() + script.steps().size();
  }

  private static boolean isLike(Outcome outcome, Harm harm) {
    return outcome instanceof Outcome.Broke broke && Harm.of(broke.finding().actual()).isLike(harm);
  }
}
