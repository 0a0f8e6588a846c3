package simul.spec.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simul.spec.SpecText;
import simul.spec.load.SpecLoader;
import simul.spec.model.Sender;
import simul.spec.model.Spec;

class PacketTableTest {

  @Test
  void eachEndHasItsOwnPackets() throws Exception {
    Spec spec = SpecLoader.load("homework3");

    PacketTable client = PacketTable.of(spec, Sender.CLIENT);
    PacketTable server = PacketTable.of(spec, Sender.SERVER);

    assertThat(client.sender()).isEqualTo(Sender.CLIENT);
    assertThat(client.packets()).extracting(PacketLayout::name).containsExactly("MOVE");
    assertThat(server.packets())
        .extracting(PacketLayout::name)
        .containsExactly("POSITION", "LOGIN", "LOGOUT");
    assertThat(server.packets()).extracting(PacketLayout::index).containsExactly(0, 1, 2);
    assertThat(server.packet("MOVE")).isEmpty();
    assertThat(client.byType(1)).isSameAs(client.packet("MOVE").orElseThrow());
    assertThat(server.byType(1)).isSameAs(server.packet("POSITION").orElseThrow());
  }

  @Test
  void layoutHasHeaderAndFieldsInOrder() throws Exception {
    PacketTable table = PacketTable.of(SpecLoader.load("homework3-wide"), Sender.SERVER);

    PacketLayout position = table.packet("POSITION").orElseThrow();

    assertThat(table.headerBytes()).isEqualTo(5);
    assertThat(table.longestBytes()).isEqualTo(8);
    assertThat(position.lengthBytes()).isEqualTo(8);
    assertThat(position.header()).extracting(Part::offset).containsExactly(0, 1);
    assertThat(position.fields()).extracting(FieldLayout::offset).containsExactly(5, 6, 7);
    assertThat(position.field("z").orElseThrow().offset()).isEqualTo(7);
    assertThat(position.field("type").orElseThrow()).isSameAs(table.type().get());
    assertThat(position.field("y")).isEmpty();
  }

  @Test
  void newFrameHasItsHeaderAndZeros() throws Exception {
    PacketTable wide = PacketTable.of(SpecLoader.load("homework3-wide"), Sender.SERVER);
    Spec big = SpecText.withHeader("type: u16", "size: u16").bigEndian().countingBody().spec();

    byte[] position = wide.packet("POSITION").orElseThrow().newFrame();
    byte[] login = PacketTable.of(big, Sender.SERVER).packet("LOGIN").orElseThrow().newFrame();

    assertThat(HexDump.hex(position)).isEqualTo("08 01 00 00 00 00 00 00");
    assertThat(HexDump.hex(login)).isEqualTo("00 02 00 01 00");
  }

  @Test
  void frameIsCopyOfTheTemplate() throws Exception {
    PacketLayout move =
        PacketTable.of(SpecLoader.load("homework3"), Sender.CLIENT).packet("MOVE").orElseThrow();

    move.newFrame()[0] = 99;

    assertThat(HexDump.hex(move.newFrame())).isEqualTo("03 01 00");
  }

  @ParameterizedTest
  @CsvSource({
    "0, ZERO",
    "1, MOVE",
    "255, LAST_DIRECT",
    "256, FIRST_OTHER",
    "-1, ALL_ONES",
    "9223372036854775807, LARGEST",
    "2, ",
    "254, ",
    "257, ",
    "-2, ",
    "-9223372036854775808, ",
  })
  void findsPacketByItsWholeType(long type, String name) {
    Spec spec =
        SpecText.withHeader("size: u8", "type: i64")
            .withPacket("ZERO", 0, "client")
            .withPacket("LARGEST", Long.MAX_VALUE, "client")
            .withPacket("FIRST_OTHER", 256, "client")
            .withPacket("LAST_DIRECT", 255, "client")
            .withPacket("ALL_ONES", -1, "client")
            .spec();

    PacketLayout found = PacketTable.of(spec, Sender.CLIENT).byType(type);

    assertThat(found == null ? null : found.name()).isEqualTo(name);
  }

  @Test
  void lengthCountsTheWholePacketOrItsBody() throws Exception {
    PacketTable whole = PacketTable.of(SpecLoader.load("homework3"), Sender.CLIENT);
    Spec counting = SpecText.withHeader("size: u8", "type: u8").countingBody().spec();
    PacketTable body = PacketTable.of(counting, Sender.CLIENT);

    assertThat(whole.lengthValue(3)).isEqualTo(3);
    assertThat(whole.frameBytes(3)).isEqualTo(3);
    assertThat(body.lengthValue(3)).isEqualTo(1);
    assertThat(body.frameBytes(1)).isEqualTo(3);
  }
}
