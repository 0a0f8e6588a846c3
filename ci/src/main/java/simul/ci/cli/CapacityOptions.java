package simul.ci.cli;

import java.time.Duration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import simul.bots.capacity.Axis;
import simul.bots.measure.Threshold;
import simul.bots.swarm.Load;

/** {@code --find-capacity} and {@code --limit}: how much does the server bear? */
final class CapacityOptions {
  /** Long enough that 3 % too much shows in a limit of 100 ms, and twenty steps are no hour. */
  private static final Duration EACH_STEP = Duration.ofSeconds(3);

  /** Where the course's own stress test stops adding bots. */
  private static final Threshold DEFAULT_LIMIT = Threshold.parse("response.p99 < 100ms");

  @Option(
      names = "--find-capacity",
      paramLabel = "rate|clients",
      arity = "0..1",
      fallbackValue = "RATE",
      description =
          "Look for the most moves a second, or bots, that --limit allows, in steps of --duration"
              + " (here 3s by default).")
  private Axis axis;

  @Option(
      names = "--limit",
      paramLabel = "EXPRESSION",
      converter = SwarmCommand.ThresholdText.class,
      description = "What --find-capacity holds the server to (default: 'response.p99 < 100ms').")
  private Threshold limit;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /** Whether a search is wanted at all. */
  boolean isWanted() {
    return axis != null;
  }

  Axis axis() {
    return axis;
  }

  Threshold limit() {
    return limit == null ? DEFAULT_LIMIT : limit;
  }

  /** Refuses what does not go together. */
  void check(Load load) {
    if (limit != null && axis == null) {
      throw CommandFailure.usage(
          "--limit is for --find-capacity; a single run has --fail-if, which says the opposite");
    }
    if (axis != null && load.isClosed()) {
      throw CommandFailure.usage(
          "--find-capacity needs --think open: with closed the answers set the rate");
    }
    if (limit != null && limit.windowSeconds() > step(load).playTime().toSeconds()) {
      throw CommandFailure.usage(
          String.format(
              "--limit '%s' looks at %d s, but each step plays for %s s",
              limit.expression(), limit.windowSeconds(), step(load).playTime().toSeconds()));
    }
  }

  /** The load that a step's own is made from. */
  Load step(Load load) {
    boolean asked = command.commandLine().getParseResult().hasMatchedOption("--duration");
    Duration playTime = asked ? load.playTime() : EACH_STEP;
    return new Load(
        load.clients(),
        load.joinsPerSecond(),
        load.movesPerSecond(),
        load.mix(),
        load.warmUp(),
        playTime);
  }
}
