package simul.ci.markbook;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import simul.ci.grade.Findings;
import simul.ci.grade.Marks.Status;
import simul.spec.rule.Rule;
import simul.spec.rule.RuleCatalogue;

/**
 * How each rule came out for each submission.
 *
 * @param rules those that were checked for anybody, in the catalogue's order
 * @param rows a submission each, in the order given: what came of each rule
 */
record HeatMap(List<Rule> rules, List<List<Status>> rows) {
  /** Where a rule was checked more than once, the worst counts. */
  private static final List<Status> WORST_FIRST =
      List.of(Status.BROKEN, Status.UNDECIDED, Status.HELD, Status.NOT_APPLICABLE);

  HeatMap {
    rules = List.copyOf(rules);
    rows = List.copyOf(rows);
  }

  static HeatMap of(List<Graded> graded) {
    List<Map<String, Status>> found = graded.stream().map(HeatMap::statuses).toList();
    List<Rule> rules =
        RuleCatalogue.all().stream()
            .filter(rule -> found.stream().anyMatch(one -> one.containsKey(rule.id())))
            .toList();
    List<List<Status>> rows =
        found.stream()
            .map(
                one ->
                    rules.stream()
                        .map(rule -> one.getOrDefault(rule.id(), Status.NOT_RUN))
                        .toList())
            .toList();
    return new HeatMap(rules, rows);
  }

  private static Map<String, Status> statuses(Graded graded) {
    return graded.findings().checks().stream()
        .collect(
            Collectors.toMap(
                Findings.Checked::id,
                check -> Telling.status(check.verdict()),
                (a, b) -> worse(a, b),
                HashMap::new));
  }

  private static Status worse(Status a, Status b) {
    return List.of(a, b).stream().min(Comparator.comparingInt(WORST_FIRST::indexOf)).orElseThrow();
  }

  /** How many submissions have that in a column. */
  long count(int rule, Status status) {
    return rows.stream().filter(row -> row.get(rule) == status).count();
  }
}
