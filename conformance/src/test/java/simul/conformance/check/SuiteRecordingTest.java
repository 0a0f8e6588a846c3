package simul.conformance.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import simul.conformance.mutant.Mutants;
import simul.conformance.probe.Probe;
import simul.conformance.probe.Probes;
import simul.conformance.probe.Recorder;
import simul.conformance.script.Outcome;
import simul.conformance.script.Script;
import simul.conformance.suite.Checks;
import simul.conformance.verdict.CheckResult;
import simul.conformance.verdict.Evidence;
import simul.conformance.verdict.Expectation;
import simul.conformance.verdict.Finding;
import simul.conformance.verdict.Observation;
import simul.conformance.verdict.Stimulus;
import simul.conformance.verdict.SuiteResult;
import simul.conformance.verdict.Transcript;
import simul.conformance.verdict.Verdict;
import simul.spec.load.SpecLoader;
import simul.spec.meaning.Protocol;
import simul.spec.reference.Parts;
import simul.spec.reference.ReferenceServer;
import simul.spec.rule.Rule;

/**
 * What a run leaves beside its verdicts: transcripts of failures, and what it knew when stopped.
 */
@Timeout(60)
class SuiteRecordingTest {
  private Protocol protocol;

  @BeforeEach
  void load() throws Exception {
    protocol = Protocol.of(SpecLoader.load("homework3"));
  }

