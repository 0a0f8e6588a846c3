package simul.conformance.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static simul.conformance.selfcheck.Examinations.interrupted;
import static simul.conformance.selfcheck.Examinations.mutant;
import static simul.conformance.selfcheck.Examinations.odd;
import static simul.conformance.selfcheck.Examinations.of;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import simul.conformance.verdict.Verdict;
import simul.spec.rule.Level;
import simul.spec.rule.Rule;
import simul.spec.rule.RuleCatalogue;

class MatrixTest {
  private static final Examination OWN =
      of(mutant("own", "FRAME-001"), "FRAME-001 FAIL", "FRAME-002 FAIL", "FRAME-003 PASS");
  private static final Examination OTHERS =
      of(mutant("others", "FRAME-003"), "FRAME-002 FAIL", "FRAME-003 PASS");
  private static final Examination SURVIVOR =
      of(mutant("survivor", "JOIN-001"), "FRAME-001 PASS", "FRAME-002 INCONCLUSIVE");

  private static Matrix matrix(Examination... examinations) {
    return new Matrix(List.of(examinations), Set.of("FRAME-001", "FRAME-002", "FRAME-003"));
  }

  private static List<String> names(List<Examination> examinations) {
    return examinations.stream().map(examination -> examination.subject().name()).toList();
  }

  @Test
  void killRatioCountsFailuresOnly() {
    Matrix matrix = matrix(OWN, OTHERS, SURVIVOR);

    assertThat(matrix.ratio()).isEqualTo(new Matrix.Ratio(3, 2, 1));
    assertThat(matrix.ratio().percent()).isEqualTo(66);
    assertThat(names(matrix.survivors())).containsExactly("survivor");
    assertThat(names(matrix.killedByOthersOnly())).containsExactly("others");
    assertThat(matrix.holds()).isFalse();
  }

  @Test
  void mutantsAreGroupedByTheAreaOfTheRuleThatTheyBreak() {
    Map<String, List<Examination>> byArea = matrix(SURVIVOR, OWN, OTHERS).mutantsByArea();

    assertThat(byArea.keySet()).containsExactly("FRAME", "JOIN");
    assertThat(names(byArea.get("FRAME"))).containsExactly("own", "others");
    assertThat(Matrix.ratio(byArea.get("JOIN"))).isEqualTo(new Matrix.Ratio(1, 0, 0));
  }

  @Test
  void killsAreCountedByRule() {
    Matrix matrix = matrix(OWN, OTHERS, SURVIVOR);

    assertThat(matrix.kills())
        .containsExactly(
            Map.entry("FRAME-001", List.of("own")),
            Map.entry("FRAME-002", List.of("own", "others")));
    assertThat(matrix.uniqueKills()).containsExactly(Map.entry("FRAME-002", List.of("others")));
  }

  @Test
  void checkThatFailsNoMutantIsIdle() {
    Matrix matrix = matrix(OWN, OTHERS);

    assertThat(matrix.idleChecks()).extracting(Rule::id).containsExactly("FRAME-003");
    assertThat(matrix.untestedRules())
        .extracting(Rule::id)
        .contains("JOIN-001")
        .doesNotContain("FRAME-001", "FRAME-003")
        .allMatch(id -> RuleCatalogue.get(id).level() == Level.MUST);
  }

  @Test
  void failureAndUndecidedOfRightServerAreFalseAlarms() {
    Examination first = of(odd("strange"), "FRAME-001 PASS", "FRAME-002 FAIL", "JOIN-001 SKIPPED");
    Examination second = of(odd("strange"), "FRAME-001 INCONCLUSIVE", "FRAME-002 FAIL");
    Matrix matrix = matrix(first, second, of(odd("other"), "FRAME-001 PASS"));

    assertThat(matrix.falseAlarms())
        .containsExactly(
            new Matrix.Alarm(
                "strange", "FRAME-002", Verdict.FAIL, 2, 2, "because of FRAME-002 FAIL"),
            new Matrix.Alarm(
                "strange",
                "FRAME-001",
                Verdict.INCONCLUSIVE,
                1,
                2,
                "because of FRAME-001 INCONCLUSIVE"));
    assertThat(matrix.stability()).isEqualTo(new Matrix.Stability(2, 3, 2, 2, 1, 1));
    assertThat(matrix.holds()).isFalse();
  }

  @Test
  void ruleThatNeedNotBeKeptIsNoFalseAlarm() {
    Matrix matrix = matrix(of(odd("lazy", "FULL-005"), "FULL-005 FAIL", "FRAME-001 PASS"), OWN);

    assertThat(matrix.falseAlarms()).isEmpty();
    assertThat(matrix.stability().failed()).isZero();
    assertThat(matrix.holds()).isTrue();
  }

  @Test
  void undecidedIsFalseAlarmEvenOfRuleThatNeedNotBeKept() {
    Matrix matrix = matrix(of(odd("lazy", "FULL-005"), "FULL-005 INCONCLUSIVE"));

    assertThat(matrix.falseAlarms()).hasSize(1);
  }

  @Test
  void interruptedMutantCountsOnlyWhenItIsKilledAlready() {
    Matrix matrix =
        matrix(
            interrupted(mutant("known", "FRAME-001"), "FRAME-001 FAIL"),
            interrupted(mutant("unknown", "FRAME-001"), "FRAME-002 PASS"));

    assertThat(names(matrix.mutants())).containsExactly("known");
    assertThat(matrix.survivors()).isEmpty();
  }

  @Test
  void nothingIsWhole() {
    assertThat(matrix().ratio().percent()).isEqualTo(100);
    assertThat(matrix().holds()).isTrue();
  }
}
