package simul.ci.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import simul.ci.grade.Findings.Build;
import simul.ci.grade.Findings.Checked;
import simul.ci.grade.Findings.ModelFound;
import simul.ci.grade.Findings.Outcome;
import simul.ci.grade.Marks.Deduction;
import simul.ci.grade.Marks.Reason;
import simul.ci.grade.Marks.RequirementMark;
import simul.ci.grade.Marks.Status;
import simul.conformance.verdict.Verdict;
import simul.spec.rule.RuleCatalogue;

class MarksTest {
  private static final Build BUILT = new Build("mingw", Optional.empty());
  private static final Outcome GOOD = new Outcome(Verdict.PASS, "reach 100 %");

  private final Rubric small = small();

  private static Rubric small() {
    try {
      return RubricLoader.parse("small.yaml", RubricLoaderTest.SMALL);
    } catch (RubricException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Checked check(String id, Verdict verdict) {
    return new Checked(id, verdict, 1, Optional.empty());
  }

  private static Findings findings(List<Checked> checks, Outcome load, int daysLate) {
    return new Findings(
        BUILT,
        Optional.empty(),
        checks,
        Optional.of(load),
        Optional.of(GOOD),
        Optional.empty(),
        daysLate);
  }

  private static List<Checked> all(Verdict verdict) {
    List<Checked> checks = new ArrayList<>();
    RuleCatalogue.all().forEach(rule -> checks.add(check(rule.id(), verdict)));
    return checks;
  }

  private static List<Checked> allBut(String id, Verdict verdict) {
    List<Checked> checks = new ArrayList<>(all(Verdict.PASS));
    checks.replaceAll(c -> c.id().equals(id) ? check(id, verdict) : c);
    return checks;
  }

  @Test
  void allIsEarnedWhereAllHolds() {
    Marks marks = Marks.of(small, findings(all(Verdict.PASS), GOOD, 0));

    assertThat(marks.points()).isEqualTo(new BigDecimal("12.50"));
    assertThat(marks.most()).isEqualTo(new BigDecimal("10.00"));
    assertThat(marks.isToBeLookedAt()).isFalse();
    assertThat(marks.deductions()).isEmpty();
  }

  @Test
  void brokenRequirementCostsItsShareHoweverManyChecksItHas() {
    Marks marks = Marks.of(small, findings(allBut("JOIN-003", Verdict.FAIL), GOOD, 0));

    assertThat(marks.parts().get(0).points()).isEqualTo(new BigDecimal("3.00"));
    assertThat(marks.parts().get(0).requirements())
        .containsExactly(
            new RequirementMark("JOIN-00*", Status.BROKEN, List.of("JOIN-003"), Optional.empty()),
            new RequirementMark("FRAME-001", Status.HELD, List.of(), Optional.empty()));
    assertThat(marks.points()).isEqualTo(new BigDecimal("9.50"));
  }

  @Test
  void undecidedEarnsNothingYetAndIsToBeLookedAt() {
    Marks marks = Marks.of(small, findings(allBut("FRAME-001", Verdict.INCONCLUSIVE), GOOD, 0));

    assertThat(marks.points()).isEqualTo(new BigDecimal("9.50"));
    assertThat(marks.undecided()).isEqualTo(new BigDecimal("3.00"));
    assertThat(marks.isToBeLookedAt()).isTrue();
  }

  @Test
  void whatHasNoMeaningCostsNothing() {
    Marks one = Marks.of(small, findings(allBut("FRAME-001", Verdict.SKIPPED), GOOD, 0));
    Marks whole =
        Marks.of(small, findings(all(Verdict.SKIPPED), new Outcome(Verdict.SKIPPED, "no"), 0));

    assertThat(one.parts().get(0).points()).isEqualTo(new BigDecimal("6.00"));
    assertThat(one.parts().get(0).requirements().get(1).status()).isEqualTo(Status.NOT_APPLICABLE);
    assertThat(whole.points()).isEqualTo(new BigDecimal("12.50"));
  }

  @Test
  void withoutWhatIsRequiredNothingCounts() {
    Marks marks = Marks.of(small, findings(allBut("JOIN-001", Verdict.FAIL), GOOD, 0));

    assertThat(marks.unmet()).containsExactly("JOIN-001");
    assertThat(marks.points()).isEqualTo(new BigDecimal("0.00"));
    assertThat(marks.deductions())
        .containsExactly(new Deduction(Reason.REQUIRED, new BigDecimal("9.50")));
  }

  @Test
  void latenessIsTakenOffUpToItsMost() {
    Marks oneDay = Marks.of(small, findings(all(Verdict.PASS), GOOD, 1));
    Marks manyDays = Marks.of(small, findings(all(Verdict.PASS), GOOD, 9));

    assertThat(oneDay.points()).isEqualTo(new BigDecimal("11.00"));
    assertThat(manyDays.points()).isEqualTo(new BigDecimal("9.50"));
    assertThat(manyDays.deductions())
        .containsExactly(new Deduction(Reason.LATE, new BigDecimal("3.00")));
  }

  @Test
  void whatDoesNotBuildEarnsWhatTheRubricLeavesIt() throws RubricException {
    Rubric homework = RubricLoader.load("homework3");
    Findings unbuilt =
        new Findings(
            new Build("mingw", Optional.of("Server.cpp:3: expected ';'")),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(
                new ModelFound(
                    Optional.of("overlapped-callback"), true, List.of("Server.cpp:41 WSARecv"))),
            0);

    Marks marks = Marks.of(homework, unbuilt);

    assertThat(marks.points()).isEqualTo(new BigDecimal("10.00"));
    assertThat(marks.parts().get(0).requirements())
        .extracting(RequirementMark::status)
        .containsOnly(Status.NOT_RUN);
  }

  @Test
  void whatDoesNotServeIsMarkedAsIfItDidNotBuild() {
    Findings silent =
        new Findings(
            BUILT,
            Optional.of("nobody was let in within 15 s"),
            all(Verdict.PASS),
            Optional.of(GOOD),
            Optional.of(GOOD),
            Optional.empty(),
            0);

    Marks marks = Marks.of(small, silent);

    assertThat(marks.points()).isEqualTo(new BigDecimal("0.00"));
    assertThat(marks.parts()).allMatch(part -> part.points().signum() == 0);
  }

  @Test
  void wrongModelAndHalfAModelAreNotTheOneThatIsWanted() throws RubricException {
    Rubric homework = RubricLoader.load("homework3");

    assertThat(statusOfModel(homework, Optional.of("iocp"), true)).isEqualTo(Status.BROKEN);
    assertThat(statusOfModel(homework, Optional.of("overlapped-callback"), false))
        .isEqualTo(Status.BROKEN);
    assertThat(statusOfModel(homework, Optional.of("overlapped-callback"), true))
        .isEqualTo(Status.HELD);
    assertThat(statusOfModel(homework, Optional.empty(), false)).isEqualTo(Status.UNDECIDED);
  }

  private static Status statusOfModel(Rubric rubric, Optional<String> model, boolean complete) {
    Findings findings =
        new Findings(
            BUILT,
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new ModelFound(model, complete, List.of("a.cpp:1 x"))),
            0);
    return Marks.of(rubric, findings).parts().stream()
        .filter(part -> part.part().name().equals("io-model"))
        .findFirst()
        .orElseThrow()
        .requirements()
        .get(0)
        .status();
  }

  @Test
  void sameFindingsEarnTheSame() {
    Findings findings = findings(allBut("JOIN-002", Verdict.FAIL), GOOD, 2);

    assertThat(Marks.of(small, findings)).isEqualTo(Marks.of(small, findings));
  }
}
