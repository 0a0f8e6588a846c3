package simul.conformance.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static simul.conformance.selfcheck.Examinations.interrupted;
import static simul.conformance.selfcheck.Examinations.mutant;
import static simul.conformance.selfcheck.Examinations.odd;
import static simul.conformance.selfcheck.Examinations.of;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import simul.spec.rule.Rule;
import simul.spec.rule.RuleCatalogue;

/** A matrix as text and as a page, to the letter. */
class PresentationTest {
  private static final Set<String> EVERY =
      RuleCatalogue.all().stream().map(Rule::id).collect(Collectors.toSet());

  private static final Matrix MATRIX =
      new Matrix(
          List.of(
              of(Subject.reference(), "FRAME-001 PASS", "FRAME-002 PASS", "FRAME-003 SKIPPED"),
              of(odd("lazy", "FULL-005"), "FRAME-001 PASS", "FULL-005 FAIL"),
              of(odd("strange"), "FRAME-001 PASS", "FRAME-002 INCONCLUSIVE"),
              of(mutant("good", "FRAME-001"), "FRAME-001 FAIL", "FRAME-002 FAIL"),
              of(mutant("astray", "FRAME-003"), "FRAME-002 FAIL", "FRAME-003 PASS"),
              of(mutant("mild", "JOIN-001"), "FRAME-001 PASS")),
          Set.of("FRAME-001", "FRAME-002", "FRAME-003"));

  @Test
  void textNamesEveryMutantAndWhatIsWrong() {
    List<String> lines = new MatrixText(MATRIX, Rule::english).lines(true);

    assertThat(lines)
        .containsSubsequence(
            "FRAME: 2 of 2 killed",
            "  good                                        FRAME-001  killed by FRAME-001, FRAME-002",
            "  astray                                      FRAME-003  killed by FRAME-002, not by its"
                + " own rule",
            "JOIN: 0 of 1 killed",
            "  mild                                        JOIN-001   SURVIVED",
            "killed by one check alone:",
            "  FRAME-002  astray",
            "MUST rules with a check that no mutant fails:",
            "  FRAME-003  a packet cut between length and type is still one packet",
            "not killed by the rule that they break:",
            "not killed:",
            "  mild                                        JOIN-001   SURVIVED: does mild",
            "false alarms:",
            "  strange                                     FRAME-002  INCONCLUSIVE: because of"
                + " FRAME-002 INCONCLUSIVE");
    assertThat(new MatrixText(MATRIX, Rule::english).figures())
        .containsExactly(
            "mutants        2 of 3 killed (66 %), 1 by the rule that they break",
            "right servers  3 in 3 runs: 4 PASS, 0 FAIL, 1 INCONCLUSIVE, 1 SKIPPED");
  }

  @Test
  void whatNoMutantFailsIsOfInterestOnlyWhenAllWereExamined() {
    assertThat(new MatrixText(MATRIX, Rule::english).lines(false))
        .contains("not killed:")
        .noneMatch(line -> line.startsWith("MUST rules"));
  }

  @Test
  void problemsLeaveOutWhatWentWell() {
    Matrix fine =
        new Matrix(List.of(of(mutant("good", "FRAME-001"), "FRAME-001 FAIL")), Set.of("FRAME-001"));

    assertThat(new MatrixText(fine, Rule::english).problems()).isEmpty();
    assertThat(new MatrixText(MATRIX, Rule::english).problems())
        .noneMatch(line -> line.contains("good"))
        .anyMatch(line -> line.contains("mild"));
  }

  @Test
  void lineOfServerSaysWhatItNeedNotKeep() {
    assertThat(MATRIX.right().stream().map(MatrixText::line).map(line -> line.substring(55)))
        .containsExactly(
            "2 passed, SKIPPED FRAME-003",
            "1 passed, not kept, as it may: FULL-005",
            "1 passed, INCONCLUSIVE FRAME-002");
    assertThat(MatrixText.line(interrupted(mutant("slow", "JOIN-001")))).endsWith(" interrupted");
  }

  @Test
  void pageHasTableForEachSectionAndOneLineThatChanges() {
    String page = SummaryPage.of(MATRIX, "bin/simul selfcheck --seed 1", "today, 5 s");
    String later = SummaryPage.of(MATRIX, "bin/simul selfcheck --seed 1", "tomorrow, 6 s");

    assertThat(page.lines())
        .containsSubsequence(
            "# The tester, tested",
            "Written by `bin/simul selfcheck --seed 1`; do not edit.",
            "Measured (this line changes with each run): today, 5 s",
            "| mutants killed | 2 of 3 (66 %) |",
            "| their INCONCLUSIVEs | 1 |",
            "- not killed: `mild`: does mild",
            "- false alarm: FRAME-002 is INCONCLUSIVE of `strange` in 1 of 1 runs",
            "| `lazy` | is lazy; need not keep FULL-005 | 1 |  |  |",
            "| `strange` | is strange | 1 |  | FRAME-002 |",
            "## FRAME: 2 of 2 mutants killed",
            "| `good` | does good | FRAME-001 | FRAME-001, FRAME-002 |",
            "## JOIN: 0 of 1 mutants killed",
            "| `mild` | does mild | JOIN-001 | **nothing** |",
            "| FRAME-002 | 2 | `astray` |",
            "- FRAME-003: a packet cut between length and type is still one packet");
    List<String> differing =
        page.lines().filter(line -> later.lines().noneMatch(line::equals)).toList();
    assertThat(differing).containsExactly("Measured (this line changes with each run): today, 5 s");
  }

  @Test
  void pageSaysSoWhenEveryRuleIsFailed() {
    String[] all = EVERY.stream().map(id -> id + " FAIL").toArray(String[]::new);
    Matrix matrix = new Matrix(List.of(of(mutant("worst", "FRAME-001"), all)), EVERY);

    assertThat(SummaryPage.of(matrix, "x", "y"))
        .endsWith("Every MUST rule is failed by some mutant.\n")
        .doesNotContain("What is wrong");
  }
}
