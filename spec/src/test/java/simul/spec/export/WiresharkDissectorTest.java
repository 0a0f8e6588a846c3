package simul.spec.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simul.spec.load.SpecLoader;
import simul.spec.model.Sender;
import simul.spec.model.Spec;
import simul.spec.wire.HexDump;
import simul.spec.wire.PacketLayout;
import simul.spec.wire.PacketTable;

/** What tshark, with the dissector of a spec, makes of cut, coalesced and malformed packets. */
class WiresharkDissectorTest {
  @TempDir private Path folder;

  @BeforeEach
  void needTshark() {
    Tool.assumeInstalled("tshark");
  }

  @Test
  void cutAndCoalescedPacketsOfHomework3AreWhole() throws Exception {
    Capture capture =
        new Capture(9000)
            .connect()
            .server("03")
            .server("02 00 05 01 00")
            .server("01 02 03 02 01")
            .client("03 01 00 03 01 01 03")
            .client("01")
            .client("02");

    assertThat(infos("homework3", capture))
        .containsExactly(
            "LOGIN id=0",
            "POSITION id=0 x=1 y=2 LOGIN id=1",
            "MOVE direction=UP, MOVE direction=DOWN",
            "MOVE direction=LEFT");
  }

  @Test
  void streamOfHomework3GoesOnBehindMalformedPacketWhoseLengthIsKnown() throws Exception {
    Capture capture =
        new Capture(9000)
            .connect()
            .client("03 01 04 03 01 01")
            .client("03 07 00 03 01 02")
            .client("07 01")
            .client("00 00 00 00 00 03 01")
            .client("03")
            .server("05 02 00 00 00 03 03 09");

    assertThat(infos("homework3", capture))
        .containsExactly(
            "(malformed: direction 4 in MOVE is outside 0..3), MOVE direction=DOWN",
            "(malformed: type 7 is no packet from the client), MOVE direction=LEFT",
            "(malformed: size 7 is that of no packet from the client)",
            "(rest of a malformed packet)",
            "MOVE direction=RIGHT",
            "(malformed: size does not fit LOGIN), LOGOUT id=9");
  }

  @Test
  void malformedPacketsAreExpertInfos() throws Exception {
    Capture capture =
        new Capture(9000).connect().client("03 01 04").client("03 01 01").client("00").client("00");

    assertThat(fields("homework3", capture, "frame.number", "_ws.expert.message"))
        .contains(
            "3|direction 4 in MOVE is outside 0..3",
            "4|",
            "5|size 0 is below the header's own,The stream cannot be understood any further",
            "6|lost since frame 5");
  }

  @Test
  void eachStreamAndDirectionIsLostForItself() throws Exception {
    Capture capture =
        new Capture(9000)
            .connect()
            .client("00 01 01")
            .server("03 02 00")
            .client("03 01 01")
            .connect()
            .client("03 01 01");

    assertThat(infos("homework3", capture))
        .containsExactly(
            "(malformed: size 0 is below the header's own)",
            "LOGIN id=0",
            "(not understood)",
            "MOVE direction=DOWN");
  }

  @Test
  void secondPassSaysWhatTheFirstSaid() throws Exception {
    Capture capture =
        new Capture(9000)
            .connect()
            .server("07")
            .server("01 02 03" + " 00".repeat(27))
            .client("01 09 02 00 01");

    List<String> twoPasses = infos("one-byte", capture, "-2");

    assertThat(twoPasses).isEqualTo(infos("one-byte", capture)).hasSize(3);
  }

  @Test
  void wideTypeIsReadWhereTheSpecHasIt() throws Exception {
    Capture capture =
        new Capture(9000)
            .connect()
            .server("06 02 00 00 00 03 08 01 00")
            .server("00 00 03 07 06")
            .client("06 01 00 00 00 03 06 01 01 00 00 00");

    assertThat(infos("homework3-wide", capture))
        .containsExactly(
            "LOGIN id=3",
            "POSITION id=3 x=7 z=6",
            "MOVE direction=RIGHT, (malformed: type 257 is no packet from the client)");
  }

