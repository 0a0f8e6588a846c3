package simul.ci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class SelfcheckCommandTest {
  private static final String FEW =
      "selfcheck --seed 1 --only reference,starts-anywhere,takes-lone-byte* --patience 500ms"
          + " --checks FRAME-003,FRAME-005";

  @TempDir private Path folder;

  @Test
  void saysWhichCheckKillsWhichMutantAndWhetherAllIsWell() {
    Commands.Ended ended = Commands.run(FEW);

    assertThat(ended.complaints()).isEmpty();
    assertThat(ended.code()).isEqualTo(ExitCode.HOLDS);
    assertThat(ended.out().lines().findFirst())
        .contains(
            "selfcheck of homework3: 1 mutants and 2 right servers, 2 checks, seed 1, 2 at a time");
    assertThat(ended.out())
        .containsPattern("(?m)^3/3 ")
        .contains("FRAME: 1 of 1 killed")
        .contains("takes-lone-byte-for-packet                  FRAME-003  killed by FRAME-003")
        .contains("mutants        1 of 1 killed (100 %), 1 by the rule that they break")
        .contains("right servers  2 in 2 runs: 4 PASS, 0 FAIL, 0 INCONCLUSIVE, 0 SKIPPED")
        .containsPattern("(?m)^PASS in \\d+ s$");
  }

  @Test
  void survivorIsBrokenAndSaidEvenWhenQuiet() {
    Commands.Ended ended =
        Commands.run("selfcheck --quiet --seed 1 --only takes-lone-byte* --checks FRAME-001");

    assertThat(ended.code()).isEqualTo(ExitCode.BROKEN);
    assertThat(ended.out().lines())
        .contains("not killed:")
        .anyMatch(line -> line.matches("  takes-lone-byte-for-packet +FRAME-003 +SURVIVED: .*"))
        .anyMatch(line -> line.startsWith("FAIL in "))
        .noneMatch(line -> line.startsWith("1/1"));
  }

  @Test
  void writesJsonAndPage() throws Exception {
    Path json = folder.resolve("result.json");
    Path page = folder.resolve("page.md");

    Commands.Ended ended =
        Commands.run(FEW + " --quick --repeat 2 --json " + json + " --summary " + page);

    assertThat(ended.code()).isEqualTo(ExitCode.HOLDS);
    assertThat(Files.readString(json))
        .contains("\"holds\": true")
        .contains("\"finished\": true")
        .contains("\"killedByTheirRule\": 1")
        .contains("\"takes-lone-byte-for-packet\"");
    assertThat(Files.readString(page))
        .startsWith("# The tester, tested\n")
        .contains(
            "Written by `bin/simul selfcheck --only 'reference,starts-anywhere,takes-lone-byte*'")
        .contains(" --quick --repeat 2 --seed 1 --summary " + page)
        .contains("| right servers | 2 in 4 runs |");
  }

  @Test
  void interruptionShowsWhatIsKnownAndIsInconclusive() throws Exception {
    Path page = folder.resolve("page.md");
    List<Commands.Ended> ended = new java.util.ArrayList<>();
    Thread command =
        new Thread(() -> ended.add(Commands.run("selfcheck --jobs 1 --summary " + page)));

    command.start();
    command.interrupt();
    command.join();

    assertThat(ended.get(0).code()).isEqualTo(ExitCode.INCONCLUSIVE);
    assertThat(ended.get(0).out()).contains("mutants        ").contains("INTERRUPTED in ");
    assertThat(page).doesNotExist();
  }
}
