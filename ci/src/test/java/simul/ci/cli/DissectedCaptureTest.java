package simul.ci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simul.ci.report.TrafficCapture;
import simul.ci.report.Tshark;
import simul.conformance.probe.Recorder;
import simul.spec.export.WiresharkDissector;
import simul.spec.meaning.Asker;
import simul.spec.meaning.Protocol;
import simul.spec.model.Direction;
import simul.spec.model.Sender;
import simul.spec.model.Spec;
import simul.spec.reference.Parts;
import simul.spec.reference.ReferenceServer;
import simul.spec.world.Cell;

/** What the exported dissector makes of captures that {@code conform --pcapng} writes. */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class DissectedCaptureTest {
  private static final int PORT = 4711;

  @TempDir private Path folder;

  /** The rules of reassembly: the run cuts and joins packets itself. */
  @ParameterizedTest
  @ValueSource(strings = {"homework3", "homework3-wide"})
  void everyAnswerOfTheReferenceServerInRunIsRead(String name) throws Exception {
    Protocol protocol = SpecOption.load(name);
    Path file = folder.resolve("run.pcapng");
    Tshark.reading(file);
    int port;
    try (ReferenceServer server = ReferenceServer.start(Commands.freePort(), Parts.of(protocol))) {
      port = server.address().getPort();
      Commands.against(
          server, "conform --quiet --only FRAME-00* --spec " + name + " --pcapng " + file);
    }

    List<String> lines = dissected(file, protocol.spec(), port);

    List<String> answers = lines.stream().filter(line -> line.startsWith(port + "|")).toList();
    assertThat(answers)
        .hasSizeGreaterThan(10)
        .noneMatch(line -> line.contains("malformed") || line.contains("understood"));
    assertThat(lines)
        .anyMatch(line -> line.contains("MOVE direction=") && line.contains(", MOVE direction="));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"homework3", "homework3-wide", "fixed-402", "text", "one-byte", "length-last"})
  void cutCoalescedAndMalformedPacketsAreTold(String name) throws Exception {
    Protocol protocol = SpecOption.load(name);
    int id = protocol.spec().world().slots().firstId();
    Asker asker = new Asker(0, id, 0);
    byte[] move = protocol.requestEncoder().move(Direction.DOWN, asker, new Cell(1, 2));
    byte[] greeting = protocol.eventEncoder().self(id, new Cell(1, 1));
    byte[] wrong = new byte[move.length];
    Arrays.fill(wrong, (byte) 0x7F);
    Path file = folder.resolve("made.pcapng");
    Tshark.reading(file);
    try (TrafficCapture capture = new TrafficCapture(file, "test")) {
      Recorder.Line line = connection(capture);
      int cut = greeting.length / 2;
      line.received(greeting, 0, cut);
      line.received(greeting, cut, greeting.length - cut);
      byte[] moves = joined(move, move, move);
      int first = move.length + move.length / 2;
      line.sent(moves, 0, first);
      line.sent(moves, first, moves.length - first);
      line.sent(wrong, 0, wrong.length);
    }

    List<String> lines = dissected(file, protocol.spec(), PORT);

    String packet = protocol.spec().roles().moves().get(Direction.DOWN).packet();
    String all = String.join("\n", lines);
    assertThat(all.split("\\b" + packet + "\\b", -1)).as(all).hasSizeGreaterThanOrEqualTo(4);
    assertThat(lines.get(lines.size() - 1)).contains("malformed");
    assertThat(String.join("\n", lines.subList(0, lines.size() - 1))).doesNotContain("malformed");
    assertThat(all).contains(protocol.packets(Sender.SERVER).packets().get(0).name());
  }

  private static Recorder.Line connection(TrafficCapture capture) {
    InetAddress here = InetAddress.getLoopbackAddress();
    return capture
        .recorder("FRAME-003")
        .opened("a", new InetSocketAddress(here, 50_000), new InetSocketAddress(here, PORT));
  }

  private static byte[] joined(byte[]... pieces) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] piece : pieces) {
      all.writeBytes(piece);
    }
    return all.toByteArray();
  }

  /** Source port and info of every packet with something of the protocol in it. */
  private List<String> dissected(Path file, Spec spec, int port) throws Exception {
    Path lua = folder.resolve("dissector.lua");
    Files.writeString(lua, WiresharkDissector.of(spec));
    List<String> command = new ArrayList<>(List.of("tshark", "-n", "-r", file.toString()));
    command.addAll(List.of("-X", "lua_script:" + lua));
    command.addAll(List.of("-o", WiresharkDissector.id(spec) + ".port:" + port));
    command.addAll(List.of("-Y", WiresharkDissector.id(spec), "-T", "fields"));
    command.addAll(List.of("-E", "separator=|", "-e", "tcp.srcport", "-e", "_ws.col.Info"));
    Process process =
        new ProcessBuilder(command).redirectError(folder.resolve("err.txt").toFile()).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(Files.readString(folder.resolve("err.txt"))).isZero();
    assertThat(out).doesNotContain("Lua Error");
    return out.lines().toList();
  }
}
