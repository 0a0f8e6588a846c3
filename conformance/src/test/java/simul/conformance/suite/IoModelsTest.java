package simul.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import simul.conformance.check.Check;
import simul.conformance.check.Selection;
import simul.conformance.check.Suite;
import simul.conformance.odd.Servers;
import simul.conformance.odd.SuiteRun;
import simul.conformance.probe.TargetUnreachable;
import simul.conformance.script.Script;
import simul.conformance.verdict.CheckResult;
import simul.conformance.verdict.SuiteResult;
import simul.conformance.verdict.Verdict;
import simul.spec.load.SpecException;
import simul.spec.load.SpecLoader;
import simul.spec.meaning.Protocol;
import simul.spec.reference.ReferenceServer;
import simul.spec.reference.io.IoModels;
import simul.spec.rule.Rule;

/** Each of the lecture's I/O models is a server that keeps every rule, and nothing else. */
@Execution(ExecutionMode.SAME_THREAD)
class IoModelsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Of each section the first, and what I/O models do differently: ends, and partial sends. */
  private static final List<Check> CUT =
      new Selection(
              List.of(
                  "FRAME-001",
                  "FRAME-003",
                  "FRAME-005",
                  "JOIN-00*",
                  "MOVE-00*",
                  "LEAVE-00*",
                  "FULL-00[1-4]",
                  "SEND-001",
                  "SEND-004",
                  "BAD-001",
                  "BAD-006"),
              List.of())
          .of(Checks.all());

  /** Above what checks of the limit fill, which are skipped then. */
  private static final int RAISED_LIMIT = 2_000;

  static List<IoModels> models() {
    return Arrays.stream(IoModels.values()).filter(IoModels::isAvailable).toList();
  }

  static ReferenceServer start(IoModels model, Protocol protocol) {
    return Servers.of(protocol, parts -> parts.withIo(model.factory(Integer.MAX_VALUE)));
  }

  @ParameterizedTest
  @MethodSource("models")
  void modelPassesTheCut(IoModels model) {
    try (ReferenceServer server = start(model, Servers.HOMEWORK3)) {

      SuiteRun run = SuiteRun.of(Servers.HOMEWORK3, server.address(), CUT, PATIENCE);

      assertThat(run.rules(Verdict.PASS)).hasSizeGreaterThan(20).hasSameSizeAs(CUT);
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  @Tag("whole")
  void modelPassesTheWholeSuite(IoModels model) {
    assertPassesAll(model, Servers.HOMEWORK3, 95);
  }

  @ParameterizedTest
  @MethodSource("models")
  @Tag("whole")
  void modelPassesTheWholeSuiteWithMoreClients(IoModels model) throws SpecException {
    assertPassesAll(model, Protocol.of(SpecLoader.load("crowd", RAISED_LIMIT)), 70);
  }

  private static void assertPassesAll(IoModels model, Protocol protocol, int least) {
    try (ReferenceServer server = start(model, protocol)) {
      Suite.Plan plan =
          new Suite.Plan(protocol, server.address(), Checks.all(), 1, Optional.of(PATIENCE));

      SuiteResult result = new Suite(plan, new Listener()).run();

      assertThat(result.checks())
          .noneMatch(check -> check.verdict() == Verdict.FAIL)
          .noneMatch(check -> check.verdict() == Verdict.INCONCLUSIVE)
          .filteredOn(check -> check.verdict() == Verdict.PASS)
          .hasSizeGreaterThan(least);
    } catch (TargetUnreachable e) {
      throw new AssertionError(model + " lets nobody in", e);
    }
  }

  /** Nothing is kept. */
  private static final class Listener implements Suite.Listener {
    @Override
    public void started(Duration patience) {}

    @Override
    public void ended(CheckResult check) {}

    @Override
    public Optional<String> save(Rule rule, Script script) {
      return Optional.empty();
    }

    @Override
    public void defect(Rule rule, RuntimeException defect) {
      throw defect;
    }
  }
}
