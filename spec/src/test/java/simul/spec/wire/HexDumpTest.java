package simul.spec.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simul.spec.SpecText;
import simul.spec.load.SpecException;
import simul.spec.load.SpecLoader;
import simul.spec.model.Sender;

class HexDumpTest {

  @Test
  void showsBytesAsSpacedHex() {
    assertThat(HexDump.hex(new byte[] {0x03, (byte) 0xFF, 0x0A})).isEqualTo("03 ff 0a");
    assertThat(HexDump.hex(new byte[] {1, 2, 3, 4}, 1, 3)).isEqualTo("02 03");
    assertThat(HexDump.hex(new byte[0])).isEmpty();
  }

  @Test
  void parsesHexSpacedOrNot() {
    assertThat(HexDump.parse("03 01 FF")).containsExactly(0x03, 0x01, 0xFF);
    assertThat(HexDump.parse("0301ff\n00")).containsExactly(0x03, 0x01, 0xFF, 0x00);
    assertThat(HexDump.parse("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "03 0", "0x03", "g0", "03,01"})
  void refusesWhatIsNoHex(String text) {
    assertThatThrownBy(() -> HexDump.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not pairs of hex digits: " + text);
  }

  @Property(tries = 200)
  void parseInvertsHex(@ForAll byte[] bytes) {
    assertThat(HexDump.parse(HexDump.hex(bytes))).isEqualTo(bytes);
  }

  @Test
  void showsSixteenBytesOnOneLine() {
    byte[] bytes = new byte[33];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }

    assertThat(HexDump.lines(bytes))
        .containsExactly(
            "0000  00 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f",
            "0010  10 11 12 13 14 15 16 17 18 19 1a 1b 1c 1d 1e 1f",
            "0020  20");
    assertThat(HexDump.lines(Arrays.copyOf(bytes, 16))).hasSize(1);
    assertThat(HexDump.lines(new byte[0])).isEmpty();
  }

  private static String tree(String spec, Sender sender, String hex) throws SpecException {
    PacketTable table = PacketTable.of(SpecLoader.load(spec), sender);
    return String.join("\n", HexDump.fieldTree(table, HexDump.parse(hex))) + "\n";
  }

  @Test
  void treeShowsEachFieldOfEachFrame() throws Exception {
    assertThat(tree("homework3-wide", Sender.SERVER, "06 02 00 00 00 04 08 01 00 00 00 04 07 00"))
        .isEqualTo(
            """
            0000  LOGIN
            0000    06          u8 size = 6
            0001    02 00 00 00 u32 type = 2
            0005    04          u8 id = 4
            0006  POSITION
            0006    08          u8 size = 8
            0007    01 00 00 00 u32 type = 1
            000b    04          u8 id = 4
            000c    07          u8 x = 7
            000d    00          u8 z = 0
            """);
  }

  @Test
  void treeNamesTheValuesOfEnumerations() throws Exception {
    assertThat(tree("homework3", Sender.CLIENT, "03 01 02"))
        .isEqualTo(
            """
            0000  MOVE
            0000    03          u8 size = 3
            0001    01          u8 type = 1
            0002    02          u8 direction = 2 LEFT
            """);
  }

  @Test
  void treeOfPacketThatHasNotAllComeEndsInCaret() throws Exception {
    assertThat(tree("homework3", Sender.SERVER, "03 02 00 05 01 00"))
        .endsWith(
            """
            0003  05 01 00
                           ^ the start of a packet
            """);
  }

  @Test
  void treeOfWrongBytesPointsAtTheField() throws Exception {
    assertThat(tree("homework3", Sender.CLIENT, "03 01 00 03 01 09 03 01 00"))
        .endsWith(
            """
            0003  03 01 09 03 01 00
                        ^ direction 9 in MOVE is outside 0..3
            """);
  }

  @Test
  void caretStaysWithinLineOfLongFrame() {
    String[] fields = {"a: u64", "b: u64", "c: u8, range: [0, 1]"};
    SpecText text = SpecText.withHeader("size: u8", "type: u8");
    PacketTable table =
        PacketTable.of(text.withPacket("LONG", 9, "client", fields).spec(), Sender.CLIENT);
    byte[] frame = table.packet("LONG").orElseThrow().newFrame();
    frame[18] = 2;

    assertThat(HexDump.fieldTree(table, frame))
        .containsExactly(
            "0000  13 09 00 00 00 00 00 00 00 00 00 00 00 00 00 00",
            " ".repeat(6 + 3 * 16) + "^ c 2 in LONG is outside 0..1");
  }

  @Test
  void treeOfNothingIsEmpty() throws Exception {
    assertThat(tree("homework3", Sender.CLIENT, "")).isEqualTo("\n");
  }
}
