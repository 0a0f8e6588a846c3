package simul.bots.capacity;

import java.util.List;
import java.util.Optional;
import simul.bots.measure.Judgement;
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

  /**
   * FAIL when the target bears nothing, or breaks a threshold at what it bears; INCONCLUSIVE when
   * what was found is not confirmed.
   */
  public SwarmResult.Verdict verdict(List<Threshold> thresholds) {
    if (capacity.load() == 0 && capacity.limit() == Capacity.Limit.TARGET) {
      return SwarmResult.Verdict.FAIL;
    }
    return capacity.confirmed() && lastHeld().isPresent()
        ? Judgement.of(lastHeld().get(), thresholds).verdict()
        : SwarmResult.Verdict.INCONCLUSIVE;
  }

  /** The last run that held, with which a verdict can be reached; empty when none did. */
  public Optional<SwarmResult> lastHeld() {
    return steps.stream()
        .filter(step -> step.outcome().ruling() == Outcome.Ruling.HELD)
        .filter(step -> step.trial().purpose() != Trial.Purpose.DOWN)
        .reduce((before, step) -> step)
        .flatMap(Step::result);
  }
}
