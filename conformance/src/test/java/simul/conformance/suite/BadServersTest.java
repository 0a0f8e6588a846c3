package simul.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import simul.conformance.check.Check;
import simul.conformance.check.Selection;
import simul.conformance.odd.BadServer;
import simul.conformance.odd.Servers;
import simul.conformance.odd.SuiteRun;
import simul.conformance.probe.Probes;
import simul.conformance.verdict.Observation;
import simul.conformance.verdict.Verdict;
import simul.spec.meaning.Protocol;
import simul.spec.reference.PassingHandler;
import simul.spec.reference.ReferenceServer;
import simul.spec.reference.io.Connection;
import simul.spec.reference.io.ConnectionHandler;
import simul.spec.world.Cell;

/**
 * Servers that are hardly servers. Whatever they do, the run ends soon, with a word about the
 * server and none about the tester.
 */
@Execution(ExecutionMode.CONCURRENT)
class BadServersTest {
  private static final Protocol PROTOCOL = Servers.HOMEWORK3;

  /** Short, but long enough for a busy machine to get to a connection at all. */
  private static final Duration PATIENCE = Duration.ofMillis(800);

  /** Patience, the time that a departure may go unnoticed, farewells, and a busy machine. */
  private static final Duration SOON = Duration.ofSeconds(15);

  private static final List<Check> CHECKS =
      new Selection(List.of("FRAME-001", "FRAME-003", "FRAME-007"), List.of()).of(Checks.all());

  private static final byte[] POSITION = PROTOCOL.eventEncoder().position(0, new Cell(0, 0));
  private static final byte[] HELLO = PROTOCOL.eventEncoder().self(0, new Cell(0, 0));
  private static final byte[] LOGIN = Arrays.copyOf(HELLO, HELLO.length - POSITION.length);

  private static byte[] many(byte[] packet) {
    byte[] all = new byte[10_000 * packet.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = packet[i % packet.length];
    }
    return all;
  }

  private static SuiteRun run(BadServer.Manner manner) {
    try (BadServer server = BadServer.that(manner)) {
      SuiteRun run = SuiteRun.of(PROTOCOL, server.address(), CHECKS, PATIENCE);
      assertEndsWell(run);
      return run;
    }
  }

  private static void assertEndsWell(SuiteRun run) {
    assertThat(run.crash()).isEmpty();
    assertThat(run.defects()).isEmpty();
    assertThat(run.threadsLeft()).isEmpty();
    assertThat(run.took()).isLessThan(SOON);
  }

  static Stream<Arguments> mute() {
    return Stream.of(
        Arguments.of(
            "closes at once",
            manner(visit -> {}),
            "closed it before the client was told its own ID"),
        Arguments.of(
            "resets",
            manner(BadServer.Visit::reset),
            "closed it before the client was told its own ID"),
        Arguments.of(
            "listens and never answers",
            manner(BadServer.Visit::listen),
            "did not tell the client its own ID within 800 ms (0 bytes came)"),
        Arguments.of(
            "does not even listen",
            manner(BadServer.Visit::ignore),
            "did not tell the client its own ID within 800 ms (0 bytes came)"),
        Arguments.of(
            "sends half a packet and stops",
            manner(visit -> visit.send(LOGIN[0]).listen()),
            "did not tell the client its own ID within 800 ms (1 byte came)"));
  }

