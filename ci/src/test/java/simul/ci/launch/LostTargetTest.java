package simul.ci.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import simul.conformance.check.Check;
import simul.conformance.check.Suite;
import simul.conformance.check.TargetHost;
import simul.conformance.explain.Explanation;
import simul.conformance.explain.Language;
import simul.conformance.probe.TargetUnreachable;
import simul.conformance.script.Outcome;
import simul.conformance.script.Script;
import simul.conformance.verdict.CheckResult;
import simul.conformance.verdict.Evidence;
import simul.conformance.verdict.Expectation;
import simul.conformance.verdict.Finding;
import simul.conformance.verdict.Hint;
import simul.conformance.verdict.Observation;
import simul.conformance.verdict.ProcessExit;
import simul.conformance.verdict.Stimulus;
import simul.conformance.verdict.SuiteResult;
import simul.conformance.verdict.Transcript;
import simul.conformance.verdict.Verdict;
import simul.spec.meaning.Protocol;
import simul.spec.reference.Parts;
import simul.spec.reference.ReferenceServer;
import simul.spec.rule.Rule;

/** What a suite makes of a target that it loses, told by a host that says what it is told to. */
@Timeout(30)
@Execution(ExecutionMode.CONCURRENT)
class LostTargetTest {
  private static final TargetHost.State SERVES = new TargetHost.Serving();
  private static final TargetHost.State HANGS = new TargetHost.Hung();
  private static final ProcessExit CRASH =
      new ProcessExit(139, Optional.of("SIGSEGV"), List.of("Segmentation fault"));
  private static final TargetHost.State CRASHED = new TargetHost.Ended(CRASH);
  private static final Outcome HELD = new Outcome.Held(Evidence.PROVEN);

  private final ScriptedHost host = new ScriptedHost();
  private final List<Check> checks = new ArrayList<>();
  private Protocol protocol;
  private ReferenceServer server;
  private Suite suite;

  /** A host whose target is in a state that the checks set. */
  private final class ScriptedHost implements TargetHost {
    private State state = SERVES;
    private String gone;
    private int restarts;

    @Override
    public InetSocketAddress readyFor(Rule next) throws TargetUnreachable {
      if (gone != null) {
        throw new TargetUnreachable(gone);
      }
      restarts += state.isLost() ? 1 : 0;
      state = SERVES;
      return server.address();
    }

    @Override
    public State state(Duration patience) {
      // One that hangs is not known by a look that must not take any time.
      return state;
    }
  }