  @Test
  void envelopesAreOpened() throws Exception {
    String whole = frame("03 01 05 05 02 05 01 02");
    String cut = frame("03 01 05 05");
    String empty = frame("");
    String bytes = whole.substring(0, 300);
    Capture capture =
        new Capture(9000)
            .connect()
            .server(bytes)
            .server(whole.substring(300) + whole + cut)
            .server(empty)
            .server(HexDump.hex(new byte[400]) + " 91 01")
            .server(whole)
            .client("03 01 02");

    assertThat(infos("fixed-402", capture))
        .containsExactly(
            "LOGIN id=5, ENTER id=5 x=1 y=2 LOGIN id=5, ENTER id=5 x=1 y=2,"
                + " (malformed: the last packet of the frame is cut)",
            "(frame without a packet)",
            "(malformed: used 401 is outside 0..400)",
            "LOGIN id=5, ENTER id=5 x=1 y=2",
            "MOVE direction=2");
  }

  private static String frame(String hex) {
    byte[] data = HexDump.parse(hex);
    byte[] frame = java.util.Arrays.copyOf(data, 402);
    frame[400] = (byte) data.length;
    return HexDump.hex(frame);
  }

  @Test
  void textIsToldApartByItsWords() throws Exception {
    Capture capture =
        new Capture(9000)
            .connect()
            .serverText("YOU 0")
            .serverText("3\nAT 03,1,2\nBYE 0")
            .serverText("4\n")
            .clientText("UPDOWNLE")
            .clientText("FTRIGHT")
            .serverText("AT 0x,1,2\nAT 01,4,5\n")
            .clientText("UPXY")
            .clientText("UP");

    assertThat(infos("text", capture))
        .containsExactly(
            "YOU id=3 AT id=3 x=1 y=2",
            "BYE id=4",
            "UP, DOWN",
            "LEFT RIGHT",
            "(malformed: id in AT is no number of 2 digits), AT id=1 x=4 y=5",
            "UP, (malformed: this starts no packet from the client)",
            "(not understood)");
  }

  @Test
  void openingComesOnceOnEachConnection() throws Exception {
    String world = "01 02 03" + " 00".repeat(27);
    Capture capture =
        new Capture(9000)
            .connect()
            .server("07 " + world)
            .server(world.substring(0, 30))
            .server(world.substring(30))
            .connect()
            .server("02")
            .server("02" + world.substring(2) + " " + world)
            .client("01 02 05 03");

    assertThat(infos("one-byte", capture))
        .containsExactly(
            "HELLO id=7, WORLD",
            "WORLD",
            "HELLO id=2",
            "(malformed: here 2 in WORLD is outside 0..1), WORLD",
            "KEY key=UP, KEY key=DOWN, (malformed: key 5 in KEY is outside 1..4), KEY key=LEFT");
  }

  @Test
  void lengthBehindOtherFieldsIsBigEndian() throws Exception {
    Capture capture =
        new Capture(9000)
            .connect()
            .server("02 01 00 03 00")
            .server("08 05 06 02 03 00 03 00 08 01 02")
            .client("01 01 00 03 00 07 28 09 99 00 03 00 07")
            .client("00 01 01 00 03 00 07 0a");

    assertThat(infos("length-last", capture))
        .containsExactly(
            "YOU id=3 row=5 column=6, WALKED id=3 row=1 column=2",
            "MOVE id=3 way=EAST, (malformed: type 2457 is no packet from the client)",
            "(rest of a malformed packet), MOVE id=3 way=NORTH");
  }

  @Test
  void serverIsWhereThePreferenceOrTheUserSays() throws Exception {
    Capture capture = new Capture(4711).connect().server("03 02 00").client("03 01 01");

    assertThat(infos("homework3", capture, "-o", "simul_homework3.port:4711"))
        .isEqualTo(infos("homework3", capture, "-d", "tcp.port==4711,simul_homework3"))
        .containsExactly("LOGIN id=0", "MOVE direction=DOWN");
  }

