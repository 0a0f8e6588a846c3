package simul.spec.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simul.spec.SpecText;
import simul.spec.load.SpecException;
import simul.spec.load.SpecLoader;
import simul.spec.model.Sender;
import simul.spec.model.Spec;
import simul.spec.wire.FrameDecoder.Status;
import simul.spec.wire.FrameFault.Kind;

/** The frames of the bundled specs and of other headers, byte for byte. */
class FrameDecoderTest {

  /** A spec by its bundled name, or one of the headers that this test writes. */
  private static PacketTable table(String name, Sender sender) throws SpecException {
    Spec spec =
        switch (name) {
          case "u16" ->
              SpecText.withHeader("size: u16", "type: u16")
                  .withPacket("NEWS", 0x1234, "server")
                  .spec();
          case "big" ->
              SpecText.withHeader("size: u16", "type: u32")
                  .bigEndian()
                  .withPacket("STAMP", 0x01020304, "server", "at: i32", "wide: u64")
                  .spec();
          case "body" -> SpecText.withHeader("size: u8", "type: u8").countingBody().spec();
          case "signed" ->
              SpecText.withHeader("size: i8", "type: i8")
                  .withPacket("BACK", -2, "server", "by: i8", "of: i16")
                  .spec();
          case "type-first" -> SpecText.withHeader("type: u8", "size: u16").spec();
          case "magic" ->
              SpecText.withHeader("mark: u16, range: [51966, 51966]", "size: u8", "type: u8")
                  .spec();
          case "range" ->
              SpecText.withHeader("size: u8", "type: u8")
                  .withType("Color: { enum: u16, values: { RED: 258, BLUE: 772 } }")
                  .withPacket("AT", 9, "server", "x: i16, range: [-4, 300]", "stamp: u32")
                  .withPacket("PAINT", 10, "server", "color: Color", "stamp: u8")
                  .spec();
          default -> SpecLoader.load(name);
        };
    return PacketTable.of(spec, sender);
  }

  @ParameterizedTest
  @CsvSource({
    "homework3, CLIENT, 03 01 00, MOVE direction=0",
    "homework3, CLIENT, 03 01 03, MOVE direction=3",
    "homework3, SERVER, 05 01 09 07 00, POSITION id=9 x=7 y=0",
    "homework3, SERVER, 03 02 00, LOGIN id=0",
    "homework3, SERVER, 03 03 ff, LOGOUT id=255",
    "homework3-wide, CLIENT, 06 01 00 00 00 02, MOVE direction=2",
    "homework3-wide, SERVER, 08 01 00 00 00 01 02 03, POSITION id=1 x=2 z=3",
    "homework3-wide, SERVER, 06 02 00 00 00 04, LOGIN id=4",
    "homework3-wide, SERVER, 06 03 00 00 00 04, LOGOUT id=4",
    "u16, SERVER, 07 00 01 00 01 02 03, POSITION id=1 x=2 y=3",
    "u16, SERVER, 04 00 34 12, NEWS",
    "big, SERVER, 00 09 00 00 00 01 01 02 03, POSITION id=1 x=2 y=3",
    "big, SERVER, 00 12 01 02 03 04 ff ff ff fe 00 00 00 00 00 00 01 00, STAMP at=-2 wide=256",
    "body, SERVER, 03 01 01 02 03, POSITION id=1 x=2 y=3",
    "body, CLIENT, 01 01 02, MOVE direction=2",
    "signed, SERVER, 05 fe ff 00 80, BACK by=-1 of=-32768",
    "type-first, SERVER, 02 04 00 05, LOGIN id=5",
    "magic, SERVER, fe ca 05 02 05, LOGIN mark=51966 id=5",
    "range, SERVER, 08 09 fc ff 01 00 00 00, AT x=-4 stamp=1",
    "range, SERVER, 08 09 2c 01 01 00 00 00, AT x=300 stamp=1",
    "range, SERVER, 05 0a 04 03 01, PAINT color=772 stamp=1",
  })
  void decodesPacket(String spec, Sender sender, String hex, String packet) throws Exception {
    Feeding.Heard heard = Feeding.feed(table(spec, sender), hex);

    assertThat(heard.packets()).containsExactly(packet);
    assertThat(heard.consumed()).isEqualTo(HexDump.parse(hex).length);
    assertThat(heard.end()).isEqualTo(Status.NEED_MORE);
  }

