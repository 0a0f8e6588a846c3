package simul.conformance.selfcheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import simul.conformance.verdict.Verdict;
import simul.spec.rule.Rule;
import simul.spec.rule.RuleCatalogue;

/**
 * A matrix as a Markdown page. The same results make the same page, but for one line, which says
 * when and where they came to be. Pure.
 */
public final class SummaryPage {
  private final Matrix matrix;
  private final String command;
  private final String measured;
  private final List<String> lines = new ArrayList<>();

  private SummaryPage(Matrix matrix, String command, String measured) {
    this.matrix = matrix;
    this.command = command;
    this.measured = measured;
  }

  /**
   * The page.
   *
   * @param command that made the results
   * @param measured when, where and in what time: the line that changes
   */
  public static String of(Matrix matrix, String command, String measured) {
    SummaryPage page = new SummaryPage(matrix, command, measured);
    page.write();
    return page.lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private void write() {
    figures();
    rightServers();
    matrix.mutantsByArea().forEach(this::section);
    alone();
    idle();
  }

  private void figures() {
    Matrix.Ratio ratio = matrix.ratio();
    Matrix.Stability stability = matrix.stability();
    add("# The tester, tested", "", "Written by `" + command + "`; do not edit.", "");
    add("Measured (this line changes with each run): " + measured, "");
    table("| what | figure |", "| --- | --- |");
    row(
        "mutants killed",
        ratio.killed() + " of " + ratio.mutants() + " (" + ratio.percent() + " %)");
    row("killed by the rule that they break", ratio.killedByRule() + " of " + ratio.mutants());
    row("checks", String.valueOf(matrix.checks().size()));
    row("right servers", stability.servers() + " in " + stability.runs() + " runs");
    row("their FAILs", String.valueOf(stability.failed()));
    row("their INCONCLUSIVEs", String.valueOf(stability.undecided()));
    row("their SKIPPEDs", String.valueOf(stability.skipped()));
    add("");
    problems();
  }

  private void problems() {
    if (matrix.holds()) {
      return;
    }
    add("## What is wrong", "");
    matrix
        .survivors()
        .forEach(
            mutant -> add("- not killed: `" + mutant.subject().name() + "`: " + summary(mutant)));
    matrix
        .falseAlarms()
        .forEach(
            alarm ->
                add(
                    "- false alarm: "
                        + alarm.ruleId()
                        + " is "
                        + alarm.verdict()
                        + " of `"
                        + alarm.server()
                        + "` in "
                        + alarm.times()
                        + " of "
                        + alarm.runs()
                        + " runs"));
    add("");
  }

  private void rightServers() {
    if (matrix.right().isEmpty()) {
      return;
    }
    add("## Servers that are right", "");
    table(
        "| server | what is odd about it | passed | SKIPPED | FAIL, INCONCLUSIVE |",
        "| --- | --- | --- | --- | --- |");
    Map<String, List<Examination>> byName =
        matrix.right().stream()
            .collect(
                Collectors.groupingBy(
                    examination -> examination.subject().name(),
                    java.util.LinkedHashMap::new,
                    Collectors.toList()));
    byName.forEach((name, runs) -> rightServer(name, runs));
    add("");
  }

  private void rightServer(String name, List<Examination> runs) {
    List<String> wrong =
        matrix.falseAlarms().stream()
            .filter(alarm -> alarm.server().equals(name))
            .map(Matrix.Alarm::ruleId)
            .distinct()
            .toList();
    List<String> waived =
        runs.get(0).rules(Verdict.FAIL).stream().filter(id -> !wrong.contains(id)).toList();
    String may = waived.isEmpty() ? "" : "; need not keep " + RuleIds.text(waived);
    row(
        "`" + name + "`",
        summary(runs.get(0)) + may,
        String.valueOf(runs.get(0).rules(Verdict.PASS).size()),
        RuleIds.text(runs.get(0).rules(Verdict.SKIPPED)),
        RuleIds.text(wrong));
  }

  private void section(String area, List<Examination> mutants) {
    Matrix.Ratio ratio = Matrix.ratio(mutants);
    add("## " + area + ": " + ratio.killed() + " of " + ratio.mutants() + " mutants killed", "");
    table("| mutant | its mistake | breaks | killed by |", "| --- | --- | --- | --- |");
    for (Examination mutant : mutants) {
      String killers = RuleIds.text(mutant.rules(Verdict.FAIL));
      row(
          "`" + mutant.subject().name() + "`",
          summary(mutant),
          mutant.subject().ruleId().orElseThrow(),
          killers.isEmpty() ? "**nothing**" : killers);
    }
    add("");
  }

  /** What each check is good for. */
  private void alone() {
    Map<String, List<String>> kills = matrix.kills();
    Map<String, List<String>> unique = matrix.uniqueKills();
    if (kills.isEmpty()) {
      return;
    }
    add("## What each rule's check is good for", "");
    table("| rule | mutants killed | of these by it alone |", "| --- | --- | --- |");
    RuleCatalogue.all().stream()
        .map(Rule::id)
        .filter(kills::containsKey)
        .forEach(
            id ->
                row(
                    id,
                    String.valueOf(kills.get(id).size()),
                    unique.getOrDefault(id, List.of()).stream()
                        .map(name -> "`" + name + "`")
                        .collect(Collectors.joining(", "))));
    add("");
  }

  private void idle() {
    List<Rule> idle = matrix.idleChecks();
    List<Rule> untested = matrix.untestedRules();
    if (idle.isEmpty() && untested.isEmpty()) {
      add("Every MUST rule is failed by some mutant.");
      return;
    }
    add("## MUST rules that no mutant fails", "");
    idle.forEach(rule -> add("- " + rule.id() + ": " + rule.english()));
    if (!untested.isEmpty()) {
      add("- without a check: " + RuleIds.text(untested.stream().map(Rule::id).toList()));
    }
  }

  private static String summary(Examination examination) {
    return examination.subject().summary().replace("|", "\\|");
  }

  private void table(String... head) {
    add(head);
  }

  private void row(String... cells) {
    add("| " + String.join(" | ", cells) + " |");
  }

  private void add(String... more) {
    lines.addAll(List.of(more));
  }
}
