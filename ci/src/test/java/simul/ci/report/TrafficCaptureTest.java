package simul.ci.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simul.conformance.probe.Recorder;
import simul.conformance.verdict.Transcript;

/** What Wireshark makes of a capture. */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class TrafficCaptureTest {
  @TempDir private Path folder;

  private Tshark captured(String ours, String theirs, java.util.function.Consumer<Recorder> traffic)
      throws Exception {
    Tshark tshark = Tshark.reading(folder.resolve("x.pcapng"));
    try (TrafficCapture capture = new TrafficCapture(folder.resolve("x.pcapng"), "1.0")) {
      traffic.accept(
          (client, local, remote) ->
              capture
                  .recorder("FRAME-003")
                  .opened(
                      client,
                      new InetSocketAddress(ours, 50_000),
                      new InetSocketAddress(theirs, 9000)));
      assertThat(capture.failure()).isEmpty();
    }
    return tshark;
  }

  private static Recorder.Line open(Recorder recorder, String client) {
    return recorder.opened(client, Sample.TARGET, Sample.TARGET);
  }

  @ParameterizedTest
  @CsvSource({"127.0.0.1,127.0.0.1", "2001:db8::5,2001:db8::6"})
  void connectionReassemblesToTheBytesThatPassed(String ours, String theirs) throws Exception {
    Tshark tshark =
        captured(
            ours,
            theirs,
            recorder -> {
              Recorder.Line line = open(recorder, "a");
              line.sent(new byte[] {3}, 0, 1);
              line.sent(new byte[] {1, 3}, 0, 2);
              line.received(new byte[] {9, 5, 1, 0, 1, 0, 9}, 1, 5);
              line.ended(Transcript.Kind.TARGET_CLOSED);
              line.ended(Transcript.Kind.CLOSED);
            });

    tshark.findsNothingAmiss();
    assertThat(tshark.stream(0))
        .as("ours indented no further than the offset, theirs by a tabulator")
        .contains("00000000  03 ", "00000001  01 03 ", "\t00000000  05 01 00 01 00 ");
    assertThat(tshark.fields("tcp.flags.str", "tcp.len"))
        .containsExactly(
            "··········S·|0",
            "·······A··S·|0",
            "·······A····|0",
            "·······AP···|1",
            "·······AP···|2",
            "·······AP···|5",
            "·······A···F|0",
            "·······A····|0",
            "·······A···F|0",
            "·······A····|0");
  }

  @Test
  void firstPacketOfEachConnectionNamesTheCheck() throws Exception {
    Tshark tshark =
        captured(
            "127.0.0.1", "127.0.0.1", recorder -> open(recorder, "b").sent(new byte[] {3}, 0, 1));

    assertThat(tshark.fields("frame.number", "frame.comment"))
        .startsWith("1|FRAME-003, client b", "2|", "3|");
  }

  @Test
  void largeReadBecomesSeveralPacketsAndOneStream() throws Exception {
    int size = 200_000;

    Tshark tshark =
        captured(
            "127.0.0.1",
            "127.0.0.1",
            recorder -> open(recorder, "a").received(new byte[size], 0, size));

    tshark.findsNothingAmiss();
    assertThat(tshark.fields("tcp.len").stream().mapToInt(Integer::parseInt).sum()).isEqualTo(size);
    assertThat(tshark.fields("tcp.len")).contains("65495");
  }

  @Test
  void megabytesWithoutAnAnswerFillNoWindow() throws Exception {
    Tshark tshark =
        captured(
            "127.0.0.1",
            "127.0.0.1",
            recorder -> {
              Recorder.Line line = open(recorder, "a");
              for (int i = 0; i < 100; i++) {
                line.received(new byte[65_536], 0, 65_536);
              }
            });

    tshark.findsNothingAmiss();
  }

  @ParameterizedTest
  @CsvSource({"RESET,9000", "TARGET_RESET,50000"})
  void resetComesFromWhoeverDidIt(Transcript.Kind how, String toPort) throws Exception {
    Tshark tshark =
        captured(
            "127.0.0.1",
            "127.0.0.1",
            recorder -> {
              Recorder.Line line = open(recorder, "a");
              line.sent(new byte[] {3}, 0, 1);
              line.ended(how);
              line.ended(Transcript.Kind.CLOSED);
            });

    tshark.findsNothingAmiss();
    List<String> packets = tshark.fields("tcp.flags.str", "tcp.dstport");
    assertThat(packets.get(packets.size() - 1)).isEqualTo("·······A·R··|" + toPort);
  }

  @Test
  void halfCloseLeavesTheOtherHalfOpen() throws Exception {
    Tshark tshark =
        captured(
            "127.0.0.1",
            "127.0.0.1",
            recorder -> {
              Recorder.Line line = open(recorder, "a");
              line.ended(Transcript.Kind.HALF_CLOSED);
              line.received(new byte[] {3, 3, 0}, 0, 3);
              line.ended(Transcript.Kind.TARGET_CLOSED);
              line.ended(Transcript.Kind.CLOSED);
            });

    tshark.findsNothingAmiss();
    assertThat(tshark.stream(0)).contains("\t00000000  03 03 00 ");
  }

  @Test
  void interleavedConnectionsStayApart() throws Exception {
    Path file = folder.resolve("y.pcapng");
    Tshark tshark = Tshark.reading(file);
    try (TrafficCapture capture = new TrafficCapture(file, "1.0")) {
      InetSocketAddress target = new InetSocketAddress("127.0.0.1", 9000);
      Recorder recorder = capture.recorder("FRAME-007");
      Recorder.Line a = recorder.opened("a", new InetSocketAddress("127.0.0.1", 50_001), target);
      Recorder.Line b = recorder.opened("b", new InetSocketAddress("127.0.0.1", 50_002), target);
      a.sent(new byte[] {3}, 0, 1);
      b.sent(new byte[] {3, 1}, 0, 2);
      a.sent(new byte[] {1, 0}, 0, 2);
      b.sent(new byte[] {2}, 0, 1);
    }

    tshark.findsNothingAmiss();
    assertThat(tshark.stream(0)).contains("00000000  03 ", "00000001  01 00 ");
    assertThat(tshark.stream(1)).contains("00000000  03 01 ", "00000002  02 ");
  }
}