  @Test
  void withoutReassemblyItSaysThatPacketIsCut() throws Exception {
    Capture capture = new Capture(9000).connect().client("03 01 00 03 01");

    assertThat(infos("homework3", capture, "-o", "tcp.desegment_tcp_streams:FALSE"))
        .containsExactly("MOVE direction=UP, (start of a packet)");
  }

  @Test
  void filtersHaveEveryField() throws Exception {
    Capture capture =
        new Capture(9000).connect().server("05 01 03 01 02 05 01 04 07 06").client("03 01 02");

    assertThat(
            fields(
                "homework3",
                capture,
                "simul_homework3.position.id",
                "simul_homework3.position.x",
                "simul_homework3.move.direction"))
        .contains("3,4|1,7|", "||2");
  }

  /** One example of each packet of each spec, cut in the middle and coalesced. */
  @Test
  void everyPacketOfEverySpecIsRead() throws Exception {
    List<String> names = new ArrayList<>(SpecLoader.BUNDLED);
    for (String name : names) {
      everyPacketIsRead(Specs.bundled(name));
    }
    everyPacketIsRead(Specs.odd());

    assertThat(names).hasSizeGreaterThan(15);
  }

  private void everyPacketIsRead(Spec spec) throws Exception {
    Capture capture = new Capture(spec.port()).connect();
    List<String> expected = new ArrayList<>();
    for (Sender sender : Sender.values()) {
      PacketTable table = PacketTable.of(spec, sender);
      List<byte[]> stream = new ArrayList<>();
      for (PacketLayout packet : table.openings()) {
        stream.add(PacketExample.of(table, packet).bytes());
        expected.add(packet.name());
      }
      for (PacketLayout packet : table.regular()) {
        stream.add(table.framed(List.of(PacketExample.of(table, packet).bytes())));
        expected.add(packet.name());
      }
      java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
      stream.forEach(all::writeBytes);
      byte[] bytes = all.toByteArray();
      int half = bytes.length / 2;
      capture.sent(sender == Sender.CLIENT, java.util.Arrays.copyOf(bytes, half));
      capture.sent(
          sender == Sender.CLIENT, java.util.Arrays.copyOfRange(bytes, half, bytes.length));
    }

    List<String> infos = infos(spec, capture);

    List<String> names = new ArrayList<>();
    for (String info : infos) {
      for (String word : info.split("[ ,]+")) {
        if (spec.packets().stream().anyMatch(packet -> packet.name().equals(word))) {
          names.add(word);
        }
      }
    }
    assertThat(names).as(spec.name() + " " + infos).isEqualTo(expected);
    assertThat(infos).noneMatch(info -> info.contains("malformed") || info.contains("understood"));
  }

  private List<String> infos(String name, Capture capture, String... options) throws Exception {
    return infos(Specs.bundled(name), capture, options);
  }

  /** The info column of every packet with something of the protocol in it. */
  private List<String> infos(Spec spec, Capture capture, String... options) throws Exception {
    List<String> more = new ArrayList<>(List.of(options));
    more.addAll(List.of("-Y", WiresharkDissector.id(spec)));
    return tshark(spec, capture, more, "_ws.col.Info").stream().map(String::strip).toList();
  }

  private List<String> fields(String name, Capture capture, String... fields) throws Exception {
    return tshark(Specs.bundled(name), capture, List.of(), fields);
  }

  private List<String> tshark(Spec spec, Capture capture, List<String> options, String... fields)
      throws Exception {
    capture.write(folder.resolve("x.pcap"));
    Files.writeString(folder.resolve("x.lua"), WiresharkDissector.of(spec), StandardCharsets.UTF_8);
    List<String> command =
        new ArrayList<>(List.of("tshark", "-r", "x.pcap", "-X", "lua_script:x.lua"));
    command.addAll(options);
    command.addAll(List.of("-T", "fields", "-E", "separator=|"));
    for (String field : fields) {
      command.addAll(List.of("-e", field));
    }
    Tool.Ended ended = Tool.run(folder, command);
    assertThat(ended.code()).as(ended.output()).isZero();
    assertThat(ended.output()).doesNotContain("Lua Error").doesNotContain("[Dissector bug");
    return ended.output().lines().filter(line -> !line.startsWith("Running as user")).toList();
  }
}
