package simul.conformance.selfcheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import simul.conformance.verdict.Verdict;
import simul.spec.rule.Rule;

/** A matrix as lines of text for a terminal. Pure. */
public final class MatrixText {
  private static final int NAME_COLUMNS = 44;
  private static final int RULE_COLUMNS = 11;

  private final Matrix matrix;
  private final Function<Rule, String> words;

  /**
   * The text of a matrix.
   *
   * @param words what a rule says, in the reader's language
   */
  public MatrixText(Matrix matrix, Function<Rule, String> words) {
    this.matrix = matrix;
    this.words = words;
  }

  /** One line on one server. */
  public static String line(Examination examination) {
    Subject subject = examination.subject();
    String name =
        pad(subject.name(), NAME_COLUMNS) + pad(subject.ruleId().orElse(""), RULE_COLUMNS);
    return subject.isRight() ? name + right(examination) : name + mutant(examination);
  }

  private static String mutant(Examination mutant) {
    if (!mutant.isKilled()) {
      return mutant.finished() ? "SURVIVED" : "interrupted";
    }
    String killers = "killed by " + RuleIds.text(mutant.rules(Verdict.FAIL));
    return mutant.isKilledByItsRule() ? killers : killers + ", not by its own rule";
  }

  private static String right(Examination examination) {
    List<String> parts = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      List<String> rules = examination.rules(verdict);
      if (verdict == Verdict.PASS) {
        parts.add(rules.size() + " passed");
      } else if (!rules.isEmpty()) {
        List<String> waived =
            rules.stream().filter(examination.subject().waived()::contains).toList();
        boolean expected = verdict == Verdict.FAIL && waived.equals(rules);
        String word = expected ? "not kept, as it may: " : verdict + " ";
        parts.add(word + RuleIds.text(rules));
      }
    }
    return String.join(", ", parts) + (examination.finished() ? "" : ", interrupted");
  }

  /**
   * Section by section what each mutant was killed by, and then what is wrong.
   *
   * @param whole whether every mutant there is was examined, so that what none fails is of interest
   */
  public List<String> lines(boolean whole) {
    List<String> lines = new ArrayList<>();
    matrix.mutantsByArea().forEach((area, mutants) -> section(area, mutants, lines));
    list("killed by one check alone:", unique(), lines);
    if (whole) {
      list("MUST rules with a check that no mutant fails:", rules(matrix.idleChecks()), lines);
      list("MUST rules without a check that no mutant fails:", ids(matrix.untestedRules()), lines);
    }
    lines.addAll(problems());
    return lines;
  }

  /** Only what is wrong, with the reasons. */
  public List<String> problems() {
    List<String> lines = new ArrayList<>();
    list(
        "not killed by the rule that they break:",
        matrix.killedByOthersOnly().stream().map(MatrixText::line).toList(),
        lines);
    list(
        "not killed:",
        matrix.survivors().stream()
            .map(mutant -> line(mutant) + ": " + mutant.subject().summary())
            .toList(),
        lines);
    list("false alarms:", matrix.falseAlarms().stream().map(MatrixText::alarm).toList(), lines);
    list("defects of this program:", matrix.defects(), lines);
    return lines;
  }

  /** The figures, in two lines. */
  public List<String> figures() {
    Matrix.Ratio ratio = matrix.ratio();
    Matrix.Stability stability = matrix.stability();
    return List.of(
        "mutants        "
            + ratio.killed()
            + " of "
            + ratio.mutants()
            + " killed"
            + (ratio.mutants() == 0 ? ", " : " (" + ratio.percent() + " %), ")
            + ratio.killedByRule()
            + " by the rule that they break",
        "right servers  "
            + stability.servers()
            + " in "
            + stability.runs()
            + " runs: "
            + stability.passed()
            + " PASS, "
            + stability.failed()
            + " FAIL, "
            + stability.undecided()
            + " INCONCLUSIVE, "
            + stability.skipped()
            + " SKIPPED");
  }

  private static void section(String area, List<Examination> mutants, List<String> lines) {
    Matrix.Ratio ratio = Matrix.ratio(mutants);
    lines.add(area + ": " + ratio.killed() + " of " + ratio.mutants() + " killed");
    mutants.forEach(mutant -> lines.add("  " + line(mutant)));
  }

  private static void list(String title, List<String> items, List<String> lines) {
    if (!items.isEmpty()) {
      lines.add(title);
      items.forEach(item -> lines.add("  " + item));
    }
  }

  private List<String> unique() {
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, List<String>> kill : matrix.uniqueKills().entrySet()) {
      lines.add(pad(kill.getKey(), RULE_COLUMNS) + String.join(", ", kill.getValue()));
    }
    return lines;
  }

  private List<String> rules(List<Rule> rules) {
    return rules.stream().map(rule -> pad(rule.id(), RULE_COLUMNS) + words.apply(rule)).toList();
  }

  private static List<String> ids(List<Rule> rules) {
    return rules.isEmpty()
        ? List.of()
        : List.of(RuleIds.text(rules.stream().map(Rule::id).toList()));
  }

  private static String alarm(Matrix.Alarm alarm) {
    String times = alarm.runs() > 1 ? " in " + alarm.times() + " of " + alarm.runs() + " runs" : "";
    return pad(alarm.server(), NAME_COLUMNS)
        + pad(alarm.ruleId(), RULE_COLUMNS)
        + alarm.verdict()
        + times
        + ": "
        + alarm.reason();
  }

  private static String pad(String text, int columns) {
    return text + " ".repeat(Math.max(1, columns - text.length()));
  }
}
