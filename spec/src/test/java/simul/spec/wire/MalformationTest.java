package simul.spec.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import simul.spec.SpecText;
import simul.spec.load.SpecException;
import simul.spec.load.SpecLoader;
import simul.spec.model.Sender;

class MalformationTest {
  private final PacketTable table;
  private final PacketLayout move;

  MalformationTest() throws SpecException {
    table = PacketTable.of(SpecLoader.load("homework3"), Sender.CLIENT);
    move = table.packet("MOVE").orElseThrow();
  }

  private String apply(Malformation malformation) {
    return HexDump.hex(malformation.apply(table, move.newFrame()));
  }

  @Test
  void lengthSaysWhateverItIsTold() {
    assertThat(apply(new Malformation.Length(0))).isEqualTo("00 01 00");
    assertThat(apply(new Malformation.Length(200))).isEqualTo("c8 01 00");
    assertThat(apply(new Malformation.Length(0x1FF))).isEqualTo("ff 01 00");
  }

  @Test
  void typeSaysWhateverItIsTold() {
    assertThat(apply(new Malformation.Type(99))).isEqualTo("03 63 00");
  }

  @Test
  void valueSaysWhateverItIsTold() {
    FieldLayout direction = move.field("direction").orElseThrow();

    assertThat(apply(new Malformation.Value(direction, 4))).isEqualTo("03 01 04");
    assertThat(apply(new Malformation.Value(direction, 255))).isEqualTo("03 01 ff");
  }

  @Test
  void trailingBytesAreCountedOrNot() {
    assertThat(apply(new Malformation.Trailing(2, true))).isEqualTo("05 01 00 00 00");
    assertThat(apply(new Malformation.Trailing(2, false))).isEqualTo("03 01 00 00 00");
  }

  @Test
  void missingBytesAreCountedOrNot() {
    assertThat(apply(new Malformation.Missing(1, true))).isEqualTo("02 01");
    assertThat(apply(new Malformation.Missing(1, false))).isEqualTo("03 01");
    assertThat(apply(new Malformation.Missing(2, true))).isEqualTo("01");
  }

  @Test
  void nothingIsLeftWhenAllIsMissing() {
    assertThat(apply(new Malformation.Missing(3, true))).isEmpty();
  }

  @Test
  void wideFieldsAreWrittenWhole() {
    SpecText text = SpecText.withHeader("type: u32", "size: u16").bigEndian().countingBody();
    PacketTable wide = PacketTable.of(text.spec(), Sender.CLIENT);
    byte[] frame = wide.packet("MOVE").orElseThrow().newFrame();

    byte[] wrongType = new Malformation.Type(0x01020304).apply(wide, frame);
    byte[] longer = new Malformation.Trailing(1, true).apply(wide, frame);

    assertThat(HexDump.hex(wrongType)).isEqualTo("01 02 03 04 00 01 00");
    assertThat(HexDump.hex(longer)).isEqualTo("00 00 00 01 00 02 00 00");
  }

  @Test
  void frameGivenStaysAsItWas() {
    byte[] frame = move.newFrame();

    byte[] wrong = new Malformation.Length(9).apply(table, frame);

    assertThat(wrong).isNotEqualTo(frame);
    assertThat(frame).isEqualTo(move.newFrame());
  }
}
