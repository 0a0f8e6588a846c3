package simul.ci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import simul.ci.launch.Programs;
import simul.spec.reference.ReferenceServer;

@Execution(ExecutionMode.CONCURRENT)
class FuzzCommandTest {
  private static final String FIRST = "fuzz --lang en --seed 1 --patience 500ms --time 30s ";

  @TempDir private Path folder;

  private Path json;

  @BeforeEach
  void nameTheResult() {
    json = folder.resolve("out.json");
  }

  private List<Path> traces() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".trace")).sorted().toList();
    }
  }

  @Test
  void nothingIsFoundOnReferenceServer() throws Exception {
    try (ReferenceServer server = Commands.reference()) {
      Commands.Ended ended =
          Commands.against(server, FIRST + "--tries 20 --traces " + folder + " --json " + json);

      assertThat(ended.code()).isEqualTo(ExitCode.HOLDS);
      assertThat(ended.out())
          .contains("fuzz: homework3 on 127.0.0.1:", "seed 1, for 30.0 s")
          .containsPattern("\\d+ of 102 combinations were tried")
          .containsPattern("MOVE none +\\d+ +\\d+ +\\d+ +\\d+\\R")
          .containsPattern("PASS in \\d+\\.\\d s: 0 found, 20 tries");
      assertThat(Files.readString(json))
          .contains("\"verdict\": \"PASS\"", "\"tries\": 20", "\"end\": \"TRIES\"")
          .contains("\"findings\": []");
      assertThat(traces()).isEmpty();
    }
  }

  @Test
  void findingIsShownSavedAndReplayed() throws Exception {
    try (ReferenceServer faulty = Commands.mutant("takes-lone-byte-for-packet");
        ReferenceServer right = Commands.reference()) {
      Path xml = folder.resolve("out.xml");

      Commands.Ended ended =
          Commands.against(
              faulty,
              FIRST
                  + "--stop-on-first --traces "
                  + folder
                  + " --json "
                  + json
                  + " --junit-xml "
                  + xml);

      Path trace = folder.resolve("fuzz-01.trace");
      assertThat(ended.code()).isEqualTo(ExitCode.BROKEN);
      assertThat(traces()).containsExactly(trace);
      assertThat(ended.out())
          .contains("found 1: disconnected, 1 packet, " + trace)
          .containsPattern("FAIL  disconnected  [A-Z]+-\\d{3}  ")
          .containsPattern("met       at try \\d+, after \\d+\\.\\d s; 1 packet")
          .contains("  but was   connection of client a closed after ")
          .contains("  replay    bin/simul replay " + trace + " --port ")
          .containsPattern("FAIL in \\d+\\.\\d s: 1 found");
      assertThat(Files.readString(json))
          .contains("\"verdict\": \"FAIL\"", "\"harm\": \"disconnected\"", "\"confirmed\": true")
          .contains("\"replay\": \"" + trace);
      assertThat(Files.readString(xml))
          .contains("<testsuite name=\"fuzz homework3\"", "failures=\"1\"", "<failure message=");
      assertThat(Commands.against(faulty, "replay " + trace).code()).isEqualTo(ExitCode.BROKEN);
      assertThat(Commands.against(right, "replay " + trace).code()).isEqualTo(ExitCode.HOLDS);
    }
  }

  @Test
  void corpusGrowsFromRunToRunAndLeavesOtherFilesAlone() throws Exception {
    Path other = folder.resolve("corpus-00000000.trace");
    Files.writeString(other, "mine");
    try (ReferenceServer server = Commands.reference()) {
      String run = FIRST + "--corpus " + folder + " --json " + json + " --tries ";
      Commands.Ended first = Commands.against(server, run + "10");
      List<Path> kept = traces();
      int reached = reached();

      Commands.Ended second = Commands.against(server, run + (kept.size() + 10));

      assertThat(first.code()).isEqualTo(ExitCode.HOLDS);
      assertThat(first.out()).contains("warning: " + other + ":1: the first line must be");
      assertThat(kept).contains(other).hasSizeBetween(2, 11);
      assertThat(second.code()).isEqualTo(ExitCode.HOLDS);
      assertThat(reached()).isGreaterThan(reached);
      assertThat(Files.readString(other)).isEqualTo("mine");
      for (Path file : traces()) {
        if (!file.equals(other)) {
          assertThat(Commands.against(server, "replay " + file).code()).isEqualTo(ExitCode.HOLDS);
        }
      }
    }
  }

  private int reached() throws IOException {
    String text = Files.readString(json).split("\"reached\": ", 2)[1];
    return Integer.parseInt(text.split(",", 2)[0]);
  }

  @Test
  void launchedServerThatStreamEndsIsStartedAnew() throws Exception {
    String[] words =
        (FIRST + "--stop-on-first --shrink-time 3s --traces " + folder + " --json " + json)
            .split(" ");
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--launch", Programs.server("exits")));

    Commands.Ended ended = Commands.run(all.toArray(String[]::new));

    assertThat(ended.code()).isEqualTo(ExitCode.BROKEN);
    assertThat(ended.out())
        .contains("FAIL  crashed  ")
        .contains("  but was   the server exited with status 7");
    assertThat(Files.readString(json))
        .contains("\"harm\": \"crashed\"", "\"status\": 7,")
        .doesNotContain("\"restarts\": 0,");
  }

  @Test
  void nobodyListening() throws Exception {
    Commands.Ended ended = Commands.run(FIRST + "--port " + Commands.deadPort());

    assertThat(ended.code()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(ended.complaints()).hasSize(1);
  }
}