  private static BadServer.Manner manner(BadServer.Manner manner) {
    return manner;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mute")
  void serverThatSaysNothingIsUnreachable(String name, BadServer.Manner manner, String message) {
    try (BadServer server = BadServer.that(manner)) {

      SuiteRun run = SuiteRun.of(PROTOCOL, server.address(), CHECKS, PATIENCE);

      assertEndsWell(run);
      assertThat(run.unreachable())
          .as(name)
          .contains(Probes.describe(server.address()) + " accepted the connection, but " + message);
      assertThat(run.heard()).isEmpty();
    }
  }

  static Stream<Arguments> talkative() {
    byte[] http = "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    return Stream.of(
        Arguments.of("sends garbage", manner(v -> v.send(http).listen()), "SEND-001"),
        Arguments.of("sends a length of zero", manner(v -> v.send(0).listen()), "SEND-001"),
        Arguments.of("floods with garbage", manner(v -> v.flood(many(http))), "SEND-001"),
        Arguments.of("trickles for ever", manner(v -> v.trickle(POSITION)), "FULL-002"),
        Arguments.of("tells its ID only", manner(v -> v.send(LOGIN).listen()), "FULL-002"),
        Arguments.of(
            "tells its cell before its ID",
            manner(v -> v.send(POSITION).send(LOGIN).listen()),
            "FULL-002"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("talkative")
  void serverThatLetsNobodyInFails(String name, BadServer.Manner manner, String rule) {
    SuiteRun run = run(manner);

    assertThat(run.rules(Verdict.FAIL)).as(name).containsExactly(rule);
    assertThat(run.rules(Verdict.SKIPPED)).hasSameSizeAs(CHECKS);
  }

  static Stream<Arguments> treacherous() {
    return Stream.of(
        Arguments.of("goes silent", manner(v -> v.send(HELLO).listen())),
        Arguments.of("goes deaf", manner(v -> v.send(HELLO).ignore())),
        Arguments.of("closes on the first move", manner(v -> v.send(HELLO).receive())),
        Arguments.of("sends garbage on a move", manner(v -> v.send(HELLO).receive().send(0))),
        Arguments.of("trickles positions", manner(v -> v.send(HELLO).trickle(POSITION))),
        Arguments.of("trickles arrivals", manner(v -> v.send(HELLO).trickle(LOGIN))),
        Arguments.of("floods with positions", manner(v -> v.send(HELLO).flood(many(POSITION)))),
        Arguments.of("floods with arrivals", manner(v -> v.send(HELLO).flood(many(LOGIN)))),
        Arguments.of(
            "takes the client out again",
            manner(v -> v.send(HELLO).send(PROTOCOL.eventEncoder().leave(0)).listen())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("treacherous")
  void serverThatGoesBadAfterTheWelcomeFails(String name, BadServer.Manner manner) {
    SuiteRun run = run(manner);

    assertThat(run.result().map(result -> result.verdict())).as(name).contains(Verdict.FAIL);
    assertThat(run.rules(Verdict.PASS)).isEmpty();
  }

  @Test
  void floodOfGoodPacketsIsCalledOne() {
    SuiteRun run;
    try (BadServer server = BadServer.that(visit -> visit.flood(many(POSITION)))) {

      run = SuiteRun.of(PROTOCOL, server.address(), CHECKS, Duration.ofSeconds(10));
    }

    assertEndsWell(run);
    assertThat(run.rules(Verdict.FAIL)).containsExactly("SEND-001");
    assertThat(run.heard().get(0).finding().orElseThrow().actual())
        .isInstanceOf(Observation.Flood.class);
  }

  @Test
  void serverForOneClientOnlyAdmitsNobodyElse() {
    SuiteRun run;
    try (ReferenceServer server = Servers.handling(PROTOCOL, FirstClientOnly::new)) {

      run = SuiteRun.of(PROTOCOL, server.address(), CHECKS, PATIENCE);
    }

    assertEndsWell(run);
    assertThat(run.rules(Verdict.FAIL)).containsExactly("FULL-002");
    assertThat(run.heard().get(0).finding().orElseThrow().actual())
        .isEqualTo(new Observation.Silence("a", 800, Observation.Life.ADMITS_NOBODY));
    assertThat(run.rules(Verdict.SKIPPED)).hasSameSizeAs(CHECKS);
  }

  private static final class FirstClientOnly extends PassingHandler {
    private boolean served;

    FirstClientOnly(ConnectionHandler game) {
      super(game);
    }

    @Override
    public void opened(Connection connection) {
      if (!served) {
        served = true;
        super.opened(connection);
      }
    }
  }
}
