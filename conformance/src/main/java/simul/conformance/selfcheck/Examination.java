package simul.conformance.selfcheck;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import simul.conformance.verdict.Verdict;

/**
 * What one run of the suite said of a server.
 *
 * @param verdicts the worst verdict on each rule, by its ID; {@code handshake} is FAIL for a server
 *     that did not let the first client in
 * @param reasons one clause for each rule that is not PASS
 * @param crashes exceptions that have ended threads of the server, most often a mutant's
 * @param defects our own, of the suite
 * @param finished whether the run came to its end, and was not interrupted
 */
public record Examination(
    Subject subject,
    SortedMap<String, Verdict> verdicts,
    Map<String, String> reasons,
    List<String> crashes,
    List<String> defects,
    Duration duration,
    boolean finished) {
  public Examination {
    verdicts = Collections.unmodifiableSortedMap(new TreeMap<>(verdicts));
    reasons = Map.copyOf(reasons);
    crashes = List.copyOf(crashes);
    defects = List.copyOf(defects);
  }

  /** The rules that ended so, in order. */
  public List<String> rules(Verdict verdict) {
    return verdicts.entrySet().stream()
        .filter(entry -> entry.getValue() == verdict)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Whether the server was called wrong. */
  public boolean isKilled() {
    return verdicts.containsValue(Verdict.FAIL);
  }

  /** Whether it was called wrong by the rule that it breaks. */
  public boolean isKilledByItsRule() {
    return subject.ruleId().filter(id -> verdicts.get(id) == Verdict.FAIL).isPresent();
  }
}
