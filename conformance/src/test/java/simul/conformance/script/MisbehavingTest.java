package simul.conformance.script;

import static org.assertj.core.api.Assertions.assertThat;
import static simul.conformance.script.Step.Farewell.CLOSE;
import static simul.conformance.script.Trials.findingOn;
import static simul.conformance.script.Trials.onOdd;
import static simul.conformance.script.Trials.onRight;
import static simul.conformance.script.Trials.with;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import simul.conformance.verdict.Expectation;
import simul.conformance.verdict.Finding;
import simul.conformance.verdict.Observation;
import simul.conformance.verdict.Stimulus.Deed;
import simul.spec.wire.HexDump;
import simul.spec.world.Cell;

/** The first client breaks the protocol; what others are told is judged all the same. */
@Execution(ExecutionMode.CONCURRENT)
class MisbehavingTest {
  private static final byte[] UNKNOWN_TYPE = HexDump.parse("03 09 03");
  private static final byte[] NO_DIRECTION = HexDump.parse("03 01 07");

  private static byte[] garbage(int bytes) {
    byte[] garbage = new byte[bytes];
    new SplittableRandom(1).nextBytes(garbage);
    garbage[0] = 0;
    return garbage;
  }

  /** Whoever sees first that it is cut off, others are still to be told of its move. */
  @Test
  void moveBeforeGarbageMayBeToldAfterItsClientIsGone() {
    Script.Builder script = with(3);
    for (int round = 0; round < 8; round++) {
      script.misbehave(0, HexDump.parse("03 01 03 03 01 01 00 00"), false).settle();
      script.leave(0, CLOSE).settle().arrive(0).settle();
    }

    assertThat(onRight(script)).isInstanceOf(Outcome.Held.class);
  }

  private static Script.Builder badPacketThenMoves(byte[] packet) {
    return with(3)
        .misbehave(0, packet, true)
        .walk(1, 0)
        .settle()
        .walk(0, 0, 1)
        .settle()
        .walk(1, 0)
        .settle();
  }

  private static Script.Builder garbageBesideMoves(int bytes) {
    return with(3)
        .misbehave(0, garbage(bytes), false)
        .walk(1, 0, 1)
        .walk(2, 1)
        .settle()
        .walk(0, 0)
        .arrive(3)
        .settle()
        .leave(0, CLOSE)
        .settle();
  }

  @ParameterizedTest
  @CsvSource({
    "'', 03 09 03",
    "'', 03 01 07",
    "skips-bad-frames, 03 09 03",
    "resets-over-bad-input, 03 09 03"
  })
  void badPacketThenMovesHold(String odd, String packet) {
    Script.Builder script = badPacketThenMoves(HexDump.parse(packet));

    Outcome outcome = odd.isEmpty() ? onRight(script) : onOdd(odd, script);

    assertThat(outcome).isInstanceOf(Outcome.Held.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 200, 1 << 20})
  void garbageBesideMovesHolds(int bytes) {
    assertThat(onRight(garbageBesideMoves(bytes))).isInstanceOf(Outcome.Held.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"skips-bad-frames", "resets-over-bad-input"})
  void garbageHoldsOnOddServer(String odd) {
    assertThat(onOdd(odd, garbageBesideMoves(200))).isInstanceOf(Outcome.Held.class);
  }

  static Stream<Arguments> faulty() {
    return Stream.of(
        Arguments.of(
            "takes-unknown-type-for-move",
            badPacketThenMoves(UNKNOWN_TYPE),
            new Expectation.NoMorePositions(0),
            new Observation.UnaskedPosition("a", 0, new Cell(0, 1))),
        Arguments.of(
            "takes-direction-modulo-four",
            badPacketThenMoves(NO_DIRECTION),
            new Expectation.NoMorePositions(0),
            new Observation.UnaskedPosition("a", 0, new Cell(1, 0))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faulty")
  void badPacketThatMovesThePieceIsFound(
      String mutant, Script.Builder script, Expectation expected, Observation actual) {

    Finding finding = findingOn(mutant, script);

    assertThat(finding.expected()).isEqualTo(expected);
    assertThat(finding.actual()).isEqualTo(actual);
    assertThat(finding.sent().deeds())
        .containsExactly(new Deed(Deed.Kind.SENT_GARBAGE, List.of("a")));
  }

  @Test
  void neighbourThatIsDisconnectedIsFound() {
    Finding finding = findingOn("disconnects-neighbour-of-bad-client", garbageBesideMoves(200));

    assertThat(finding.actual()).isInstanceOf(Observation.Closed.class);
    assertThat(finding.actual().client()).isEqualTo("b");
  }

  @Test
  void crashIsFound() {
    Finding finding = findingOn("crashes-on-unknown-type", badPacketThenMoves(UNKNOWN_TYPE));

    assertThat(finding.actual()).isInstanceOf(Observation.Closed.class);
    assertThat(finding.actual().client()).isIn("b", "c");
  }

  @Test
  void slotThatBadClientKeepsIsFound() {
    Finding finding = findingOn("keeps-slot-of-bad-client", garbageBesideMoves(200));

    assertThat(finding.expected()).isEqualTo(new Expectation.Departure(0));
    assertThat(finding.actual()).isInstanceOf(Observation.Silence.class);
  }
}