  @Test
  void decodesPacketsOneBehindTheOther() throws Exception {
    PacketTable table = table("homework3", Sender.SERVER);

    Feeding.Heard heard = Feeding.feed(table, "03 02 00  05 01 00 00 00  03 03 01  05 01");

    assertThat(heard.packets())
        .containsExactly("LOGIN id=0", "POSITION id=0 x=0 y=0", "LOGOUT id=1");
    assertThat(heard.consumed()).isEqualTo(11);
    assertThat(heard.end()).isEqualTo(Status.NEED_MORE);
  }

  @Test
  void keepsWhatCameBeforeTheFault() throws Exception {
    PacketTable table = table("homework3", Sender.SERVER);

    Feeding.Heard heard = Feeding.feed(table, "03 02 00  05 01 00 00 00  03 09 01");

    assertThat(heard.packets()).containsExactly("LOGIN id=0", "POSITION id=0 x=0 y=0");
    assertThat(heard.consumed()).isEqualTo(8);
    assertThat(heard.fault().kind()).isEqualTo(Kind.UNKNOWN_TYPE);
  }

  @Test
  void nothingIsTheStartOfPacket() throws Exception {
    FrameDecoder decoder = table("homework3", Sender.CLIENT).newDecoder();

    assertThat(decoder.next(new byte[0], 0, 0)).isEqualTo(Status.NEED_MORE);
    assertThat(decoder.next(new byte[] {9, 9}, 1, 1)).isEqualTo(Status.NEED_MORE);
  }

