package simul.conformance.suite;

import static simul.conformance.script.Step.Farewell.CLOSE;
import static simul.conformance.script.Step.Farewell.RESET;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.random.RandomGenerator;
import simul.conformance.check.Check;
import simul.conformance.kernel.Footprint;
import simul.conformance.script.Effort;
import simul.conformance.script.Outcome;
import simul.conformance.script.Script;
import simul.conformance.script.Target;
import simul.conformance.script.Trial;
import simul.conformance.verdict.Evidence;
import simul.conformance.verdict.Expectation;
import simul.conformance.verdict.Finding;
import simul.conformance.verdict.Observation;
import simul.conformance.verdict.Stimulus;

/**
 * What a server takes and never gives back: the same is done three times over. The first time it
 * may grow as it likes; if it then grows both times by more than chance would have it, it grows
 * without bound.
 */
public final class GrowthChecks {
  /** The rules that are judged by what a server keeps. */
  public static final Set<String> RULES = Set.of("BAD-013", "LIFE-003");

  private static final long MEBIBYTE = 1 << 20;

  /** A heap's own noise is below that; what is looked for is more. */
  private static final long LEAST_GROWTH = 2 * MEBIBYTE;

  /** The heap of this process has other tenants. */
  private static final long LEAST_OWN_GROWTH = 12 * MEBIBYTE;

  private static final int GARBAGE_BYTES = 1 << 20;

  private GrowthChecks() {}

  /** One client's script, played again and again. */
  @FunctionalInterface
  private interface Round {
    Optional<Script> script(Target target, RandomGenerator random);
  }

  /** Garbage, tens of MiB of it each time. */
  static Check garbage() {
    return new Check("BAD-013", (target, random) -> run(target, random, GrowthChecks::sendGarbage));
  }

  /** Joins and leaves, some hundreds each time. */
  static Check connections() {
    return new Check("LIFE-003", (target, random) -> run(target, random, GrowthChecks::comeAndGo));
  }

  private static Optional<Script> sendGarbage(Target target, RandomGenerator random) {
    Script.Builder script = new Script.Builder(1);
    BadPackets bad = new BadPackets(target.protocol());
    for (int round = 0; round < target.effort().of(16, 40, 64); round++) {
      Optional<byte[]> garbage = bad.garbage(random, GARBAGE_BYTES);
      if (garbage.isEmpty()) {
        return Optional.empty();
      }
      script.arrive(1).settle().misbehave(1, garbage.get(), false).walk(0, 0, 0).settle();
      // Unlike a reset, a close leaves a server all of the garbage to read.
      script.leave(1, CLOSE).settle();
    }
    return Optional.of(script.build());
  }

  private static Optional<Script> comeAndGo(Target target, RandomGenerator random) {
    Script.Builder script = new Script.Builder(1);
    for (int round = 0; round < target.effort().of(60, 150, 2000); round++) {
      script.arrive(1).leave(1, random.nextBoolean() ? CLOSE : RESET).settle();
    }
    return Optional.of(script.build());
  }

  private static Outcome run(Target target, RandomGenerator random, Round round) {
    if (target.protocol().spec().world().maxClients() < 2) {
      return new Outcome.NotApplicable("it takes 2 clients at once");
    }
    if (target.effort() == Effort.QUICK) {
      return Scene.tooLong();
    }
    Optional<Footprint> found = Footprint.of(target.address());
    if (found.isEmpty() || found.get().bytes().isEmpty()) {
      return new Outcome.NotApplicable("the server's process cannot be seen from here");
    }
    if (found.get().isCollected()) {
      return new Outcome.NotApplicable("the server's runtime frees memory when it pleases");
    }
    if (found.get().isOwn() && !target.alone()) {
      return new Outcome.NotApplicable("other servers run in this program as well");
    }
    return measure(target, random, round, found.get());
  }

  private static Outcome measure(
      Target target, RandomGenerator random, Round round, Footprint footprint) {
    long least = footprint.isOwn() ? LEAST_OWN_GROWTH : LEAST_GROWTH;
    long smallest = Long.MAX_VALUE;
    long before = 0;
    Script last = null;
    for (int time = 0; time < 3; time++) {
      Optional<Script> script = round.script(target, random);
      if (script.isEmpty()) {
        return new Outcome.NotApplicable("any bytes are packets of this protocol");
      }
      last = script.get();
      Outcome outcome = Trial.run(target, last);
      OptionalLong now = footprint.bytes();
      if (!(outcome instanceof Outcome.Held) || now.isEmpty()) {
        return outcome;
      }
      smallest = time == 0 ? smallest : Math.min(smallest, now.getAsLong() - before);
      before = now.getAsLong();
    }
    return smallest < least
        ? new Outcome.Held(Evidence.PROVEN)
        : new Outcome.Broke(finding(smallest, least), last);
  }

  private static Finding finding(long grown, long least) {
    return new Finding(
        new Stimulus(java.util.List.of(), Evidence.PROVEN),
        new Expectation.NoGrowth(least / MEBIBYTE),
        new Observation.Grown(Script.letter(0), grown / MEBIBYTE),
        new byte[0],
        Optional.empty(),
        Optional.empty());
  }
}
