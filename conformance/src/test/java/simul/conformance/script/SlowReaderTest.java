package simul.conformance.script;

import static org.assertj.core.api.Assertions.assertThat;
import static simul.conformance.script.Step.Farewell.RESET;
import static simul.conformance.script.Trials.findingOn;
import static simul.conformance.script.Trials.onOdd;
import static simul.conformance.script.Trials.onRight;
import static simul.conformance.script.Trials.with;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import simul.conformance.odd.Servers;
import simul.conformance.verdict.Expectation;
import simul.conformance.verdict.Finding;
import simul.conformance.verdict.Observation;
import simul.conformance.verdict.Stimulus.Deed;
import simul.spec.reference.ReferenceServer;

/**
 * A client that stops reading until the server has had to keep bytes back for it. That takes a few
 * hundred thousand moves' answers, so one test runs after the other.
 */
@Tag("whole")
class SlowReaderTest {
  private static final int MOVER = 0;
  private static final int SLOW = 1;
  private static final int OTHER = 2;

  @BeforeAll
  static void bufferCanBeLookedInto() {
    Assumptions.assumeTrue(
        Files.isReadable(Path.of("/proc/net/tcp")),
        "no /proc/net/tcp: nothing tells whether a send buffer is full here");
  }

  private static Script.Builder filled() {
    return with(1).arriveNarrow(SLOW).settle().stall(SLOW).fill(MOVER, 32);
  }

  private static Script.Builder caughtUp() {
    return filled().resume(SLOW, false).settle().walk(MOVER, 0, 1).settle();
  }

  private static Script.Builder twoAreSlow() {
    return with(1)
        .arriveNarrow(SLOW)
        .settle()
        .arriveNarrow(OTHER)
        .settle()
        .stall(SLOW)
        .walk(MOVER, 0, 1, 0)
        .settle()
        .stall(OTHER)
        .fill(MOVER, 32)
        .resume(OTHER, false)
        .resume(SLOW, false)
        .settle();
  }

  static Stream<Arguments> scripts() {
    return Stream.of(
        Arguments.of("it catches up slowly", filled().resume(SLOW, true).settle()),
        Arguments.of("it never reads again", filled().walk(MOVER, 0).settle()),
        Arguments.of("it resets", filled().leave(SLOW, RESET).settle().arrive(SLOW).settle()),
        Arguments.of("another joins", filled().arrive(OTHER).settle().walk(OTHER, 0).settle()),
        Arguments.of("two are slow", twoAreSlow()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scripts")
  void rightServerHolds(String what, Script.Builder script) {
    assertThat(onRight(script)).as(what).isInstanceOf(Outcome.Held.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"keeps-slow-readers", "drops-slow-readers"})
  void oddServerHolds(String odd) {
    assertThat(onOdd(odd, caughtUp())).isInstanceOf(Outcome.Held.class);
  }

  static Stream<Arguments> faulty() {
    return Stream.of(
        Arguments.of("drops-remainder", caughtUp()),
        Arguments.of("puts-packet-before-remainder", caughtUp()),
        Arguments.of("mixes-up-remainders", twoAreSlow()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faulty")
  void whatSlowReaderMissesIsFound(String mutant, Script.Builder script) {

    Finding finding = findingOn(mutant, script);

    // Where the stream was cut decides what the client makes of the rest: no packet, or another
    // one.
    assertThat(finding.expected())
        .isInstanceOfAny(
            Expectation.WholePackets.class, Expectation.Position.class, Expectation.NoNews.class);
    assertThat(finding.actual().client()).isIn("b", "c");
  }

  @Test
  void serverThatBlocksOnTheReaderIsFound() {
    Script.Builder script = filled().arrive(OTHER).settle().walk(OTHER, 0).settle();

    Finding finding = findingOn("blocks-on-slow-reader", script);

    // Depending on what it had told when it met the full buffer, a move or the newcomer shows it.
    assertThat(finding.expected())
        .isInstanceOfAny(Expectation.Position.class, Expectation.Admission.class);
    assertThat(finding.actual()).isInstanceOf(Observation.Silence.class);
    assertThat(((Observation.Silence) finding.actual()).life())
        .isEqualTo(Observation.Life.ADMITS_NOBODY);
  }

  @Test
  void findingTellsThatTheReaderWasSlow() {
    Finding finding = findingOn("never-notices-reset-of-slow-reader", filled().leave(SLOW, RESET));

    assertThat(finding.expected()).isEqualTo(new Expectation.Departure(1));
    assertThat(finding.sent().deeds()).contains(new Deed(Deed.Kind.RESET, List.of("b")));
  }

  @Test
  void bufferOfServerThatIsTooSlowIsLeftAlone() {
    try (ReferenceServer server = Servers.takingItsTime(Trials.PROTOCOL, Duration.ofMillis(20))) {
      Target target = new Target(Trials.PROTOCOL, server.address(), Trials.LONG);

      Outcome outcome = Trial.run(target.withEffort(Effort.QUICK), filled().settle().build());

      assertThat(outcome).isInstanceOf(Outcome.NotApplicable.class);
      assertThat(((Outcome.NotApplicable) outcome).reason())
          .startsWith("the server's send buffer was not filled within 5 s: ");
    }
  }
}
