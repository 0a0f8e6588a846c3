package simul.conformance.fuzz;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import simul.conformance.script.Script;
import simul.conformance.script.Step;
import simul.conformance.verdict.Finding;
import simul.conformance.verdict.Transcript;

/**
 * A stream that breaks the target, as small as it could be made.
 *
 * @param ruleId the rule that the target broke
 * @param tries how many scripts had been tried when it was met, this one included
 * @param after how long it took until then
 * @param confirmed whether it was seen once more on fresh connections
 * @param seen how many tries have shown the like
 * @param transcript what passed when it was seen last
 */
public record Discovery(
    Harm harm,
    String ruleId,
    Mutation mutation,
    Finding finding,
    Script script,
    long tries,
    Duration after,
    boolean confirmed,
    int seen,
    Optional<Transcript> transcript) {

  /** The worst first, of equal ones the smallest. */
  public static final Comparator<Discovery> WORST_FIRST =
      Comparator.comparing((Discovery found) -> !found.confirmed())
          .thenComparing(Discovery::harm)
          .thenComparing(found -> found.script().steps().size());

  /** The same, seen once more. */
  Discovery seenAgain() {
    return with(finding, seen + 1);
  }

  /** The same, to be replayed from that file. */
  Discovery withReplay(String file) {
    return with(finding.withReplay(file), seen);
  }

  private Discovery with(Finding told, int times) {
    return new Discovery(
        harm, ruleId, mutation, told, script, tries, after, confirmed, times, transcript);
  }

  /** How many packets and pieces of packets it takes: moves, and writes of what is wrong. */
  public int packets() {
    return script.steps().stream()
        .mapToInt(
            step ->
                step instanceof Step.Move move
                    ? move.headings().size()
                    : step instanceof Step.Misbehave ? 1 : 0)
        .sum();
  }
}
