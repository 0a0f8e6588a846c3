package simul.ci.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import simul.ci.launch.LaunchRecord;
import simul.conformance.verdict.CheckResult;
import simul.conformance.verdict.Evidence;
import simul.conformance.verdict.Expectation;
import simul.conformance.verdict.Finding;
import simul.conformance.verdict.Hint;
import simul.conformance.verdict.Observation;
import simul.conformance.verdict.ProcessExit;
import simul.conformance.verdict.Stimulus;
import simul.conformance.verdict.SuiteResult;
import simul.conformance.verdict.Verdict;
import simul.spec.load.SpecLoader;
import simul.spec.meaning.Protocol;
import simul.spec.rule.Rule;
import simul.spec.rule.RuleCatalogue;
import simul.spec.world.Cell;

class ConformJsonTest {
  private static final Rule FIRST = RuleCatalogue.get("FRAME-001");
  private static final Rule SECOND = RuleCatalogue.get("FRAME-002");
  private static final Rule THIRD = RuleCatalogue.get("FRAME-003");

  private static final Finding FINDING =
      new Finding(
          new Stimulus(
              List.of(new Stimulus.Sent("a", List.of("MOVE right"), List.of(1, 2), true, false)),
              Evidence.PROVEN),
          new Expectation.Position(0, new Cell(1, 0)),
          new Observation.Closed("a", 3),
          new byte[] {3, 2, 0},
          Optional.of(Hint.TAKES_LONE_BYTE_FOR_PACKET),
          Optional.of("FRAME-003.trace"));

  @Test
  void hasTheNamesThatOthersRead() throws Exception {
    SuiteResult result =
        new SuiteResult(
            "homework3",
            "127.0.0.1:9000",
            123,
            Duration.ofSeconds(2),
            Duration.ofMillis(1234),
            List.of(
                CheckResult.pass(FIRST, Duration.ofMillis(12), Evidence.PROVEN),
                CheckResult.undecided(
                    SECOND, Verdict.SKIPPED, Duration.ZERO, "no client could join"),
                CheckResult.fail(THIRD, Duration.ofMillis(7), FINDING)));
    ConformReport report =
        new ConformReport(
            result,
            true,
            Protocol.of(SpecLoader.load("homework3")),
            new InetSocketAddress("127.0.0.1", 9000),
            "1.0",
            OffsetDateTime.parse("2026-11-05T14:03:22+09:00"),
            Map.of());

    assertThat(ConformJson.of(report))
        .isEqualTo(
            """
            {
              "tool": "simul",
              "version": "1.0",
              "spec": "homework3",
              "target": "127.0.0.1:9000",
              "seed": 123,
              "verdict": "FAIL",
              "finished": true,
              "durationMillis": 1234,
              "patienceMillis": 2000,
              "checks": [
                {"id": "FRAME-001", "rule": "a whole packet in one write is acted on once", "level": "MUST", "verdict": "PASS", "millis": 12, "evidence": "proven"},
                {"id": "FRAME-002", "rule": "packets that arrive one byte at a time are acted on as if they came whole", "level": "MUST", "verdict": "SKIPPED", "millis": 0, "evidence": "assumed", "reason": "no client could join"},
                {
                  "id": "FRAME-003",
                  "rule": "a packet cut between length and type is still one packet",
                  "level": "MUST",
                  "verdict": "FAIL",
                  "millis": 7,
                  "evidence": "proven",
                  "finding": {"sent": "MOVE right, 3 bytes in 2 segments (1 + 2; server read them apart: proven)", "expected": "POSITION id=0 x=1 y=0 on every client", "actual": "connection of client a closed after 3 ms", "received": "03 02 00", "hint": "the server seems to take the lone first byte for a whole packet", "replay": "FRAME-003.trace"}
                }
              ]
            }
            """);
  }

  @Test
  void saysWhatBecameOfLaunchedServer() throws Exception {
    SuiteResult result =
        new SuiteResult(
            "homework3", "127.0.0.1:9000", 123, Duration.ofSeconds(2), Duration.ZERO, List.of());
    ProcessExit exit = new ProcessExit(139, Optional.of("SIGSEGV"), List.of("one", "two"));
    LaunchRecord record =
        new LaunchRecord(
            "server {port}",
            2,
            List.of(
                new LaunchRecord.Loss(
                    Optional.of("FRAME-001"), Optional.of(exit), exit.lastOutput()),
                new LaunchRecord.Loss(Optional.empty(), Optional.empty(), List.of())));
    ConformReport report =
        new ConformReport(
            result,
            true,
            Protocol.of(SpecLoader.load("homework3")),
            new InetSocketAddress("127.0.0.1", 9000),
            "1.0",
            OffsetDateTime.parse("2026-11-05T14:03:22+09:00"),
            Map.of(),
            Optional.of(record));

    assertThat(ConformJson.of(report))
        .contains(
            """
              "launch": {
                "command": "server {port}",
                "restarts": 2,
                "exits": [
                  {
                    "check": "FRAME-001",
                    "status": 139,
                    "signal": "SIGSEGV",
                    "output": ["one", "two"]
                  },
                  {
                    "hung": true,
                    "output": []
                  }
                ]
              },
              "checks": []
            """);
  }
}