  @BeforeEach
  void serve() throws Exception {
    protocol = Programs.homework3();
    server = ReferenceServer.start(new InetSocketAddress("127.0.0.1", 0), Parts.of(protocol));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** The next check: leaves the target in a state. */
  private void check(String rule, Outcome outcome, TargetHost.State after) {
    check(
        rule,
        () -> {
          host.state = after;
          return outcome;
        });
  }

  private void check(String rule, Supplier<Outcome> body) {
    checks.add(new Check(rule, (target, random) -> body.get()));
  }

  private SuiteResult run() throws TargetUnreachable {
    Suite.Plan plan =
        new Suite.Plan(protocol, server.address(), checks, 1, Optional.of(Duration.ofSeconds(1)));
    suite = new Suite(plan, new Silent(), host);
    return suite.run();
  }

  private static final class Silent implements Suite.Listener {
    @Override
    public void started(Duration patience) {}

    @Override
    public void ended(CheckResult result) {}

    @Override
    public Optional<String> save(Rule rule, Script script) {
      return Optional.of("saved");
    }

    @Override
    public void defect(Rule rule, RuntimeException defect) {
      throw defect;
    }
  }

  private static Finding finding(Observation actual) {
    return new Finding(
        new Stimulus(
            List.of(new Stimulus.Sent("b", List.of("MOVE up"), List.of(1, 2), true, false)),
            Evidence.PROVEN),
        new Expectation.StaysConnected(),
        actual,
        new byte[] {3, 2, 0},
        Optional.of(Hint.FORGETS_CUT_PACKET),
        Optional.empty());
  }

  private static Outcome broke(Observation actual) {
    return new Outcome.Broke(finding(actual), new Script(1, List.of()));
  }

  private static List<String> lines(SuiteResult result) {
    return result.checks().stream()
        .map(
            check ->
                check.verdict()
                    + " "
                    + check.rule().id()
                    + check.reason().map(r -> ": " + r).orElse(""))
        .toList();
  }

  @Test
  void findingIsTheExitAndNotItsEchoOnTheConnection() throws Exception {
    check("FRAME-001", broke(new Observation.Closed("b", 3)), CRASHED);
    check("FRAME-002", HELD, SERVES);

    SuiteResult result = run();

    assertThat(lines(result)).containsExactly("FAIL FRAME-001", "PASS FRAME-002");
    Finding told = result.checks().get(0).finding().orElseThrow();
    Finding met = finding(new Observation.Closed("b", 3));
    assertThat(told.actual()).isEqualTo(new Observation.Exited("b", CRASH));
    assertThat(told.sent()).isEqualTo(met.sent());
    assertThat(told.expected()).isEqualTo(met.expected());
    assertThat(told.received()).isEqualTo(met.received());
    assertThat(told.hint()).isEmpty();
    assertThat(told.replay()).contains("saved");
    assertThat(host.restarts).isEqualTo(1);
  }

  @Test
  void findingThatIsToldAsTheExitKeepsItsTranscript() throws Exception {
    Transcript closer = new Transcript(Instant.EPOCH, OptionalLong.of(7), List.of(), 0);
    check("FRAME-001", broke(new Observation.Closed("b", 3)).shownBy(closer), CRASHED);
    check("FRAME-002", HELD, CRASHED);
    check("FRAME-003", new Outcome.Unreachable("refused"), CRASHED);

    SuiteResult result = run();

    assertThat(lines(result)).startsWith("FAIL FRAME-001", "FAIL FRAME-002", "FAIL FULL-002");
    assertThat(result.checks().get(0).transcript()).contains(closer);
    assertThat(result.checks().subList(1, 3)).allMatch(check -> check.transcript().isPresent());
  }

  @Test
  void exitIsToldInBothLanguages() throws Exception {
    check("FRAME-001", broke(new Observation.Closed("b", 3)), CRASHED);
    check("FRAME-002", HELD, CRASHED);

    SuiteResult result = run();

    Explanation english = new Explanation(protocol, Language.ENGLISH);
    Explanation korean = new Explanation(protocol, Language.KOREAN);
    Finding first = result.checks().get(0).finding().orElseThrow();
    assertThat(english.actual(first.actual()))
        .isEqualTo("the server exited with status 139 (SIGSEGV)");
    assertThat(korean.actual(first.actual())).isEqualTo("서버가 종료 상태 139 (SIGSEGV)(으)로 끝남");
    assertThat(english.output(first)).containsExactly("Segmentation fault");
    Finding second = result.checks().get(1).finding().orElseThrow();
    assertThat(english.sent(second)).containsExactly("all that this check sends");
    assertThat(english.expected(second.expected())).isEqualTo("the server keeps running");
    assertThat(english.received(second)).containsExactly("nothing amiss");
    assertThat(korean.expected(second.expected())).isEqualTo("서버가 계속 실행되어야 함");
  }

  @Test
  void wrongAnswerStaysTheFindingThoughTheServerEndsAfterIt() throws Exception {
    Observation wrong = new Observation.Flood("b", 99);
    check("FRAME-001", broke(wrong), CRASHED);
    check("FRAME-002", HELD, SERVES);

    SuiteResult result = run();

    assertThat(lines(result)).containsExactly("FAIL FRAME-001", "PASS FRAME-002");
    assertThat(result.checks().get(0).finding().orElseThrow())
        .isEqualTo(finding(wrong).withReplay("saved"));
  }

  @Test
  void checkThatHeldAndEndedTheServerFails() throws Exception {
    check("FRAME-001", HELD, CRASHED);
    check("FRAME-002", HELD, SERVES);

    SuiteResult result = run();

    assertThat(lines(result)).containsExactly("FAIL FRAME-001", "PASS FRAME-002");
    Finding told = result.checks().get(0).finding().orElseThrow();
    assertThat(told.expected()).isEqualTo(new Expectation.KeepsRunning());
    assertThat(told.actual()).isEqualTo(new Observation.Exited("a", CRASH));
  }

  @Test
  void checkThatFindsTheServerGoneGetsAnotherOne() throws Exception {
    Deque<TargetHost.State> states = new ArrayDeque<>(List.of(CRASHED, SERVES));
    check("FRAME-001", HELD, SERVES);
    check(
        "FRAME-002",
        () -> {
          host.state = states.remove();
          return host.state.isLost() ? new Outcome.Unreachable("refused") : HELD;
        });

    SuiteResult result = run();

    assertThat(lines(result)).containsExactly("PASS FRAME-001", "FAIL FULL-002", "PASS FRAME-002");
    assertThat(result.checks().get(1).finding().orElseThrow().actual())
        .isEqualTo(new Observation.Exited("a", CRASH));
    assertThat(host.restarts).isEqualTo(1);
  }

  @Test
  void checkThatNeverFindsTheServerThereIsTriedTwice() throws Exception {
    check("FRAME-001", new Outcome.Unreachable("refused"), CRASHED);
    check("FRAME-002", HELD, SERVES);

    SuiteResult result = run();

    assertThat(lines(result))
        .containsExactly(
            "FAIL FULL-002",
            "SKIPPED FRAME-001: it could not begin, see FULL-002",
            "PASS FRAME-002");
    assertThat(host.restarts).isEqualTo(2);
  }

  @Test
  void serverThatHangsIsReplacedAsWell() throws Exception {
    Observation silence = new Observation.Silence("b", 1000, Observation.Life.ADMITS_NOBODY);
    check("FRAME-001", broke(silence), HANGS);
    check("FRAME-002", HELD, SERVES);

    SuiteResult result = run();

    assertThat(lines(result)).containsExactly("FAIL FRAME-001", "PASS FRAME-002");
    assertThat(result.checks().get(0).finding().orElseThrow().actual()).isEqualTo(silence);
    assertThat(host.restarts).isEqualTo(1);
  }

  @Test
  void hangThatCheckCouldNotTellIsFindingOfItsOwn() throws Exception {
    check("FRAME-001", new Outcome.Undecided("too slow"), HANGS);
    check("FRAME-002", HELD, SERVES);

    SuiteResult result = run();

    assertThat(lines(result))
        .containsExactly("INCONCLUSIVE FRAME-001: too slow", "FAIL FULL-002", "PASS FRAME-002");
    assertThat(result.checks().get(1).finding().orElseThrow().actual())
        .isEqualTo(new Observation.Silence("a", 1000, Observation.Life.ADMITS_NOBODY));
  }

  @Test
  void endThatNoCheckIsToBlameForIsFindingOfItsOwn() throws Exception {
    check("FRAME-001", new Outcome.NotApplicable("one byte cannot be cut"), CRASHED);
    check("FRAME-002", HELD, SERVES);

    SuiteResult result = run();

    assertThat(lines(result))
        .containsExactly(
            "SKIPPED FRAME-001: one byte cannot be cut", "FAIL FULL-002", "PASS FRAME-002");
  }

  @Test
  void endAfterTheLastCheckIsTold() throws Exception {
    check("FRAME-001", new Outcome.NotApplicable("one byte cannot be cut"), CRASHED);

    assertThat(run().verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void withoutServerTheOthersAreSkipped() throws Exception {
    check(
        "FRAME-001",
        () -> {
          host.state = CRASHED;
          host.gone = "the server was lost too often";
          return broke(new Observation.Closed("b", 3));
        });
    check("FRAME-002", HELD, SERVES);

    assertThat(lines(run()))
        .containsExactly("FAIL FRAME-001", "SKIPPED FRAME-002: the server was lost too often");
  }

  @Test
  void withoutServerThatDidNothingWrongNothingIsPassed() throws Exception {
    check(
        "FRAME-001",
        () -> {
          host.gone = "the server cannot be started again";
          return HELD;
        });
    check("FRAME-002", HELD, SERVES);

    SuiteResult result = run();

    assertThat(lines(result))
        .containsExactly(
            "PASS FRAME-001", "INCONCLUSIVE FRAME-002: the server cannot be started again");
    assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void interruptionIsNobodysFault() throws Exception {
    check("FRAME-001", HELD, SERVES);
    check(
        "FRAME-002",
        () -> {
          suite.stop();
          host.state = CRASHED;
          return broke(new Observation.Closed("b", 3));
        });
    check("FRAME-003", HELD, SERVES);

    SuiteResult result = run();

    assertThat(lines(result))
        .containsExactly(
            "PASS FRAME-001",
            "INCONCLUSIVE FRAME-002: the run was interrupted",
            "INCONCLUSIVE FRAME-003: the run was interrupted");
    assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void interruptionThatTheServerHeardOfFirstIsNobodysFaultEither() throws Exception {
    Thread[] late = new Thread[1];
    check(
        "FRAME-001",
        () -> {
          late[0] = new Thread(suite::stop);
          host.state = CRASHED;
          late[0].start();
          return broke(new Observation.Closed("b", 3));
        });

    SuiteResult result = run();
    late[0].join();

    assertThat(lines(result)).containsExactly("INCONCLUSIVE FRAME-001: the run was interrupted");
  }
}
