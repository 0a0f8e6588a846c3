package simul.conformance.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import simul.conformance.odd.Servers;
import simul.conformance.odd.SuiteRun;
import simul.conformance.probe.Probes;
import simul.conformance.script.Outcome;
import simul.conformance.script.Script;
import simul.conformance.script.Target;
import simul.conformance.script.Trial;
import simul.conformance.verdict.CheckResult;
import simul.conformance.verdict.Evidence;
import simul.conformance.verdict.Expectation;
import simul.conformance.verdict.Finding;
import simul.conformance.verdict.Observation;
import simul.conformance.verdict.Stimulus;
import simul.conformance.verdict.SuiteResult;
import simul.conformance.verdict.Verdict;
import simul.spec.reference.ReferenceServer;

class SuiteTest {
  private static final Outcome HELD = new Outcome.Held(Evidence.PROVEN);
  private static final Finding FINDING =
      new Finding(
          new Stimulus(List.of(), Evidence.ASSUMED),
          new Expectation.UniqueId(),
          new Observation.DuplicateId("b", 0, "a"),
          new byte[] {3, 2, 0},
          Optional.empty(),
          Optional.empty());
  private static final Script SCRIPT = new Script.Builder(2).settle().build();

  private ReferenceServer server;

  @BeforeEach
  void serve() {
    server = Servers.right(Servers.HOMEWORK3);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static Check check(String ruleId, Outcome outcome) {
    return new Check(ruleId, (target, random) -> outcome);
  }

  private SuiteRun run(Check... checks) {
    return SuiteRun.of(Servers.HOMEWORK3, server.address(), List.of(checks));
  }

  @Test
  void checkThatThrowsIsInconclusiveAndOthersStillRun() {
    RuntimeException defect = new IllegalStateException("boom");
    Check throwing =
        new Check(
            "FRAME-002",
            (target, random) -> {
              throw defect;
            });

    SuiteRun run = run(check("FRAME-001", HELD), throwing, check("FRAME-003", HELD));

    assertThat(run.rules(Verdict.PASS)).containsExactly("FRAME-001", "FRAME-003");
    assertThat(run.rules(Verdict.INCONCLUSIVE)).containsExactly("FRAME-002");
    assertThat(run.heard().get(1).reason())
        .contains("a defect of this program: java.lang.IllegalStateException: boom");
    assertThat(run.defects()).containsExactly(defect);
    assertThat(run.result().orElseThrow().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void resultHasWhatTheListenerHeardInTheOrderOfTheChecks() {
    SuiteRun run =
        run(
            check("FRAME-004", HELD),
            check("FRAME-001", new Outcome.NotApplicable("it has no meaning here")),
            check("FRAME-003", new Outcome.Undecided("nobody knows")),
            check("FRAME-002", new Outcome.Broke(FINDING, SCRIPT)));

    List<CheckResult> checks = run.result().orElseThrow().checks();
    assertThat(checks).isEqualTo(run.heard());
    assertThat(checks)
        .extracting(check -> check.rule().id() + " " + check.verdict())
        .containsExactly(
            "FRAME-004 PASS", "FRAME-001 SKIPPED", "FRAME-003 INCONCLUSIVE", "FRAME-002 FAIL");
    assertThat(checks)
        .extracting(check -> check.reason().orElse(""))
        .containsExactly("", "it has no meaning here", "nobody knows", "");
  }

  @Test
  void failureIsSavedAndCarriesItsFile() {
    SuiteRun run =
        run(check("FRAME-001", HELD), check("FRAME-002", new Outcome.Broke(FINDING, SCRIPT)));

    assertThat(run.scripts()).containsExactly(SCRIPT);
    assertThat(run.heard().get(1).finding()).contains(FINDING.withReplay("FRAME-002.trace"));
    assertThat(run.heard().get(1).evidence()).isEqualTo(Evidence.ASSUMED);
  }

  @Test
  void ruleBrokenBesideTheChecksIsReportedOnce() {
    Outcome prevented = new Outcome.Prevented("JOIN-004", FINDING);

    SuiteRun run = run(check("FRAME-001", prevented), check("FRAME-002", prevented));

    assertThat(run.rules(Verdict.FAIL)).containsExactly("JOIN-004");
    assertThat(run.rules(Verdict.SKIPPED)).containsExactly("FRAME-001", "FRAME-002");
    assertThat(run.heard().get(1).reason()).contains("it could not begin, see JOIN-004");
    assertThat(run.result().orElseThrow().verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void targetThatCannotBeConnectedToAnyMoreBreaksAdmission() {
    Check deadly =
        new Check(
            "FRAME-001",
            (target, random) -> {
              server.close();
              return HELD;
            });

    SuiteRun run = run(deadly, new Check("FRAME-002", SuiteTest::trial), check("FRAME-003", HELD));

    assertThat(run.rules(Verdict.PASS)).containsExactly("FRAME-001", "FRAME-003");
    assertThat(run.rules(Verdict.SKIPPED)).containsExactly("FRAME-002");
    CheckResult failure = run.heard().get(1);
    assertThat(failure.isFailureOf("FULL-002")).isTrue();
    assertThat(failure.finding().orElseThrow().actual())
        .isEqualTo(new Observation.Unreachable("a"));
  }

  private static Outcome trial(Target target, RandomGenerator random) {
    return Trial.run(target, SCRIPT);
  }

  @Test
  void randomnessOfCheckDependsOnSeedAndRuleOnly() {
    List<Long> alone = new ArrayList<>();
    List<Long> amongOthers = new ArrayList<>();
    List<Long> otherSeed = new ArrayList<>();

    SuiteRun first = seeded(7, drawing("FRAME-003", alone));
    SuiteRun second =
        seeded(7, drawing("FRAME-001", amongOthers), drawing("FRAME-003", amongOthers));
    SuiteRun third = seeded(8, drawing("FRAME-003", otherSeed));

    assertThat(List.of(first, second, third)).allMatch(run -> run.result().isPresent());
    assertThat(alone.get(0)).isEqualTo(amongOthers.get(1)).isNotEqualTo(amongOthers.get(0));
    assertThat(otherSeed).doesNotContainAnyElementsOf(alone);
  }

  private SuiteRun seeded(long seed, Check... checks) {
    return SuiteRun.of(
        new Suite.Plan(
            Servers.HOMEWORK3,
            server.address(),
            Arrays.asList(checks),
            seed,
            Optional.of(Duration.ofSeconds(2))));
  }

  private static Check drawing(String ruleId, List<Long> drawn) {
    return new Check(
        ruleId,
        (target, random) -> {
          drawn.add(random.nextLong());
          return HELD;
        });
  }

  @Test
  void patienceIsWhatTheCallerWants() {
    Duration patience = Duration.ofMillis(1234);

    SuiteRun run = SuiteRun.of(Servers.HOMEWORK3, server.address(), List.of(), patience);

    assertThat(run.result().map(SuiteResult::patience)).contains(patience);
  }

  @Test
  void measuredPatienceIsTwoSecondsAtLeast() {
    List<Duration> given = new ArrayList<>();
    Check asking =
        new Check(
            "FRAME-001",
            (target, random) -> {
              given.add(target.patience());
              return HELD;
            });

    SuiteRun run = run(asking);

    Duration measured = run.result().orElseThrow().patience();
    assertThat(measured).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
    assertThat(given).containsExactly(measured);
  }

  @Test
  void nobodyListeningIsUnreachable() throws IOException {
    InetSocketAddress dead;
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(Servers.anyPort());
      dead = (InetSocketAddress) socket.getLocalSocketAddress();
    }

    SuiteRun run = SuiteRun.of(Servers.HOMEWORK3, dead, List.of(check("FRAME-001", HELD)));

    assertThat(run.unreachable())
        .contains(Probes.describe(dead) + ": connection refused, nobody listens there");
    assertThat(run.heard()).isEmpty();
  }
}
