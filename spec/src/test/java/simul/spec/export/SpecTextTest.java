package simul.spec.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import simul.spec.load.SpecLoader;
import simul.spec.model.Packet;
import simul.spec.model.Sender;
import simul.spec.model.Spec;
import simul.spec.wire.FrameDecoder;
import simul.spec.wire.PacketLayout;
import simul.spec.wire.PacketTable;

class SpecTextTest {

  @Test
  void homework3IsShownWithOffsetsAndExamples() {
    assertThat(SpecText.of(Specs.bundled("homework3")))
        .contains(
            """
              MOVE, 3 bytes
              0      1      2              3
              +------+------+--------------+
              | size | type | direction    |
              | u8   | u8   | Direction u8 |
              | = 3  | = 1  |              |
              +------+------+--------------+
              example  03 01 00 (direction=UP)
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          one-byte     ~ move UP:    KEY with key=UP -> 01
          text         ~ position:   AT id=[3..5) x=[6..7) y=[8..9)
          homework3    ~ self:       LOGIN (the first on a connection) id=[2..3)
          length-last  ~ position:   WALKED id=[2..4) x=column[7..8) y=row[6..7)
          length-last  ~ move LEFT:  MOVE with id=$self way=WEST -> 01 01 00 01 00 07 1e
          scan-codes   ~ leave:      PIECE (all but the first on a connection) id=[0..4), where x is -1
          counted      ~ snapshot:   PLAYERS id=players.id[4..6) + 4 * i x=players.x[6..7) + 4 * i y=players.y[7..8) + 4 * i
          one-byte     ~ snapshot:   WORLD id=the index x=players.x[1..2) + 3 * i y=players.y[2..3) + 3 * i, where players.here is 1
          term-project ~ position:   SC_MOVE_PLAYER id=[2..4) x=[4..6) y=[6..8) echo=move_time[8..12)
          padded       ~ u8   | u8   | i16 | i16     | unused | i32     |
          fixed-402    ~ frames of 402 bytes, each with several packets from byte 0 on; a u16 at 400 says how many bytes they fill
          one-byte     ~ from the server: the stream starts with HELLO, once and without a header;
          floats       ~ a cell is 50 units wide, the first is written as x -175, y 25, and y grows upwards.
          view-range   ~ Those are told of a move who are at most 3 cells away on each axis.
          """)
  void saysWhatRolesAndFramingsResolveTo(String spec, String words) {
    assertThat(SpecText.of(Specs.bundled(spec))).contains(words);
  }

  @ParameterizedTest
  @FieldSource("simul.spec.load.SpecLoader#BUNDLED")
  void everyPacketIsShownWithExampleThatDecodes(String name) {
    Spec spec = Specs.bundled(name);
    String text = SpecText.of(spec);

    assertThat(SpecLoader.BUNDLED).contains(name);
    for (Packet packet : spec.packets()) {
      assertThat(text).contains("  " + packet.name() + ", ");
    }
    for (Sender sender : Sender.values()) {
      PacketTable table = PacketTable.of(spec, sender);
      for (PacketLayout packet : table.regular()) {
        byte[] example = PacketExample.of(table, packet).bytes();
        byte[] framed = table.framed(java.util.List.of(example));
        FrameDecoder decoder = table.newRunningDecoder();

        FrameDecoder.Status status = decoder.next(framed, 0, framed.length);

        assertThat(status).as(packet.name()).isEqualTo(FrameDecoder.Status.COMPLETE);
        assertThat(decoder.packet().name()).isEqualTo(packet.name());
      }
    }
  }

  @Test
  void fieldsThatDoNotFitOneRowGoOnInTheNext() {
    assertThat(SpecText.of(Specs.odd()))
        .contains(
            """
              26              34             54           57           60
              +---------------+--------------+------------+------------+
              | outer.Inner.b | outer.inners | outer.자리 | outer.word |
              | u64           | 2 x Inner    | 3 x u8     | char[3]    |
              +---------------+--------------+------------+------------+
            """)
        .contains("  MANY, at least 6 bytes");
  }
}
