package simul.ci.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import simul.spec.load.SpecLoader;
import simul.spec.meaning.Protocol;
import simul.spec.reference.Parts;
import simul.spec.reference.ReferenceServer;

@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
class SpecProbeCommandTest {
  @TempDir private Path folder;

  private static ReferenceServer serving(String spec) throws Exception {
    Protocol protocol = Protocol.of(SpecLoader.load(spec));
    return ReferenceServer.start(Commands.freePort(), Parts.of(protocol));
  }

  @Test
  void readsTheReferenceServer() throws Exception {
    try (ReferenceServer server = serving("homework3")) {
      Commands.Ended ended = Commands.against(server, "spec probe --lang en");

      assertThat(ended.code()).isEqualTo(ExitCode.HOLDS);
      assertThat(ended.out().lines())
          .containsSubsequence(
              "  the greetings differ in size: a 8, b 16, c 24",
              "  the greetings differ at offset 2: a 00, b 01, c 02;"
                  + " one more for each client, so perhaps its ID",
              "framings that fit, the likeliest first",
              "1  length at offset 0 (1 byte), counts the whole packet",
              "      packet sizes (size x how often): 3 x 11, 5 x 9",
              "      the byte at offset 1 may be the type; sizes by type: 1: 5, 2: 3, 3: 3",
              "      a 0000  03 02 00",
              "This promises nothing: a framing may fit by chance, or only so far.",
              "  - what a client must send, and how it is framed: listening cannot tell");
      assertThat(ended.out())
          .contains("the server speaks first: 8 bytes")
          .containsPattern("a hears b join: 8 bytes after \\d+ ms\\R +0000  03 02 01 05 01 01 ")
          .containsPattern("a hears b leave: 3 bytes after \\d+ ms\\R +0000  03 03 01");
    }
  }

  @Test
  void seesThatTheTypeIsWide() throws Exception {
    try (ReferenceServer server = serving("homework3-wide")) {
      Commands.Ended ended = Commands.against(server, "spec probe --lang en");

      assertThat(ended.out())
          .contains("1  length at offset 0 (1 byte), counts the whole packet")
          .contains("the type at offset 1 may be 4 bytes wide");
    }
  }

  @Test
  void jsonHoldsTheSame() throws Exception {
    Path json = folder.resolve("out.json");
    try (ReferenceServer server = serving("homework3")) {
      Commands.Ended ended =
          Commands.against(server, "spec probe --timeout 2s --lang ko --json " + json);

      assertThat(ended.code()).isEqualTo(ExitCode.HOLDS);
      assertThat(ended.out()).contains("오프셋 0에 길이(1바이트), 패킷 전체의 길이");
      assertThat(Files.readString(json))
          .contains("\"kind\": \"length\", \"offset\": 0, \"width\": 1,")
          .contains("\"text\": \"length at offset 0 (1 byte), counts the whole packet\"")
          .contains("\"kind\": \"WHAT_TO_SEND\"");
    }
  }

  @Test
  void serverServesOthersAfterwards() throws Exception {
    try (ReferenceServer server = serving("homework3")) {
      Commands.against(server, "spec probe --timeout 500ms");

      Commands.Ended conform = Commands.against(server, "conform --only FRAME-001");

      assertThat(conform.code()).isEqualTo(ExitCode.HOLDS);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("strangers")
  void endsInTimeWithWord(String name, StrangeServer.Manner manner, String word) throws Exception {
    try (StrangeServer server = StrangeServer.start(manner)) {
      long start = System.nanoTime();

      Commands.Ended ended =
          Commands.run("spec probe --lang en --timeout 1s --port " + server.port());

      Duration took = Duration.ofNanos(System.nanoTime() - start);
      assertThat(ended.err()).isEmpty();
      assertThat(ended.code()).isEqualTo(ExitCode.HOLDS);
      assertThat(ended.out()).containsPattern(word).contains("This promises nothing");
      // A second of listening, and on a busy machine as much again and more to think.
      assertThat(took).isLessThan(Duration.ofSeconds(15));
    }
  }

  static Stream<Arguments> strangers() {
    return Stream.of(
        arguments("silent", StrangeServer.SILENT, "a login is probably expected"),
        arguments("closing", StrangeServer.CLOSING, "a: closed by the server"),
        arguments("resetting", StrangeServer.RESETTING, "a: reset by the server"),
        arguments("flooding", StrangeServer.FLOODING, "a: more than 65536 bytes"),
        arguments("trickling", StrangeServer.TRICKLING, "a: \\d+ bytes in \\d+ reads \\(1, 1"),
        arguments("one client", StrangeServer.FOR_ONE_CLIENT, "b: not accepted: .*refused"));
  }

  @Test
  void sendsNothingOnThreeConnections() throws Exception {
    try (StrangeServer server = StrangeServer.start(StrangeServer.SILENT)) {
      Commands.Ended ended = Commands.run("spec probe --timeout 500ms --port " + server.port());

      assertThat(ended.code()).isEqualTo(ExitCode.HOLDS);
      assertThat(server.accepted()).isEqualTo(3);
      assertThat(server.received()).isZero();
    }
  }

  @Test
  void quietPrintsTheCandidatesOnly() throws Exception {
    try (ReferenceServer server = serving("homework3")) {
      Commands.Ended ended =
          Commands.against(server, "spec probe --quiet --timeout 500ms --lang en");

      assertThat(ended.out()).startsWith("framings that fit").doesNotContain("what remains open");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --timeout 1s              | 2 | simul: Missing required option: '--port=<port>' (see simul spec probe --help)
          --port 0                  | 2 | simul: --port must be in 1..65535, but is 0
          --port 70000              | 2 | simul: --port must be in 1..65535, but is 70000
          --port 9 --timeout 99ms   | 2 | simul: --timeout must be at least 100ms, but is 99ms
          --port 9 --json /no/such/x | 2 | simul: --json /no/such/x: no file can be written there
          --port 9 --host no-host.invalid | 3 | simul: --host no-host.invalid: no such host
          """,
      quoteCharacter = '"')
  void saysInOneLineWhatIsWrong(String options, int code, String message) {
    Commands.Ended ended = Commands.run("spec probe " + options);

    assertThat(ended.complaints()).containsExactly(message);
    assertThat(ended.code()).isEqualTo(code);
  }

  @Test
  void saysThatNobodyListens() throws IOException {
    Commands.Ended ended = Commands.run("spec probe --port " + Commands.deadPort());

    assertThat(ended.complaints()).singleElement().asString().contains("nobody listens there");
    assertThat(ended.code()).isEqualTo(ExitCode.UNREACHABLE);
  }
}
