package simul.spec.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import simul.spec.load.SpecLoader;
import simul.spec.model.Sender;

class FieldTreeOffsetTest {

  @Test
  void laterPartOfStreamCountsFromItsStart() throws Exception {
    PacketTable table = PacketTable.of(SpecLoader.load("homework3"), Sender.SERVER);

    assertThat(HexDump.fieldTree(table, HexDump.parse("03 02 04 03 09"), 0x1230))
        .containsExactly(
            "1230  LOGIN",
            "1230    03          u8 size = 3",
            "1231    02          u8 type = 2",
            "1232    04          u8 id = 4",
            "1233  03 09",
            "         ^ type 9 is no packet from the server (POSITION 1, LOGIN 2, LOGOUT 3)");
  }
}