  /**
   * Each row is the shortest start of a frame that no packet has: one byte less needs more, and
   * whatever follows, it stays invalid.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "homework3 | CLIENT | 00 | LENGTH_TOO_SMALL | 0 | size 0 is below the header's 2 bytes",
        "homework3 | CLIENT | 01 | LENGTH_TOO_SMALL | 0 | size 1 is below the header's 2 bytes",
        "homework3 | CLIENT | 02 | LENGTH_OF_NO_PACKET | 0"
            + " | size 2 is that of no packet from the client (MOVE 3)",
        "homework3 | CLIENT | ff | LENGTH_OF_NO_PACKET | 0"
            + " | size 255 is that of no packet from the client (MOVE 3)",
        "homework3 | CLIENT | 03 00 | UNKNOWN_TYPE | 1"
            + " | type 0 is no packet from the client (MOVE 1)",
        "homework3 | CLIENT | 03 02 | UNKNOWN_TYPE | 1"
            + " | type 2 is no packet from the client (MOVE 1)",
        "homework3 | CLIENT | 03 01 04 | VALUE_NOT_ALLOWED | 2"
            + " | direction 4 in MOVE is outside 0..3",
        "homework3 | SERVER | 04 | LENGTH_OF_NO_PACKET | 0"
            + " | size 4 is that of no packet from the server (POSITION 5, LOGIN 3, LOGOUT 3)",
        "homework3 | SERVER | 03 01 | LENGTH_UNFIT_FOR_TYPE | 0"
            + " | size 3 does not fit POSITION, whose length is 5",
        "homework3 | SERVER | 05 02 | LENGTH_UNFIT_FOR_TYPE | 0"
            + " | size 5 does not fit LOGIN, whose length is 3",
        "homework3-wide | CLIENT | 03 | LENGTH_TOO_SMALL | 0"
            + " | size 3 is below the header's 5 bytes",
        "homework3-wide | CLIENT | 06 02 | UNKNOWN_TYPE | 1"
            + " | type 02 .. is no packet from the client (MOVE 1)",
        "homework3-wide | CLIENT | 06 01 00 00 80 | UNKNOWN_TYPE | 1"
            + " | type 2147483649 is no packet from the client (MOVE 1)",
        "homework3-wide | CLIENT | 06 01 00 01 | UNKNOWN_TYPE | 1"
            + " | type 01 00 01 .. is no packet from the client (MOVE 1)",
        "homework3-wide | SERVER | 08 02 | LENGTH_UNFIT_FOR_TYPE | 0"
            + " | size 8 does not fit LOGIN, whose length is 6",
        "u16 | CLIENT | 05 01 | LENGTH_OF_NO_PACKET | 0"
            + " | size 261 is that of no packet from the client (MOVE 5)",
        "u16 | CLIENT | 02 | LENGTH_OF_NO_PACKET | 0"
            + " | size 02 .. is that of no packet from the client (MOVE 5)",
        "big | CLIENT | 01 | LENGTH_OF_NO_PACKET | 0"
            + " | size 01 .. is that of no packet from the client (MOVE 7)",
        "big | CLIENT | 00 05 | LENGTH_TOO_SMALL | 0" + " | size 5 is below the header's 6 bytes",
        "body | CLIENT | 00 | LENGTH_OF_NO_PACKET | 0"
            + " | size 0 is that of no packet from the client (MOVE 1)",
        "signed | CLIENT | ff | LENGTH_TOO_SMALL | 0 | size -1 is below the header's 2 bytes",
        "signed | SERVER | 05 fd | UNKNOWN_TYPE | 1 | type -3 is no packet from the server"
            + " (BACK -2, POSITION 1, LOGIN 2, LOGOUT 3)",
        "type-first | SERVER | 04 | UNKNOWN_TYPE | 0"
            + " | type 4 is no packet from the server (POSITION 1, LOGIN 2, LOGOUT 3)",
        "type-first | SERVER | 02 06 | LENGTH_UNFIT_FOR_TYPE | 1"
            + " | size 06 .. does not fit LOGIN, whose length is 4",
        "magic | SERVER | ff | VALUE_NOT_ALLOWED | 0 | mark ff .. is outside 51966..51966",
        "magic | SERVER | fe cb | VALUE_NOT_ALLOWED | 0 | mark 52222 is outside 51966..51966",
        "range | SERVER | 08 09 fb ff | VALUE_NOT_ALLOWED | 2 | x -5 in AT is outside -4..300",
        "range | SERVER | 08 09 2d 01 | VALUE_NOT_ALLOWED | 2 | x 301 in AT is outside -4..300",
        "range | SERVER | 05 0a 03 | VALUE_NOT_ALLOWED | 2"
            + " | color 03 .. in PAINT is outside [258, 772]",
        "range | SERVER | 05 0a 04 01 | VALUE_NOT_ALLOWED | 2"
            + " | color 260 in PAINT is outside [258, 772]",
      })
  void saysInvalidAtTheFirstByteThatProvesIt(
      String spec, Sender sender, String hex, Kind kind, int offset, String message)
      throws Exception {
    PacketTable table = table(spec, sender);
    byte[] start = HexDump.parse(hex);
    byte[] before = java.util.Arrays.copyOf(start, start.length - 1);

    Feeding.Heard heard = Feeding.feed(table, start);

    assertThat(Feeding.feed(table, before).end()).isEqualTo(Status.NEED_MORE);
    assertThat(heard.end()).isEqualTo(Status.INVALID);
    assertThat(heard.fault().kind()).isEqualTo(kind);
    assertThat(heard.fault().offset()).isEqualTo(offset);
    assertThat(heard.fault().message()).isEqualTo(message).startsWith(heard.fault().field());
  }

  @Test
  void faultNamesEveryPacketThatTheStartOfTypeCouldMean() throws Exception {
    Spec spec =
        SpecText.withHeader("size: u8", "type: u16")
            .withPacket("LONG", 257, "client", "stamp: u32")
            .withPacket("LONGER", 513, "client", "stamp: u64")
            .withPacket("SHORT", 2, "client")
            .spec();

    Feeding.Heard heard = Feeding.feed(PacketTable.of(spec, Sender.CLIENT), "03 01");

    assertThat(heard.fault().kind()).isEqualTo(Kind.LENGTH_UNFIT_FOR_TYPE);
    assertThat(heard.fault().message()).isEqualTo("size 3 fits none of LONG 7, LONGER 11, MOVE 4");
  }

  @Test
  void faultHoldsTheValueOfItsField() throws Exception {
    PacketTable table = table("range", Sender.SERVER);

    assertThat(Feeding.feed(table, "08 09 fb ff").fault().value()).isEqualTo(-5);
    assertThat(Feeding.feed(table, "05 0a 03").fault().value()).isEqualTo(3);
  }

  @Test
  void valueIsJudgedBeforeTheRestOfItsPacketHasCome() throws Exception {
    PacketTable table = table("range", Sender.SERVER);

    assertThat(Feeding.feed(table, "08 09 00 00").end()).isEqualTo(Status.NEED_MORE);
    assertThat(Feeding.feed(table, "08 09 00 02").end()).isEqualTo(Status.INVALID);
  }

  @Test
  void lengthThatOverflowsIsNoPacket() {
    Spec spec = SpecText.withHeader("size: u64", "type: u8").countingBody().spec();
    PacketTable table = PacketTable.of(spec, Sender.CLIENT);

    List<String> hostile =
        List.of("ff ff ff ff ff ff ff 7f 01 00", "ff ff ff ff ff ff ff ff 01 00");

    assertThat(hostile).allSatisfy(hex -> assertThat(end(table, hex)).isEqualTo(Status.INVALID));
  }

  private static Status end(PacketTable table, String hex) {
    byte[] bytes = HexDump.parse(hex);
    return table.newDecoder().next(bytes, 0, bytes.length);
  }
}
