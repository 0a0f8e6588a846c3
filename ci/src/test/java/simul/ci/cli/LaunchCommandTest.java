package simul.ci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import simul.ci.launch.Programs;

/** {@code conform --launch} with programs of their own. */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class LaunchCommandTest {
  private static final Pattern PROCESS = Pattern.compile("launched process (\\d+): .*");

  @TempDir private Path folder;

  private Commands.Ended conform(String server, String... more) {
    List<String> words = new ArrayList<>(words(server));
    if (List.of(more).contains("--json")) {
      words.removeAll(List.of("--json", json().toString()));
    }
    words.addAll(List.of(more));
    return Commands.run(words.toArray(String[]::new));
  }

  private List<String> words(String server) {
    return List.of(
        "conform",
        "--lang",
        "en",
        "--seed",
        "1",
        "--traces",
        folder.toString(),
        "--json",
        json().toString(),
        "--launch",
        server);
  }

  private Path json() {
    return folder.resolve("out.json");
  }

  private String written() throws IOException {
    return Files.readString(json());
  }

  private static long process(Stream<String> lines) {
    return lines
        .map(PROCESS::matcher)
        .filter(Matcher::matches)
        .mapToLong(matcher -> Long.parseLong(matcher.group(1)))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> verdicts(Commands.Ended ended) {
    return ended
        .out()
        .lines()
        .filter(line -> line.matches("(PASS|FAIL|SKIPPED|INCONCLUSIVE)  [A-Z]+-\\d+  .*"))
        .map(line -> line.replaceFirst("  ([A-Z]+-\\d+)  .*", " $1"))
        .toList();
  }

  @Test
  void rightServerPasses() throws Exception {
    String server = Programs.java("simul.ci.cli.Simul", "serve --quiet --port {port}");

    Commands.Ended ended = conform(server, "--only", "FRAME-00*");

    assertThat(ended.code()).isEqualTo(ExitCode.HOLDS);
    assertThat(ended.out()).contains("9 passed, 0 failed, 0 skipped");
    assertThat(ended.err()).isEmpty();
    assertThat(written()).contains("\"restarts\": 0,").contains("\"exits\": []");
    assertThat(Programs.isRunning(process(ended.out().lines()))).isFalse();
  }

  @Test
  void serverThatCheckHasEndedIsStartedAnew() throws Exception {
    Commands.Ended ended =
        conform(Programs.server("exits"), "--only", "FRAME-001,FRAME-003,FRAME-005,FRAME-007");

    assertThat(ended.code()).isEqualTo(ExitCode.BROKEN);
    assertThat(verdicts(ended))
        .containsExactly("PASS FRAME-001", "FAIL FRAME-003", "PASS FRAME-005", "FAIL FRAME-007");
    assertThat(ended.out().lines())
        .containsSubsequence(
            "  but was   the server exited with status 7",
            "  output    listening on " + port(ended),
            "            \\x1b[31mhalf a packet\\x1b[0m",
            "2 passed, 2 failed, 0 skipped");
    assertThat(ended.out()).doesNotContain("\u001b[31mhalf");
    assertThat(written())
        .contains("\"restarts\": 1,")
        .contains("\"check\": \"FRAME-003\",\n        \"status\": 7,")
        .contains("\"check\": \"FRAME-007\",\n        \"status\": 7,")
        .contains("\"actual\": \"the server exited with status 7\"");
    assertThat(Programs.isRunning(process(ended.out().lines()))).isFalse();
  }

  private static String port(Commands.Ended ended) {
    Matcher matcher = Pattern.compile("on 127\\.0\\.0\\.1:(\\d+), seed").matcher(ended.out());
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  @Test
  void serverThatCheckHasHungIsStartedAnew() throws Exception {
    Commands.Ended ended =
        conform(
            Programs.server("hangs"),
            "--only",
            "FRAME-001,FRAME-003,FRAME-005",
            "--patience",
            "1s");

    assertThat(ended.code()).isEqualTo(ExitCode.BROKEN);
    assertThat(verdicts(ended))
        .containsExactly("PASS FRAME-001", "FAIL FRAME-003", "PASS FRAME-005");
    assertThat(ended.out())
        .contains("nothing more on client a within 1000 ms, and the server admits nobody any more");
    assertThat(written()).contains("\"restarts\": 1,").contains("\"hung\": true,");
  }

  @Test
  void othersAreSkippedWhereItIsNotToBeStartedAnew() throws Exception {
    Commands.Ended ended =
        conform(Programs.server("exits"), "--only", "FRAME-003,FRAME-005", "--restart", "never");

    assertThat(ended.code()).isEqualTo(ExitCode.BROKEN);
    assertThat(verdicts(ended)).containsExactly("FAIL FRAME-003", "SKIPPED FRAME-005");
    assertThat(ended.out())
        .contains("  the server exited with status 7, and is not to be started again");
    assertThat(written()).contains("\"restarts\": 0,");
  }

  @Test
  void everyCheckGetsServerOfItsOwn() throws Exception {
    Commands.Ended ended =
        conform(
            Programs.server("nothing"),
            "--only",
            "FRAME-001,FRAME-003,FRAME-005",
            "--restart",
            "case");

    assertThat(ended.code()).isEqualTo(ExitCode.HOLDS);
    assertThat(written()).contains("\"restarts\": 2,").contains("\"exits\": []");
  }

  @Test
  void serverThatEndsWithItsFirstClientIsUnreachable() {
    Commands.Ended ended = conform(Programs.server("deserts"));

    assertThat(ended.code()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(ended.complaints().get(0))
        .matches(
            "simul: the server exited with status 0(, after it had served once| before it served);"
                + " its last output:");
    assertThat(ended.complaints().get(1)).startsWith("simul:   listening on ");
  }

  @Test
  void nothingIsLeftWhenTheCommandItselfFails() throws Exception {
    Path vanishing = Files.createDirectory(folder.resolve("vanishing"));
    String server = Programs.shell("rmdir '" + vanishing + "'; exec " + Programs.server("nothing"));

    Commands.Ended ended =
        conform(server, "--only", "FRAME-001", "--json", vanishing.resolve("out.json").toString());

    assertThat(ended.code()).isEqualTo(ExitCode.USAGE);
    assertThat(ended.complaints()).singleElement().asString().contains("cannot be written");
    assertThat(Programs.isRunning(process(ended.out().lines()))).isFalse();
  }

  @Test
  void programThatExitsAtOnceIsUnreachable() {
    Commands.Ended ended = conform(Programs.shell("echo sorry; exit 3; # {port}"));

    assertThat(ended.code()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(ended.complaints())
        .containsExactly(
            "simul: the server exited with status 3 before it served; its last output:",
            "simul:   sorry");
  }

  @Test
  void interruptedCommandShowsItsResultAndLeavesNothing() throws Exception {
    Process command = new ProcessBuilder(simul()).redirectErrorStream(true).start();
    List<String> lines = new ArrayList<>();
    try (BufferedReader out = command.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        lines.add(line);
        if (line.startsWith("patience: ")) {
          // Process.destroy would close its output as well.
          assertThat(command.toHandle().destroy()).isTrue();
        }
      }
      assertThat(command.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      // Only where the test has failed is there anything left.
      command.descendants().forEach(ProcessHandle::destroyForcibly);
      command.destroyForcibly();
    }

    assertThat(command.exitValue()).isEqualTo(ExitCode.INCONCLUSIVE);
    assertThat(lines).contains("  the run was interrupted");
    assertThat(written()).contains("\"verdict\": \"INCONCLUSIVE\"");
    assertThat(Programs.isRunning(process(lines.stream()))).isFalse();
  }

  /** This program as a process, on a server that is slow to stop. */
  private List<String> simul() throws Exception {
    String server = Programs.shell("trap '' TERM; exec " + Programs.server("nothing"));
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path")));
    words.add("simul.ci.cli.Simul");
    words.addAll(words(server));
    return words;
  }
}
