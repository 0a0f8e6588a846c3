package simul.ci.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simul.spec.wire.HexDump;

/** The blocks as the format's draft lays them out, byte by byte. */
class PcapngFileTest {
  /** Section header, then interface description, each with its options. */
  private static final String HEAD =
      """
      0a 0d 0d 0a 30 00 00 00 4d 3c 2b 1a 01 00 00 00 ff ff ff ff ff ff ff ff
      04 00 03 00 61 70 70 00
      01 00 02 00 68 69 00 00
      00 00 00 00
      30 00 00 00
      01 00 00 00 2c 00 00 00 65 00 00 00 00 00 00 00
      02 00 05 00 73 69 6d 75 6c 00 00 00
      09 00 01 00 09 00 00 00
      00 00 00 00
      2c 00 00 00
      """;

  @TempDir private Path folder;

  @Test
  void packetHasItsTimeDirectionAndComment() throws Exception {
    Path path = folder.resolve("x.pcapng");
    try (PcapngFile file = new PcapngFile(path, "app", "hi")) {
      file.packet(0x0102030405060708L, new byte[] {1, 2, 3, 4, 5}, PcapngFile.Way.OUT, "see");
      file.packet(1, new byte[] {6, 7, 8, 9}, PcapngFile.Way.IN, "");
    }

    assertThat(Files.readAllBytes(path))
        .isEqualTo(
            HexDump.parse(
                HEAD
                    + """
                    06 00 00 00 3c 00 00 00 00 00 00 00 04 03 02 01 08 07 06 05
                    05 00 00 00 05 00 00 00 01 02 03 04 05 00 00 00
                    02 00 04 00 02 00 00 00
                    01 00 03 00 73 65 65 00
                    00 00 00 00
                    3c 00 00 00
                    06 00 00 00 30 00 00 00 00 00 00 00 00 00 00 00 01 00 00 00
                    04 00 00 00 04 00 00 00 06 07 08 09
                    02 00 04 00 01 00 00 00
                    00 00 00 00
                    30 00 00 00
                    """));
  }

  @Test
  void whatIsWrittenIsThereBeforeItIsClosed() throws Exception {
    Path path = folder.resolve("x.pcapng");
    try (PcapngFile file = new PcapngFile(path, "app", "hi")) {
      assertThat(Files.readAllBytes(path)).isEqualTo(HexDump.parse(HEAD));

      file.packet(1, new byte[] {6, 7, 8, 9}, PcapngFile.Way.IN, "");

      assertThat(Files.size(path)).isEqualTo(HexDump.parse(HEAD).length + 0x30L);
    }
  }
}
