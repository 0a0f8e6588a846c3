package simul.ci.report;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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
import simul.spec.load.SpecException;
import simul.spec.load.SpecLoader;
import simul.spec.meaning.Protocol;
import simul.spec.rule.Rule;
import simul.spec.rule.RuleCatalogue;
import simul.spec.wire.HexDump;
import simul.spec.world.Cell;

/** A run with every verdict in it, always the same. */
public final class Sample {
  public static final InetSocketAddress TARGET = new InetSocketAddress("127.0.0.1", 9000);

  private Sample() {}

  public static Protocol protocol() {
    try {
      return Protocol.of(SpecLoader.load("homework3"));
    } catch (SpecException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One check that passed, one that failed, two that are undecided and one that was skipped. */
  public static ConformReport report() {
    return report(
        List.of(
            CheckResult.pass(rule("FRAME-001"), Duration.ofMillis(12), Evidence.PROVEN),
            failed(rule("FRAME-003"), finding(), transcript()),
            CheckResult.undecided(
                rule("FRAME-004"),
                Verdict.INCONCLUSIVE,
                Duration.ofMillis(2001),
                "the target answers too slowly"),
            CheckResult.undecided(
                rule("FRAME-005"),
                Verdict.INCONCLUSIVE,
                Duration.ofMillis(1),
                "a defect of this program: java.lang.IllegalStateException: <oops>"),
            CheckResult.undecided(
                rule("JOIN-001"),
                Verdict.SKIPPED,
                Duration.ZERO,
                "it could not begin, see JOIN-004")),
        Map.of("FRAME-005", defect()));
  }

  public static ConformReport report(
      List<CheckResult> checks, Map<String, RuntimeException> defects) {
    return report(checks, defects, true);
  }

  static ConformReport report(
      List<CheckResult> checks, Map<String, RuntimeException> defects, boolean finished) {
    SuiteResult result =
        new SuiteResult(
            "homework3",
            "127.0.0.1:9000",
            123,
            Duration.ofSeconds(2),
            Duration.ofMillis(2345),
            checks);
    return new ConformReport(
        result,
        finished,
        protocol(),
        TARGET,
        "1.0",
        OffsetDateTime.parse("2026-11-05T14:03:22.123+09:00"),
        defects);
  }

  public static Rule rule(String id) {
    return RuleCatalogue.get(id);
  }

  public static CheckResult failed(Rule rule, Finding finding, Transcript transcript) {
    return CheckResult.fail(rule, Duration.ofMillis(7), finding).withTranscript(transcript);
  }

  private static RuntimeException defect() {
    IllegalStateException defect = new IllegalStateException("<oops>");
    defect.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement("simul.conformance.Some", "method", "Some.java", 12)
        });
    return defect;
  }

  public static Finding finding() {
    return new Finding(
        new Stimulus(
            List.of(new Stimulus.Sent("a", List.of("MOVE right"), List.of(1, 2), true, false)),
            Evidence.PROVEN),
        new Expectation.Position(0, new Cell(1, 0)),
        new Observation.Closed("a", 3),
        new byte[] {3, 2, 0},
        Optional.of(Hint.TAKES_LONE_BYTE_FOR_PACKET),
        Optional.of("FRAME-003.trace"));
  }

  /** A launched server has ended during a check that found nothing amiss. */
  static Finding exited() {
    return new Finding(
        new Stimulus(List.of(), Evidence.PROVEN),
        new Expectation.KeepsRunning(),
        new Observation.Exited(
            "a", new ProcessExit(139, Optional.of("SIGSEGV"), List.of("bye", "<dumped>"))),
        new byte[0],
        Optional.empty(),
        Optional.empty());
  }

  /** Two clients join, one sends a byte, is disconnected, and then nothing happens for a while. */
  public static Transcript transcript() {
    return new Transcript(
        Instant.parse("2026-11-05T05:03:23Z"),
        OptionalLong.of(2_005_000_000L),
        List.of(
            connection(
                "a",
                50_001,
                event(Transcript.Kind.OPENED, 100_000, ""),
                event(Transcript.Kind.RECEIVED, 200_000, "03 02 00 05 01 00 00 00"),
                event(Transcript.Kind.RECEIVED, 400_000, "03 02 01 05 01 01 01 00"),
                event(Transcript.Kind.SENT, 1_000_000, "03"),
                event(Transcript.Kind.TARGET_CLOSED, 4_000_000, ""),
                event(Transcript.Kind.CLOSED, 2_006_000_000L, "")),
            connection(
                "b",
                50_002,
                event(Transcript.Kind.OPENED, 300_000, ""),
                event(
                    Transcript.Kind.RECEIVED,
                    410_000,
                    "03 02 01 05 01 01 01 00 03 02 00 05 01 00 00 00"),
                event(Transcript.Kind.RECEIVED, 5_000_000, "03 03 00 05 07"),
                event(Transcript.Kind.HALF_CLOSED, 2_005_100_000L, ""),
                event(Transcript.Kind.CLOSED, 2_006_100_000L, ""))),
        0);
  }

  static Transcript.Connection connection(String client, int port, Transcript.Event... events) {
    return new Transcript.Connection(
        client,
        new InetSocketAddress("127.0.0.1", port),
        TARGET,
        List.of(events),
        new Transcript.Dropped(0, 0),
        List.of());
  }

  static Transcript.Event event(Transcript.Kind kind, long nanos, String hex) {
    byte[] bytes = HexDump.parse(hex);
    return new Transcript.Event(kind, nanos, bytes.length, bytes);
  }

  /** So many moves and answers on one connection. */
  public static Transcript longTranscript(int moves) {
    List<Transcript.Event> events = new ArrayList<>();
    events.add(event(Transcript.Kind.OPENED, 0, ""));
    for (int i = 1; i <= moves; i++) {
      events.add(event(Transcript.Kind.SENT, 1_000L * i, "03 01 03"));
      events.add(event(Transcript.Kind.RECEIVED, 1_000L * i + 500, "05 01 00 01 00"));
    }
    return new Transcript(
        Instant.EPOCH,
        OptionalLong.empty(),
        List.of(connection("a", 50_001, events.toArray(Transcript.Event[]::new))),
        0);
  }
}
