package simul.conformance.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import simul.conformance.odd.Servers;
import simul.conformance.verdict.Evidence;
import simul.conformance.verdict.Expectation;
import simul.conformance.verdict.Finding;
import simul.conformance.verdict.Hint;
import simul.conformance.verdict.Observation;
import simul.conformance.verdict.Observation.Life;
import simul.conformance.verdict.ProcessExit;
import simul.conformance.verdict.Stimulus;
import simul.conformance.verdict.Stimulus.Deed;
import simul.conformance.verdict.Stimulus.Deed.Kind;
import simul.conformance.verdict.Stimulus.Sent;
import simul.spec.model.Sender;
import simul.spec.wire.FrameDecoder;
import simul.spec.wire.FrameFault;
import simul.spec.wire.HexDump;
import simul.spec.world.Cell;

/** Findings as checks make them, on homework3. */
final class SampleFindings {
  private static final Sent LONE_BYTE =
      new Sent("a", List.of("MOVE right"), List.of(1, 2), true, false);
  private static final FrameFault FAULT = faultOf(new byte[] {4, 1, 0, 0});

  private static FrameFault faultOf(byte[] frame) {
    FrameDecoder decoder = Servers.HOMEWORK3.packets(Sender.SERVER).newDecoder();
    assertThat(decoder.next(frame, 0, frame.length)).isEqualTo(FrameDecoder.Status.INVALID);
    return decoder.fault();
  }

  private SampleFindings() {}

  /** Between them they have every expectation, observation, life, deed and hint. */
  static List<Finding> all() {
    return Stream.of(ofPlay(), ofServer(), ofCompany(), ofMisbehaviour())
        .flatMap(List::stream)
        .toList();
  }

  /** Of moves and what came of them. */
  private static List<Finding> ofPlay() {
    return List.of(
        finding(
            stimulus(Evidence.PROVEN, LONE_BYTE),
            new Expectation.Position(0, new Cell(1, 0)),
            new Observation.Closed("a", 3),
            "03 02 00 05 01 00 00 00",
            Hint.TAKES_LONE_BYTE_FOR_PACKET),
        finding(
            stimulus(Evidence.ASSUMED, new Sent("a", moves(2), List.of(2, 2, 2), true, false)),
            new Expectation.NoMorePositions(0),
            new Observation.UnaskedPosition("b", 0, new Cell(0, 2)),
            "05 01 00 00 02",
            Hint.ACTS_ON_PART_OF_PACKET),
        finding(
            stimulus(Evidence.PROVEN, new Sent("a", moves(50), List.of(150), false, true)),
            new Expectation.Position(0, new Cell(1, 1)),
            new Observation.OtherPosition("a", 0, new Cell(0, 1)),
            "05 01 00 00 01 05 01 00 00 02 05 01 00 00 03 05 01 00 00 04",
            Hint.HANDLES_FIRST_PACKET_ONLY),
        finding(
            stimulus(Evidence.PROVEN, single("a", 14)),
            new Expectation.Position(7, new Cell(7, 7)),
            new Observation.Silence("a", 2000, Life.SERVES_OTHERS),
            "",
            Hint.FORGETS_CUT_PACKET),
        finding(
            stimulus(
                Evidence.PROVEN,
                LONE_BYTE,
                new Sent("b", List.of(), true, List.of(1), true, false)),
            new Expectation.Position(1, new Cell(0, 0)),
            new Observation.Silence("b", 300, Life.ADMITS_NOBODY),
            "",
            Hint.SHARES_BUFFER),
        finding(
            stimulus(Evidence.PROVEN, new Sent("a", moves(1), List.of(3), false, false)),
            new Expectation.StaysConnected(),
            new Observation.Silence("b", 2000, Life.GONE),
            "",
            null));
  }