  private ReferenceServer server(Parts parts) throws Exception {
    return ReferenceServer.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), parts);
  }

  private ReferenceServer mutant(String name) throws Exception {
    return server(Mutants.find(name).orElseThrow().infect().apply(Parts.of(protocol)));
  }

  private Suite.Plan plan(ReferenceServer server, List<Check> checks) {
    return new Suite.Plan(protocol, server.address(), checks, 1, Optional.empty());
  }

  /** Hears all and keeps nothing. */
  private static class Silent implements Suite.Listener {
    @Override
    public void started(Duration patience) {}

    @Override
    public void ended(CheckResult result) {}

    @Override
    public Optional<String> save(Rule rule, Script script) {
      return Optional.empty();
    }

    @Override
    public void defect(Rule rule, RuntimeException defect) {}
  }

  private static List<Check> only(String... ids) {
    return new Selection(List.of(ids), List.of()).of(Checks.all());
  }

  private static byte[] bytes(Transcript.Connection connection, Transcript.Kind kind) {
    java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
    connection.first().stream()
        .filter(event -> event.kind() == kind)
        .forEach(event -> all.writeBytes(event.bytes()));
    return all.toByteArray();
  }

  @Test
  void failureComesWithWhatPassed() throws Exception {
    try (ReferenceServer server = mutant("takes-lone-byte-for-packet")) {
      SuiteResult result = new Suite(plan(server, only("FRAME-003")), new Silent()).run();

      CheckResult failed = result.checks().get(0);
      assertThat(failed.verdict()).isEqualTo(Verdict.FAIL);
      Transcript transcript = failed.transcript().orElseThrow();
      assertThat(transcript.connections())
          .extracting(Transcript.Connection::client)
          .containsExactly("a", "b");
      Transcript.Connection mover = transcript.connections().get(0);
      // Whether the rest was sent before the end was noticed is chance.
      assertThat(bytes(mover, Transcript.Kind.SENT)).startsWith(3);
      assertThat(bytes(mover, Transcript.Kind.RECEIVED)).startsWith(3, 2);
      assertThat(mover.first())
          .extracting(Transcript.Event::kind)
          .contains(Transcript.Kind.TARGET_CLOSED);
      assertThat(transcript.judgedNanos()).isPresent();
    }
  }

  @Test
  void checkThatPassesKeepsNothing() throws Exception {
    try (ReferenceServer server = server(Parts.of(protocol))) {
      SuiteResult result = new Suite(plan(server, only("FRAME-001")), new Silent()).run();

      assertThat(result.checks())
          .singleElement()
          .satisfies(check -> assertThat(check.verdict()).isEqualTo(Verdict.PASS))
          .satisfies(check -> assertThat(check.transcript()).isEmpty());
    }
  }

  /** The property tries dozens of streams; what is shown must be the one that is reported. */
  @Test
  void failureOfManyTrialsComesWithTheOneThatIsReported() throws Exception {
    try (ReferenceServer server = mutant("takes-lone-byte-for-packet")) {
      SuiteResult result = new Suite(plan(server, only("FRAME-010")), new Silent()).run();

      CheckResult failed = result.checks().get(0);
      assertThat(failed.transcript().orElseThrow().connections())
          .extracting(Transcript.Connection::client)
          .containsExactly("a", "b");
    }
  }

  @Test
  void checkThatDoesWithoutScriptsIsRecordedToo() throws Exception {
    Check check =
        new Check(
            "FRAME-001",
            (target, random) -> {
              try (Probes probes = target.probes()) {
                Probe probe = probes.connect("x", 0, target.patience());
                probes.send(probe, new byte[] {3, 1, 0});
              } catch (simul.conformance.probe.TargetUnreachable e) {
                return new Outcome.Unreachable(e.getMessage());
              }
              return new Outcome.Broke(finding(), new Script(1, List.of()));
            });
    try (ReferenceServer server = server(Parts.of(protocol))) {
      SuiteResult result = new Suite(plan(server, List.of(check)), new Silent()).run();

      Transcript.Connection connection =
          result.checks().get(0).transcript().orElseThrow().connections().get(0);
      assertThat(connection.client()).isEqualTo("x");
      assertThat(bytes(connection, Transcript.Kind.SENT)).containsExactly(3, 1, 0);
    }
  }

  private static Finding finding() {
    return new Finding(
        new Stimulus(List.of(), Evidence.PROVEN),
        new Expectation.StaysConnected(),
        new Observation.Closed("x", 1),
        new byte[0],
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void recordersHearOfEachCheckByItsName() throws Exception {
    List<String> heard = Collections.synchronizedList(new ArrayList<>());
    try (ReferenceServer server = server(Parts.of(protocol))) {
      Suite.Plan plan =
          new Suite.Plan(
              protocol,
              server.address(),
              only("FRAME-001"),
              1,
              Optional.empty(),
              id ->
                  (client, local, remote) -> {
                    heard.add(id + " " + client);
                    return Recorder.Line.NONE;
                  });

      assertThat(new Suite(plan, new Silent()).run().verdict()).isEqualTo(Verdict.PASS);
    }

    assertThat(heard).containsExactly("handshake a", "FRAME-001 a", "FRAME-001 b");
  }

  @Test
  void whatHasNotRunYetIsSkipped() throws Exception {
    try (ReferenceServer server = server(Parts.of(protocol))) {
      Suite suite = new Suite(plan(server, only("FRAME-001", "FRAME-002")), new Silent());

      SuiteResult before = suite.resultSoFar();

      assertThat(before.checks())
          .hasSize(2)
          .allSatisfy(check -> assertThat(check.verdict()).isEqualTo(Verdict.SKIPPED))
          .allSatisfy(check -> assertThat(check.reason()).contains("not run"));
      assertThat(before.target()).isEqualTo("127.0.0.1:" + server.address().getPort());
    }
  }

  @Test
  void stoppingEndsTheWaitOfTheCheckThatRuns() throws Exception {
    CountDownLatch waiting = new CountDownLatch(1);
    Check endless =
        new Check(
            "FRAME-002",
            (target, random) -> {
              try (Probes probes = target.probes()) {
                waiting.countDown();
                probes.pause(Duration.ofHours(1));
              }
              return new Outcome.Held(Evidence.PROVEN);
            });
    List<Check> checks = List.of(only("FRAME-001").get(0), endless, only("FRAME-003").get(0));
    try (ReferenceServer server = server(Parts.of(protocol))) {
      List<RuntimeException> defects = Collections.synchronizedList(new ArrayList<>());
      Suite suite =
          new Suite(
              plan(server, checks),
              new Silent() {
                @Override
                public void defect(Rule rule, RuntimeException defect) {
                  defects.add(defect);
                }
              });
      SuiteResult[] result = new SuiteResult[1];
      boolean[] interruptedAfterwards = new boolean[1];
      Thread runner =
          new Thread(
              () -> {
                try {
                  result[0] = suite.run();
                } catch (simul.conformance.probe.TargetUnreachable e) {
                  throw new IllegalStateException(e);
                }
                interruptedAfterwards[0] = Thread.currentThread().isInterrupted();
              });
      runner.start();
      assertThat(waiting.await(30, TimeUnit.SECONDS)).isTrue();

      suite.stop();
      runner.join(TimeUnit.SECONDS.toMillis(30));

      assertThat(runner.isAlive()).isFalse();
      assertThat(result[0].checks())
          .extracting(CheckResult::verdict)
          .containsExactly(Verdict.PASS, Verdict.INCONCLUSIVE, Verdict.INCONCLUSIVE);
      assertThat(result[0].checks().get(1).reason()).contains("the run was interrupted");
      assertThat(result[0].verdict()).isEqualTo(Verdict.INCONCLUSIVE);
      assertThat(defects).isEmpty();
      assertThat(interruptedAfterwards[0]).as("reports can be written").isFalse();
    }
  }

  @Test
  void stoppedBeforeItBeginsItRunsNothing() throws Exception {
    try (ReferenceServer server = server(Parts.of(protocol))) {
      Suite suite = new Suite(plan(server, only("FRAME-001")), new Silent());

      suite.stop();

      assertThat(suite.run().checks())
          .extracting(CheckResult::verdict)
          .containsExactly(Verdict.INCONCLUSIVE);
    }
  }
}
