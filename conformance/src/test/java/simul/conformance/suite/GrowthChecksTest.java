package simul.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import simul.conformance.check.Selection;
import simul.conformance.check.Suite;
import simul.conformance.mutant.Mutants;
import simul.conformance.odd.PythonProcess;
import simul.conformance.odd.Servers;
import simul.conformance.odd.SuiteRun;
import simul.conformance.script.Effort;
import simul.conformance.verdict.CheckResult;
import simul.conformance.verdict.Expectation;
import simul.conformance.verdict.Observation;
import simul.conformance.verdict.Verdict;
import simul.spec.reference.Parts;
import simul.spec.reference.ReferenceServer;

/**
 * Servers that keep what they should give back, seen in their own memory or in that of all tests.
 */
@Isolated
@Tag("whole")
class GrowthChecksTest {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @BeforeAll
  static void processesCanBeSeen() {
    Assumptions.assumeTrue(
        Files.isReadable(Path.of("/proc/net/tcp")),
        "no /proc/net/tcp: the server's process cannot be found");
  }

  private static Suite.Plan plan(String rules, InetSocketAddress server) {
    return new Suite.Plan(
        Servers.HOMEWORK3,
        server,
        new Selection(List.of(rules.split(" ")), List.of()).of(Checks.all()),
        1,
        Optional.of(PATIENCE));
  }

  /** The one result of a run. */
  private static CheckResult result(Suite.Plan plan) {
    SuiteRun run = SuiteRun.of(plan);
    assertThat(run.defects()).isEmpty();
    assertThat(run.heard()).hasSize(1);
    return run.heard().get(0);
  }

  private static CheckResult resultAlone(String ruleId, UnaryOperator<Parts> change) {
    try (ReferenceServer server = Servers.of(Servers.HOMEWORK3, change)) {
      return result(plan(ruleId, server.address()).aloneInProgram());
    }
  }

  private static void assertGrown(CheckResult result) {
    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.finding().orElseThrow().expected()).isInstanceOf(Expectation.NoGrowth.class);
    assertThat(result.finding().orElseThrow().actual()).isInstanceOf(Observation.Grown.class);
  }

  @ParameterizedTest
  @CsvSource({"BAD-013, keeps-garbage", "LIFE-003, keeps-buffer-of-every-connection"})
  void mutantThatKeepsMemoryIsFound(String ruleId, String mutant) {

    CheckResult result = resultAlone(ruleId, Mutants.find(mutant).orElseThrow().infect());

    assertGrown(result);
    Observation.Grown grown = (Observation.Grown) result.finding().orElseThrow().actual();
    // Well above what is let pass, so that noise decides nothing.
    assertThat(grown.mebibytes()).isBetween(20L, 80L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"BAD-013", "LIFE-003"})
  void rightServerHolds(String ruleId) {
    assertThat(resultAlone(ruleId, UnaryOperator.identity()).verdict()).isEqualTo(Verdict.PASS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"BAD-013", "LIFE-003"})
  void otherProgramThatKeepsMemoryIsFound(String ruleId) {
    PythonProcess.assumeInstalled();
    try (PythonProcess server = server("keep")) {
      assertGrown(result(plan(ruleId, server.address())));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"BAD-013", "LIFE-003"})
  void otherProgramThatGivesMemoryBackHolds(String ruleId) {
    PythonProcess.assumeInstalled();
    try (PythonProcess server = server()) {
      assertThat(result(plan(ruleId, server.address())).verdict()).isEqualTo(Verdict.PASS);
    }
  }

  @Test
  void otherProgramThatKeepsMemoryIsRightOtherwise() {
    PythonProcess.assumeInstalled();
    SuiteRun run;
    try (PythonProcess server = server("keep")) {
      String rules = "FRAME-* JOIN-* MOVE-* LEAVE-* FULL-* BAD-*";

      run = SuiteRun.of(plan(rules, server.address()).withEffort(Effort.QUICK));
    }

    assertThat(run.rules(Verdict.PASS)).hasSizeGreaterThan(60);
    assertThat(run.rules(Verdict.SKIPPED)).containsOnly("LEAVE-013", "BAD-013");
    assertThat(run.result().orElseThrow().verdict()).isEqualTo(Verdict.PASS);
  }

  private static PythonProcess server(String... arguments) {
    return PythonProcess.of(GrowthChecksTest.class, "homework3-server.py", arguments);
  }

  @Test
  void growthAmongOtherServersSaysNothing() {
    try (ReferenceServer server = Servers.right(Servers.HOMEWORK3)) {

      CheckResult result = result(plan("LIFE-003", server.address()));

      assertThat(result.verdict()).isEqualTo(Verdict.SKIPPED);
      assertThat(result.reason()).contains("other servers run in this program as well");
    }
  }

  @Test
  void quickRunLeavesGrowthOut() {
    try (ReferenceServer server = Servers.right(Servers.HOMEWORK3)) {
      Suite.Plan quick = plan("BAD-013", server.address()).withEffort(Effort.QUICK);

      CheckResult result = result(quick.aloneInProgram());

      assertThat(result.verdict()).isEqualTo(Verdict.SKIPPED);
      assertThat(result.reason()).contains("it takes too long for a quick run");
    }
  }
}