  /** Of what a server does by itself, or for whoever only joins. */
  private static List<Finding> ofServer() {
    return List.of(
        finding(
            stimulus(Evidence.PROVEN),
            new Expectation.WholePackets(),
            new Observation.BrokenFrame("a", FAULT),
            "05 01 00 00 00 04 01 00 00",
            null),
        finding(
            stimulus(Evidence.PROVEN),
            new Expectation.WholePackets(),
            new Observation.Flood("a", 16_800_000),
            "05 01 00 00 00",
            null),
        finding(
            stimulus(Evidence.PROVEN),
            new Expectation.Admission(),
            new Observation.Unreachable("a"),
            "",
            null),
        finding(
            stimulus(Evidence.PROVEN),
            new Expectation.UniqueId(),
            new Observation.DuplicateId("b", 0, "a"),
            "03 02 00",
            null),
        finding(
            stimulus(Evidence.PROVEN),
            new Expectation.Introduction(1),
            new Observation.Silence("a", 2000, Life.SERVES_OTHERS),
            "03 02 00",
            null),
        finding(
            stimulus(Evidence.PROVEN),
            new Expectation.CellOfBoard(8, 8),
            new Observation.OtherPosition("a", 0, new Cell(8, 0)),
            "03 02 00 05 01 00 08 00",
            null),
        finding(
            stimulus(Evidence.PROVEN),
            new Expectation.KeepsRunning(),
            new Observation.Exited(
                "a", new ProcessExit(139, Optional.of("SIGSEGV"), List.of("one", "two"))),
            "",
            null));
  }

  /** Of clients that come and go. */
  private static List<Finding> ofCompany() {
    return List.of(
        finding(
            after(new Deed(Kind.JOINED, List.of("b"))),
            new Expectation.OwnFirst(),
            new Observation.UnaskedArrival("b", 0),
            "03 02 00 05 01 00 00 00 03 02 01 05 01 01 01 00",
            null),
        finding(
            after(new Deed(Kind.JOINED, List.of("b", "c"))),
            new Expectation.IdInRange(0, 9),
            new Observation.Admitted("c", 10),
            "03 02 0A 05 01 0A 02 01",
            null),
        finding(
            after(new Deed(Kind.CLOSED, List.of("b"))),
            new Expectation.Departure(1),
            new Observation.Silence("a", 2000, Life.FULL),
            "",
            null),
        finding(
            after(new Deed(Kind.HALF_CLOSED, List.of("b")), new Deed(Kind.RESET, List.of("c"))),
            new Expectation.NoNews(1),
            new Observation.UnaskedDeparture("a", 1),
            "03 03 01",
            null),
        finding(
            after(new Deed(Kind.SAID_GOODBYE, List.of("c"))),
            new Expectation.NoNews(2),
            new Observation.UnaskedArrival("a", 2),
            "03 02 02",
            null),
        finding(
            after(new Deed(Kind.KNOCKED, List.of("k", "l", "m", "n", "o", "p", "q"))),
            new Expectation.Refusal(10),
            new Observation.Admitted("k", 3),
            "03 02 03 05 01 03 03 00",
            null),
        finding(
            after(new Deed(Kind.KNOCKED, List.of("k"))),
            new Expectation.Close(),
            new Observation.Silence("k", 2000, Life.FULL),
            "",
            null));
  }

  /** Of clients that do what they should not. */
  private static List<Finding> ofMisbehaviour() {
    return List.of(
        finding(
            new Stimulus(
                List.of(new Sent("a", List.of(), List.of(200), true, false)),
                List.of(new Deed(Kind.SENT_GARBAGE, List.of("a"))),
                Evidence.PROVEN),
            new Expectation.StaysConnected(),
            new Observation.Closed("b", 3),
            "",
            null),
        finding(
            after(
                new Deed(Kind.STOPPED_READING, List.of("b")), new Deed(Kind.READ_ON, List.of("b"))),
            new Expectation.Position(0, new Cell(1, 0)),
            new Observation.UnaskedOwnId("b", 0),
            "03 02 00",
            null),
        finding(
            stimulus(Evidence.PROVEN),
            new Expectation.NoGrowth(12),
            new Observation.Grown("a", 40),
            "",
            null));
  }

  private static Stimulus after(Deed... deeds) {
    return new Stimulus(List.of(), List.of(deeds), Evidence.PROVEN);
  }

  private static Finding finding(
      Stimulus sent, Expectation expected, Observation actual, String received, Hint hint) {
    return new Finding(
        sent,
        expected,
        actual,
        HexDump.parse(received),
        Optional.ofNullable(hint),
        Optional.empty());
  }

  private static Stimulus stimulus(Evidence evidence, Sent... sends) {
    return new Stimulus(List.of(sends), evidence);
  }

  private static List<String> moves(int count) {
    return Stream.generate(() -> "MOVE down").limit(count).toList();
  }

  private static Sent single(String client, int bytes) {
    List<Integer> ones = Stream.generate(() -> 1).limit(bytes).toList();
    return new Sent(client, moves(4), true, ones, true, false);
  }
}
