package simul.ci.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import simul.ci.report.Tshark;
import simul.spec.reference.ReferenceServer;

/** The result files of {@code conform}, at its end and when it does not come to its end. */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class ConformReportsTest {
  private static final int ENHANCED_PACKET = 6;

  @TempDir private Path folder;

  private Path file(String name) {
    return folder.resolve(name);
  }

  private String text(String name) throws Exception {
    return Files.readString(file(name));
  }

  private String allFiles() {
    return "--json "
        + file("out.json")
        + " --junit-xml "
        + file("out.xml")
        + " --html "
        + file("out.html")
        + " --pcapng "
        + file("out.pcapng")
        + " --traces "
        + folder;
  }

  /** How many packets are in a capture; fails unless it ends with a whole block. */
  private int packets() throws Exception {
    ByteBuffer bytes =
        ByteBuffer.wrap(Files.readAllBytes(file("out.pcapng"))).order(ByteOrder.LITTLE_ENDIAN);
    int packets = 0;
    while (bytes.hasRemaining()) {
      int type = bytes.getInt(bytes.position());
      int length = bytes.getInt(bytes.position() + 4);
      assertThat(bytes.remaining()).isGreaterThanOrEqualTo(length);
      assertThat(bytes.getInt(bytes.position() + length - 4)).isEqualTo(length);
      packets += type == ENHANCED_PACKET ? 1 : 0;
      bytes.position(bytes.position() + length);
    }
    return packets;
  }

  @Test
  void failureIsInEveryFile() throws Exception {
    try (ReferenceServer server = Commands.mutant("takes-lone-byte-for-packet")) {
      Commands.Ended ended =
          Commands.against(
              server, "conform --lang en --seed 1 --only FRAME-001,FRAME-003 " + allFiles());

      assertThat(ended.code()).isEqualTo(ExitCode.BROKEN);
      assertThat(text("out.json")).contains("\"verdict\": \"FAIL\"").contains("\"finished\": true");
      assertThat(text("out.xml"))
          .contains("tests=\"2\" errors=\"0\" skipped=\"0\" failures=\"1\"")
          .contains("<failure message=\"expected POSITION id=0 x=1 y=0 on every client, but was");
      assertThat(text("out.html"))
          .contains("The server broke a rule: 1 of 2 checks failed.")
          .contains("<svg class=\"spacetime\"")
          .contains("1 B  03: part of a packet")
          .contains("the server closes");
      assertThat(packets()).isGreaterThan(10);
    }
  }

  @Test
  void captureOfTheWholeRunIsFineByWireshark() throws Exception {
    Tshark tshark = Tshark.reading(file("out.pcapng"));
    try (ReferenceServer server = Commands.mutant("takes-lone-byte-for-packet")) {
      Commands.Ended ended =
          Commands.against(server, "conform --only FRAME-003,FRAME-009 " + allFiles());
      assertThat(ended.code()).isEqualTo(ExitCode.BROKEN);
    }

    tshark.findsNothingAmiss();
    assertThat(tshark.fields("frame.comment").stream().filter(comment -> !comment.isEmpty()))
        .containsExactly(
            "handshake, client a",
            "FRAME-003: a packet cut between length and type is still one packet, client a",
            "FRAME-003: a packet cut between length and type is still one packet, client b",
            "FRAME-009: more than 4 KiB of packets in one write are all acted on, in order,"
                + " client a",
            "FRAME-009: more than 4 KiB of packets in one write are all acted on, in order,"
                + " client b");
    assertThat(tshark.stream(1)).contains("00000000  03 ", "\t00000000  03 02 00 05 01 00 00 00 ");
  }

  @Test
  void filesOfTargetThatIsNotThereSayWhy() throws Exception {
    Commands.Ended ended =
        Commands.run("conform --only FRAME-001 " + allFiles() + " --port " + Commands.deadPort());

    assertThat(ended.code()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(text("out.xml"))
        .contains("tests=\"1\" errors=\"1\" skipped=\"0\" failures=\"0\"")
        .contains("nobody listens there");
    assertThat(text("out.json")).contains("\"verdict\": \"INCONCLUSIVE\"");
    assertThat(packets()).isZero();
  }

  @Test
  void anybodyMayReadTheFiles() throws Exception {
    assumeFalse(isWindows(), "Windows has no permissions for groups and others");
    try (ReferenceServer server = Commands.reference()) {
      Commands.against(server, "conform --only FRAME-001 " + allFiles());
    }
    Path ordinary = Files.createFile(file("ordinary"));

    for (String name : List.of("out.json", "out.xml", "out.html", "out.pcapng")) {
      assertThat(Files.getPosixFilePermissions(file(name)))
          .as(name)
          .isEqualTo(Files.getPosixFilePermissions(ordinary));
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.filter(path -> path.getFileName().toString().endsWith(".new"))).isEmpty();
    }
  }

  @Test
  void quietLeavesOutTheCounts() throws Exception {
    try (ReferenceServer server = Commands.reference()) {
      Commands.Ended ended = Commands.against(server, "conform --only FRAME-001 --quiet");

      assertThat(ended.out().lines()).singleElement().asString().startsWith("PASS in ");
    }
  }

  @Test
  void countsStandAloneOnTheLastLineInEveryLanguage() throws Exception {
    try (ReferenceServer server = Commands.reference()) {
      Commands.Ended ended = Commands.against(server, "conform --only FRAME-001 --lang ko");

      assertThat(ended.out().lines()).last().isEqualTo("1 passed, 0 failed, 0 skipped");
    }
  }

  /** A run in a program of its own, waiting for an answer that does not come. */
  private Process stuckRun(ReferenceServer server) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Simul.class.getName()));
    String line =
        "conform --lang en --only FRAME-001,FRAME-008 --patience 100s --port "
            + server.address().getPort();
    command.addAll(List.of((line + " " + allFiles()).split(" ")));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static String readUntil(BufferedReader out, String start) throws Exception {
    for (int i = 0; i < 100; i++) {
      String line = out.readLine();
      if (line == null || line.startsWith(start)) {
        return line;
      }
    }
    return "no line starts with " + start;
  }

  private static boolean isWindows() {
    return System.getProperty("os.name").startsWith("Windows");
  }

  @Test
  void interruptedRunReportsWhatItKnows() throws Exception {
    assumeFalse(isWindows(), "Windows ends processes without telling them");
    try (ReferenceServer server = Commands.mutant("holds-others-up-during-half-packet")) {
      Process run = stuckRun(server);
      try (BufferedReader out =
          new BufferedReader(new InputStreamReader(run.getInputStream(), StandardCharsets.UTF_8))) {
        assertThat(readUntil(out, "PASS  FRAME-001")).isNotNull();
        long start = System.nanoTime();

        // The process's own way to be destroyed would close its output as well.
        assertThat(run.toHandle().destroy()).isTrue();
        List<String> rest = out.lines().toList();

        assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - start))
            .as("far less than the patience that it was told to have")
            .isLessThan(Duration.ofSeconds(50));
        assertThat(run.exitValue()).isEqualTo(ExitCode.INCONCLUSIVE);
        assertThat(rest).last().isEqualTo("1 passed, 0 failed, 0 skipped");
      } finally {
        run.destroyForcibly();
      }
    }

    assertThat(text("out.xml"))
        .contains("tests=\"2\" errors=\"1\" skipped=\"0\" failures=\"0\"")
        .contains("<error message=\"the run was interrupted\" type=\"inconclusive\"/>");
    assertThat(text("out.json")).contains("\"verdict\": \"INCONCLUSIVE\"");
    assertThat(text("out.html")).contains("INCONCLUSIVE</h1>");
    assertThat(packets()).isGreaterThan(10);
  }

  @Test
  void killedRunLeavesFilesThatSayThatItHasNotEnded() throws Exception {
    try (ReferenceServer server = Commands.mutant("holds-others-up-during-half-packet")) {
      Process run = stuckRun(server);
      try (BufferedReader out =
          new BufferedReader(new InputStreamReader(run.getInputStream(), StandardCharsets.UTF_8))) {
        assertThat(readUntil(out, "PASS  FRAME-001")).isNotNull();
      } finally {
        run.destroyForcibly();
      }
      assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    assertThat(text("out.json"))
        .contains("\"verdict\": \"INCONCLUSIVE\"")
        .contains("\"finished\": false")
        .contains("\"reason\": \"not run\"");
    assertThat(text("out.xml")).contains("<skipped message=\"not run\"/>");
    assertThat(text("out.html")).contains("The run had not ended when this was written");
    assertThat(packets()).isGreaterThan(10);
  }
}
