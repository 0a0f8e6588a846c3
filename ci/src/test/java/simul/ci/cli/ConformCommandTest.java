package simul.ci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simul.spec.reference.ReferenceServer;

class ConformCommandTest {
  @TempDir private Path folder;

  @Test
  void referenceServerPasses() throws Exception {
    try (ReferenceServer server = Commands.reference()) {
      Path json = folder.resolve("out.json");

      Commands.Ended ended = Commands.against(server, "conform --json " + json);

      assertThat(ended.code()).isEqualTo(ExitCode.HOLDS);
      assertThat(ended.out()).contains("PASS  FRAME-001").contains(" passed, 0 failed, 0 skipped");
      assertThat(Files.readString(json)).contains("\"verdict\": \"PASS\"");
    }
  }

  @Test
  void findingReadsAsDesigned() throws Exception {
    try (ReferenceServer server = Commands.mutant("takes-lone-byte-for-packet")) {
      Commands.Ended ended =
          Commands.against(
              server, "conform --lang en --only FRAME-003 --seed 1 --traces " + folder);

      assertThat(ended.code()).isEqualTo(ExitCode.BROKEN);
      assertThat(ended.out().lines().map(ConformCommandTest::withoutTimes))
          .containsSubsequence(
              "FAIL  FRAME-003  a packet cut between length and type is still one packet"
                  + "  MUST, handout 5, N ms",
              "  expected  POSITION id=0 x=1 y=0 on every client",
              "  but was   connection of client a closed after N ms",
              "  hint      the server seems to take the lone first byte for a whole packet",
              "  replay    bin/simul replay "
                  + folder.resolve("FRAME-003.trace")
                  + " --port "
                  + server.address().getPort(),
              "0 passed, 1 failed, 0 skipped");
      assertThat(ended.out())
          .contains("  sent      MOVE ")
          .contains("3 bytes in 2 segments (1 + 2;");
    }
  }

  private static String withoutTimes(String line) {
    return line.replaceAll("\\d+ ms", "N ms");
  }

  @Test
  void savedFailureFailsAgainAndPassesOnRightServer() throws Exception {
    Path trace = folder.resolve("FRAME-003.trace");
    try (ReferenceServer faulty = Commands.mutant("takes-lone-byte-for-packet");
        ReferenceServer right = Commands.reference()) {
      Commands.against(faulty, "conform --only FRAME-003 --traces " + folder);

      Commands.Ended again = Commands.against(faulty, "replay " + trace);
      Commands.Ended mended = Commands.against(right, "replay " + trace);

      assertThat(again.code()).isEqualTo(ExitCode.BROKEN);
      assertThat(again.out()).contains("FAIL  FRAME-003");
      assertThat(mended.code()).isEqualTo(ExitCode.HOLDS);
      assertThat(mended.out()).contains("PASS  FRAME-003");
    }
  }

  @Test
  void jsonNamesTheFinding() throws Exception {
    try (ReferenceServer server = Commands.mutant("drops-second-coalesced-frame")) {
      Path json = folder.resolve("out.json");

      Commands.Ended ended =
          Commands.against(
              server, "conform --only FRAME-005 --traces " + folder + " --json " + json);

      assertThat(ended.code()).isEqualTo(ExitCode.BROKEN);
      assertThat(Files.readString(json))
          .contains("\"id\": \"FRAME-005\"")
          .contains("\"verdict\": \"FAIL\"")
          .contains("\"expected\": \"POSITION ")
          .contains("\"replay\": ");
    }
  }

  @Test
  void listsWhatItWouldCheck() {
    Commands.Ended ended = Commands.run("conform --list --lang en --only FRAME-00*");

    assertThat(ended.code()).isEqualTo(ExitCode.HOLDS);
    assertThat(ended.out().lines()).hasSize(9).allMatch(line -> line.startsWith("FRAME-00"));
  }

  @Test
  void koreanComesWithTheLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.KOREA);

      Commands.Ended ended = Commands.run("explain frame-003");

      assertThat(ended.out()).contains("길이와 타입 사이에서 잘린 패킷도 하나의 패킷이다");
    } finally {
      Locale.setDefault(before);
    }
  }
}
