package simul.bots.measure;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a result comes to under some thresholds.
 *
 * @param thresholds all that it was held against, in order
 */
public record Judgement(SwarmResult result, List<Threshold> thresholds) {
  public Judgement {
    thresholds = List.copyOf(thresholds);
  }

  /** Holds a result against thresholds, and against violations unless one of them does. */
  public static Judgement of(SwarmResult result, List<Threshold> asked) {
    boolean ofViolations =
        asked.stream()
            .anyMatch(
                threshold ->
                    threshold.windowSeconds() == 0
                        && threshold.metric().name().equals("violations"));
    return new Judgement(
        result,
        ofViolations
            ? asked
            : Stream.concat(Stream.of(Threshold.NO_VIOLATIONS), asked.stream()).toList());
  }

  /**
   * FAIL when a threshold is broken; INCONCLUSIVE when one cannot be judged, or when no move was
   * answered.
   */
  public SwarmResult.Verdict verdict() {
    if (any(Threshold.Outcome.BROKEN)) {
      return SwarmResult.Verdict.FAIL;
    }
    return result.moves().answered() == 0 || any(Threshold.Outcome.UNMEASURED)
        ? SwarmResult.Verdict.INCONCLUSIVE
        : SwarmResult.Verdict.PASS;
  }

  private boolean any(Threshold.Outcome outcome) {
    return thresholds.stream().anyMatch(threshold -> threshold.outcome(result) == outcome);
  }
}
