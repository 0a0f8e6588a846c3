package simul.ci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import simul.conformance.suite.Checks;
import simul.spec.reference.ReferenceServer;

@Execution(ExecutionMode.CONCURRENT)
class ConformCommandTest {
  private static final Pattern VERDICT = Pattern.compile("\"verdict\": \"([A-Z]+)\"");

  @TempDir private Path folder;

  /** One check of each section; all of them are run where they are made. */
  @Test
  void referenceServerPasses() throws Exception {
    try (ReferenceServer server = Commands.reference()) {
      Path json = folder.resolve("out.json");

      Commands.Ended ended =
          Commands.against(server, "conform --quick --lang en --only *-001 --json " + json);

      assertThat(ended.code()).isEqualTo(ExitCode.HOLDS);
      assertThat(ended.out())
          .contains("PASS  FRAME-001")
          .contains("10 passed, 0 failed, 0 skipped");
      assertThat(Files.readString(json)).contains("\"verdict\": \"PASS\"");
      assertThat(results(json)).hasSize(10).containsOnly("PASS");
    }
  }

  /** The verdict of each check in a result. */
  private static List<String> results(Path json) throws Exception {
    String checks = Files.readString(json).split("\"checks\"", 2)[1];
    return VERDICT.matcher(checks).results().map(match -> match.group(1)).toList();
  }

  @Test
  void quickRunSaysWhyItLeavesChecksOut() throws Exception {
    try (ReferenceServer server = Commands.reference()) {
      Path json = folder.resolve("out.json");

      Commands.Ended ended =
          Commands.against(
              server, "conform --quick --lang en --only LIFE-003,MOVE-001,SEND-009 --json " + json);

      assertThat(ended.code()).isEqualTo(ExitCode.HOLDS);
      assertThat(ended.out().lines())
          .filteredOn(line -> line.equals("  it takes too long for a quick run"))
          .hasSize(2);
      assertThat(ended.out()).contains("1 passed, 0 failed, 2 skipped");
      assertThat(results(json)).containsExactly("PASS", "SKIPPED", "SKIPPED");
      assertThat(Files.readString(json))
          .contains("\"reason\": \"it takes too long for a quick run\"");
    }
  }

  @Test
  void repeatedChecksHaveAsManyResults() throws Exception {
    try (ReferenceServer server = Commands.reference()) {
      Path json = folder.resolve("out.json");

      Commands.Ended ended =
          Commands.against(server, "conform --repeat 2 --only MOVE-001 --json " + json);

      assertThat(ended.code()).isEqualTo(ExitCode.HOLDS);
      assertThat(ended.out()).contains("2 passed, 0 failed, 0 skipped");
      assertThat(results(json)).containsExactly("PASS", "PASS");
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

      Path json = folder.resolve("again.json");
      Commands.Ended again = Commands.against(faulty, "replay " + trace + " --json " + json);
      Commands.Ended mended = Commands.against(right, "replay " + trace);

      assertThat(again.code()).isEqualTo(ExitCode.BROKEN);
      assertThat(again.out()).contains("FAIL  FRAME-003");
      assertThat(results(json)).containsExactly("FAIL");
      assertThat(Files.readString(json)).contains("\"verdict\": \"FAIL\"");
      assertThat(mended.code()).isEqualTo(ExitCode.HOLDS);
      assertThat(mended.out()).contains("PASS  FRAME-003");
    }
  }

  @Test
  void eachFailureOfRepeatedCheckIsSaved() throws Exception {
    try (ReferenceServer server = Commands.mutant("takes-lone-byte-for-packet")) {

      Commands.Ended ended =
          Commands.against(server, "conform --only FRAME-003 --repeat 2 --traces " + folder);

      assertThat(ended.out()).contains("0 passed, 2 failed");
      assertThat(folder.resolve("FRAME-003.trace")).exists();
      assertThat(folder.resolve("FRAME-003-2.trace")).exists();
      assertThat(ended.out()).contains("replay " + folder.resolve("FRAME-003-2.trace"));
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
  void listsEveryCheckThereIs() {
    Commands.Ended ended = Commands.run("conform --list --lang en");

    assertThat(ended.out().lines())
        .hasSameSizeAs(Checks.all())
        .hasSizeGreaterThanOrEqualTo(100)
        .allMatch(line -> line.matches("[A-Z]+-\\d{3}  \\S.*  \\((MUST|SHOULD|MAY)\\)"));
  }

  @Test
  void listsWhatItWouldCheck() {
    Commands.Ended ended = Commands.run("conform --list --lang en --only FRAME-00*");

    assertThat(ended.code()).isEqualTo(ExitCode.HOLDS);
    assertThat(ended.out().lines()).hasSize(9).allMatch(line -> line.startsWith("FRAME-00"));
  }
}
