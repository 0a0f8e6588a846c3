package simul.conformance.fuzz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simul.conformance.script.Outcome;
import simul.conformance.verdict.Finding;

/** What a run has found: once for each symptom, and no more than anybody reads. One thread. */
final class Discoveries {
  /** More is no help to whoever has to mend it. */
  private static final int MOST = 20;

  /** Two mistakes can look alike before their streams are made small, so a few are. */
  private static final int MOST_ALIKE = 3;

  private final Fuzzer.Listener listener;
  private final List<Discovery> found = new ArrayList<>();
  private final Map<Symptom, Integer> bySymptom = new HashMap<>();
  private final Map<Look, Integer> looks = new HashMap<>();

  Discoveries(Fuzzer.Listener listener) {
    this.listener = listener;
  }

  /** What a finding looks like before its stream is made small. */
  private record Look(Class<?> expected, Class<?> actual, Mutation mutation) {
    static Look of(Finding finding, Mutation mutation) {
      return new Look(finding.expected().getClass(), finding.actual().getClass(), mutation);
    }
  }

  /**
   * Whether enough of what looks like this has been made small; counts it as seen again.
   *
   * @param mutation what is done in its script
   */
  boolean isKnown(Outcome.Broke broke, Mutation mutation) {
    int alike = looks.merge(Look.of(broke.finding(), mutation), 1, Integer::sum);
    if (alike <= MOST_ALIKE) {
      return false;
    }
    Class<?> actual = broke.finding().actual().getClass();
    for (int i = 0; i < found.size(); i++) {
      if (found.get(i).finding().actual().getClass().equals(actual)) {
        found.set(i, found.get(i).seenAgain());
        break;
      }
    }
    return true;
  }

  /** Takes one in, and saves it, unless the like is known. */
  void add(Discovery discovery) {
    Symptom symptom = Symptom.of(discovery.finding(), discovery.script(), discovery.mutation());
    Integer known = bySymptom.get(symptom);
    if (known != null) {
      found.set(known, found.get(known).seenAgain());
      return;
    }
    int number = found.size() + 1;
    bySymptom.put(symptom, found.size());
    Optional<String> file = listener.save(number, discovery);
    found.add(file.map(discovery::withReplay).orElse(discovery));
  }

  boolean isFull() {
    return found.size() >= MOST;
  }

  List<Discovery> worstFirst() {
    return found.stream().sorted(Discovery.WORST_FIRST).toList();
  }
}
