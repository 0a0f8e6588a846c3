package simul.bots.swarm;

import java.util.List;
import simul.bots.measure.Errors;
import simul.bots.measure.Progress;
import simul.bots.measure.Second;
import simul.bots.measure.SwarmResult;
import simul.bots.measure.Violation;

/**
 * A running swarm at one moment. Immutable; taking one costs the bots' loop a few microseconds for
 * each hundred bots.
 *
 * @param wanted how many bots there are to be
 * @param movesPerSecond of each bot; infinite where answers set the rate
 * @param refused bots that the target does not let in
 * @param seconds those that were asked for, of the finished ones
 */
public record Snapshot(
    Stage stage,
    Progress progress,
    int wanted,
    double movesPerSecond,
    int refused,
    SwarmResult.Sights sights,
    Errors errors,
    List<Violation> firstViolations,
    List<Second> seconds,
    Dots dots) {

  /** What the bots do. */
  public enum Stage {
    /** They connect. */
    JOINING,
    /** They move. */
    PLAYING,
    /** What is due is waited for, and judged. */
    SETTLING,
    /** All is judged, and they leave. */
    LEAVING
  }

  public Snapshot {
    firstViolations = List.copyOf(firstViolations);
    seconds = List.copyOf(seconds);
  }
}
