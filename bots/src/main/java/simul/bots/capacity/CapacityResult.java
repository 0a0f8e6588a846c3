package simul.bots.capacity;

import java.util.List;
import java.util.Optional;
import simul.bots.measure.SwarmResult;
import simul.bots.measure.Threshold;

/**
 * How a search ended, with all that it tried.
 *
 * @param limit what had to hold
 */
public record CapacityResult(Axis axis, Threshold limit, Capacity capacity, List<Step> steps) {
  public CapacityResult {
    steps = List.copyOf(steps);
  }

  /**
   * One trial and what it showed.
   *
   * @param result empty when nobody got in
   */
  public record Step(Trial trial, Outcome outcome, Optional<SwarmResult> result) {}

  /** The last run that held, with which a verdict can be reached; empty when none did. */
  public Optional<SwarmResult> lastHeld() {
    return steps.stream()
        .filter(step -> step.outcome().ruling() == Outcome.Ruling.HELD)
        .filter(step -> step.trial().purpose() != Trial.Purpose.DOWN)
        .reduce((before, step) -> step)
        .flatMap(Step::result);
  }
}
