package simul.conformance.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import simul.conformance.check.Check;
import simul.conformance.check.Selection;
import simul.conformance.mutant.Mutant;
import simul.conformance.mutant.Mutants;
import simul.conformance.odd.FastCut;
import simul.conformance.odd.Servers;
import simul.conformance.suite.Checks;
import simul.conformance.verdict.Verdict;
import simul.spec.reference.Parts;

/** Few servers, but real ones. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(120)
class SelfCheckTest {
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private static final List<Check> FEW =
      new Selection(List.of("FRAME-001", "FRAME-003", "FRAME-005"), List.of()).of(Checks.all());

  private static List<Subject> subjects(String... patterns) {
    return Subject.all(Servers.HOMEWORK3.spec()).stream()
        .filter(subject -> Stream.of(patterns).anyMatch(subject::matches))
        .toList();
  }

  private static SelfCheck.Plan plan(
      List<Subject> subjects, List<Check> checks, boolean quick, int repeat) {
    return new SelfCheck.Plan(
        Servers.HOMEWORK3, subjects, checks, quick, repeat, 1, Optional.of(PATIENCE), 3);
  }

  private static List<Examination> run(SelfCheck.Plan plan) {
    return new SelfCheck(plan, (examination, done, all) -> {}).run();
  }

  private static Matrix matrix(List<Examination> examinations) {
    return new Matrix(
        examinations, FEW.stream().map(Check::ruleId).collect(Collectors.toUnmodifiableSet()));
  }

  /**
   * The fast cut of the self-check: mistakes that need no luck to meet. All of it takes minutes and
   * is for before a change lands.
   */
  @Test
  void mutantOfEveryFastRuleIsKilledByIt() {
    Set<String> rules = FastCut.CHECKS.stream().map(Check::ruleId).collect(Collectors.toSet());
    List<Subject> oneOfEachRule =
        subjects("mutant/*", "reference").stream()
            .filter(subject -> Mutants.find(subject.name()).filter(Mutant::subtle).isEmpty())
            .filter(subject -> subject.ruleId().map(rules::remove).orElse(true))
            .toList();

    List<Examination> examinations = run(plan(oneOfEachRule, FastCut.CHECKS, true, 1));

    assertThat(oneOfEachRule).hasSizeGreaterThan(40);

    Matrix matrix = matrix(examinations);
    assertThat(matrix.defects()).isEmpty();
    assertThat(matrix.falseAlarms()).isEmpty();
    assertThat(matrix.survivors()).isEmpty();
    // Its slots are lost to every check's farewell, before its own can begin.
    assertThat(matrix.killedByOthersOnly())
        .extracting(examination -> examination.subject().name())
        .isSubsetOf("keeps-slot-after-half-close");
  }

  @Test
  void wholeRunTellsWhichCheckKillsWhich() {
    List<Subject> subjects =
        subjects("reference", "gives-any-free-id", "takes-lone-byte*", "acts-twice*");

    Matrix matrix = matrix(run(plan(subjects, FEW, false, 1)));

    assertThat(matrix.examinations().stream().map(Examination::subject))
        .containsExactlyElementsOf(subjects);
    assertThat(matrix.kills().get("FRAME-003"))
        .containsExactly("acts-twice-on-packet", "takes-lone-byte-for-packet");
    assertThat(matrix.kills().get("FRAME-001")).containsExactly("acts-twice-on-packet");
    assertThat(matrix.uniqueKills().get("FRAME-003")).containsExactly("takes-lone-byte-for-packet");
    assertThat(matrix.stability()).isEqualTo(new Matrix.Stability(2, 2, 6, 0, 0, 0));
    assertThat(matrix.holds()).isTrue();
  }

  @Test
  void rightServersAreRepeatedAndMutantsAreNot() {
    List<String> heard = Collections.synchronizedList(new ArrayList<>());
    List<Subject> subjects = subjects("reference", "acts-twice*");
    SelfCheck selfCheck =
        new SelfCheck(
            plan(subjects, FEW.subList(0, 1), false, 3),
            (examination, done, all) -> heard.add(done + "/" + all));

    Matrix matrix = matrix(selfCheck.run());

    assertThat(heard).containsExactly("1/4", "2/4", "3/4", "4/4");
    assertThat(matrix.stability()).isEqualTo(new Matrix.Stability(1, 3, 3, 0, 0, 0));
    assertThat(matrix.mutants()).hasSize(1);
  }

  @Test
  void mutantThatBreaksNothingSurvives() {
    Subject harmless = custom("harmless", UnaryOperator.identity());

    Matrix matrix = matrix(run(plan(List.of(harmless), FEW, false, 1)));

    assertThat(matrix.survivors()).hasSize(1);
    assertThat(matrix.holds()).isFalse();
  }

  @Test
  void mutantThatLetsNobodyInIsKilledByTheHandshake() {
    Subject mute =
        custom(
            "mute",
            parts ->
                parts.withAnnouncer(
                    (protocol, world) -> {
                      throw new IllegalStateException("nobody is told");
                    }));
    Subject crashing =
        custom(
            "crashing",
            parts ->
                parts.withLog(
                    line -> {
                      throw new IllegalStateException("no log");
                    }));

    List<Examination> examinations = run(plan(List.of(mute, crashing), FEW, false, 1));

    assertThat(examinations.get(0).defects()).singleElement().asString().contains("nobody is told");
    assertThat(examinations.get(1).crashes()).anyMatch(crash -> crash.contains("no log"));
    assertThat(examinations.get(1).isKilled()).isTrue();
  }

  private static Subject custom(String name, UnaryOperator<Parts> change) {
    return new Subject(Subject.Kind.MUTANT, name, name, Optional.of("FRAME-001"), Set.of(), change);
  }

  @Test
  void stoppedRunEndsSoonWithWhatIsKnown() {
    List<Subject> subjects = subjects("acts-twice*", "odd/*");
    SelfCheck[] selfCheck = new SelfCheck[1];
    long[] stopped = new long[1];
    selfCheck[0] =
        new SelfCheck(
            plan(subjects, FEW, false, 1),
            (examination, done, all) -> {
              stopped[0] = done == 1 ? System.nanoTime() : stopped[0];
              selfCheck[0].stop();
            });

    List<Examination> examinations = selfCheck[0].run();

    assertThat(selfCheck[0].isStopped()).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - stopped[0])).isLessThan(Duration.ofSeconds(20));
    assertThat(examinations).hasSizeBetween(1, 3);
    assertThat(examinations).anyMatch(Examination::finished);
    assertThat(examinations.stream().filter(examination -> !examination.finished()))
        .allSatisfy(examination -> assertThat(examination.rules(Verdict.INCONCLUSIVE)).isEmpty());
  }

  @Test
  void serversAreSelectedByNameAndKind() {
    assertThat(subjects("odd/writes-*"))
        .extracting(Subject::name)
        .containsExactly("writes-single-bytes");
    assertThat(subjects("mutant/*")).noneMatch(Subject::isRight).isNotEmpty();
    assertThat(subjects("reference")).containsExactly(Subject.all(Servers.HOMEWORK3.spec()).get(0));
    assertThat(subjects("writes-nothing")).isEmpty();
  }
}
