package simul.conformance.fuzz;

import java.util.Optional;
import simul.conformance.verdict.Evidence;
import simul.conformance.verdict.Expectation;
import simul.conformance.verdict.Finding;
import simul.conformance.verdict.Observation;
import simul.conformance.verdict.Stimulus;

/**
 * Whether a process takes more and more memory, by what it takes from time to time: the first times
 * it may grow as it likes; if it then grows every time by more than chance would have it, it grows
 * without bound. Pure.
 */
final class Growth {
  private static final long MEBIBYTE = 1 << 20;

  /** A heap's own noise is below that. */
  private static final long LEAST = 2 * MEBIBYTE;

  /** The first looks prove nothing: a server that has just begun fills its caches. */
  private static final int FREE_LOOKS = 2;

  /** So many looks in a row, each of which shows growth, are no chance any more. */
  private static final int LOOKS = 4;

  private int looks;
  private int grown;
  private long before;
  private long sinceGrowing;

  /** Another process: nothing is known of it. */
  void restart() {
    looks = 0;
    grown = 0;
  }

  /**
   * Takes in what it takes now, in bytes.
   *
   * @return the finding, once it grows without bound
   */
  Optional<Finding> look(long bytes) {
    looks++;
    if (looks <= FREE_LOOKS || bytes - before < LEAST) {
      grown = 0;
      sinceGrowing = bytes;
    } else {
      grown++;
    }
    before = bytes;
    return grown >= LOOKS ? Optional.of(finding(bytes - sinceGrowing)) : Optional.empty();
  }

  private static Finding finding(long bytes) {
    return new Finding(
        new Stimulus(java.util.List.of(), Evidence.PROVEN),
        new Expectation.NoGrowth(LEAST / MEBIBYTE),
        new Observation.Grown("a", bytes / MEBIBYTE),
        new byte[0],
        Optional.empty(),
        Optional.empty());
  }
}
