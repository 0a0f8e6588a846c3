package simul.conformance.selfcheck;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import simul.conformance.verdict.Verdict;

/** Examinations that nobody has made. */
final class Examinations {
  private Examinations() {}

  static Subject mutant(String name, String ruleId) {
    return new Subject(
        Subject.Kind.MUTANT,
        name,
        "does " + name,
        Optional.of(ruleId),
        Set.of(),
        UnaryOperator.identity());
  }

  static Subject odd(String name, String... waived) {
    return new Subject(
        Subject.Kind.ODD,
        name,
        "is " + name,
        Optional.empty(),
        Set.of(waived),
        UnaryOperator.identity());
  }

  /**
   * One with these results.
   *
   * @param results each {@code FRAME-001 FAIL}
   */
  static Examination of(Subject subject, String... results) {
    return of(subject, true, results);
  }

  /** One that was interrupted after these results. */
  static Examination interrupted(Subject subject, String... results) {
    return of(subject, false, results);
  }

  private static Examination of(Subject subject, boolean finished, String... results) {
    TreeMap<String, Verdict> verdicts = new TreeMap<>();
    for (String result : results) {
      String[] words = result.split(" ");
      verdicts.put(words[0], Verdict.valueOf(words[1]));
    }
    Map<String, String> reasons =
        Stream.of(results).collect(Collectors.toMap(r -> r.split(" ")[0], r -> "because of " + r));
    return new Examination(
        subject, verdicts, reasons, List.of(), List.of(), Duration.ofMillis(100), finished);
  }
}
