package simul.conformance.fuzz;

import java.time.Duration;
import java.util.List;
import simul.conformance.verdict.Verdict;

/**
 * How a run of the fuzzer ended.
 *
 * @param target {@code host:port}
 * @param end why no more was tried
 * @param reason of an end that was not asked for: one clause; else empty
 * @param undecided how many tries decided nothing, as the target was too slow or full
 * @param discoveries the worst first
 */
public record FuzzResult(
    String spec,
    String target,
    long seed,
    Duration patience,
    Duration duration,
    End end,
    String reason,
    long tries,
    long undecided,
    List<Discovery> discoveries,
    Coverage coverage) {
  public FuzzResult {
    discoveries = List.copyOf(discoveries);
  }

  /** Why no more is tried. */
  public enum End {
    /** It has not ended yet. */
    NOT_YET,
    /** The time that was given is over. */
    TIME,
    /** As much was tried as was asked for. */
    TRIES,
    /** Something was found, and that was enough. */
    FOUND,
    /** The target is not there any more. */
    TARGET_GONE,
    /** Somebody wanted it to end. */
    INTERRUPTED
  }

  /**
   * FAIL when something was found that showed twice; INCONCLUSIVE when nothing showed twice, when
   * it has not come to its end, or when most tries decided nothing; else PASS.
   */
  public Verdict verdict() {
    if (discoveries.stream().anyMatch(Discovery::confirmed)) {
      return Verdict.FAIL;
    }
    boolean complete = end == End.TIME || end == End.TRIES;
    return discoveries.isEmpty() && complete && 2 * undecided < tries
        ? Verdict.PASS
        : Verdict.INCONCLUSIVE;
  }
}
