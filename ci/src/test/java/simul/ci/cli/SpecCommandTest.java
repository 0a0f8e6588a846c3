package simul.ci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import simul.spec.export.ExportFormat;
import simul.spec.load.SpecLoader;

/** {@code spec check}, {@code list}, {@code show} and {@code export}. */
class SpecCommandTest {
  @TempDir private Path folder;

  @Test
  void checkOfSoundSpecSaysWhatItIs() {
    Commands.Ended ended = Commands.run("spec check homework3");

    assertThat(ended.out().lines())
        .containsExactly("homework3: Multi-user chessboard, 8 x 8, ten players, 4 packets");
    assertThat(ended.err()).isEmpty();
    assertThat(ended.code()).isEqualTo(ExitCode.HOLDS);
  }

  @Test
  void warningsArePrintedWithTheirPlaceAndCounted() {
    Commands.Ended ended = Commands.run("spec check text");

    List<String> lines = ended.out().lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0))
        .matches("text\\.yaml:\\d+:\\d+: warning: nothing tells an arrival: .*");
    assertThat(lines.get(1)).isEqualTo("text: ASCII text both ways, 7 packets, 1 warning");
    assertThat(ended.err()).isEmpty();
    assertThat(ended.code()).isEqualTo(ExitCode.HOLDS);
  }

  @Test
  void errorsOfEveryFileAreReportedAndTheSoundOnesAsWell() throws Exception {
    Path one = broken("one.yaml", "port: 9000", "port: 90000");
    Path two = broken("two.yaml", "send: MOVE,", "send: MOVES,");

    Commands.Ended ended = Commands.run("spec", "check", "" + one, "homework3", "" + two);

    assertThat(ended.complaints().get(0)).startsWith("simul: " + one + ":").contains(": error: ");
    assertThat(ended.complaints()).anyMatch(line -> line.contains("did you mean MOVE?"));
    assertThat(ended.out()).startsWith("homework3: ");
    assertThat(ended.code()).isEqualTo(ExitCode.USAGE);
  }

  private Path broken(String name, String good, String bad) throws Exception {
    String text;
    try (var in = SpecLoader.class.getResourceAsStream("/protocols/homework3.yaml")) {
      text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
    assertThat(text).contains(good);
    return Files.writeString(folder.resolve(name), text.replace(good, bad));
  }

  @Test
  void listNamesEveryBundledSpec() {
    Commands.Ended ended = Commands.run("spec list");

    Stream<String> names = ended.out().lines().map(line -> line.split(" ")[0]);
    assertThat(names).containsExactlyElementsOf(SpecLoader.BUNDLED);
    assertThat(ended.out()).contains("  Multi-user chessboard, 8 x 8, ten players");
    assertThat(ended.code()).isEqualTo(ExitCode.HOLDS);
  }

  @Test
  void showDrawsPacketsAndResolvesRoles() {
    Commands.Ended ended = Commands.run("spec show one-byte");

    assertThat(ended.out())
        .contains("| key    |", "move UP:    KEY with key=UP -> 01", "At most 10 play");
    assertThat(ended.code()).isEqualTo(ExitCode.HOLDS);
  }

  @ParameterizedTest
  @EnumSource(ExportFormat.class)
  void exportPrintsTheSpecInEachFormat(ExportFormat format) {
    String expected = format.of(Commands.homework3().spec());

    Commands.Ended ended = Commands.run("spec export --to " + format.word());

    assertThat(ended.out()).isEqualTo(expected).isNotBlank();
    assertThat(ended.code()).isEqualTo(ExitCode.HOLDS);
  }

  @Test
  void specOfExportIsAnOptionOrTheArgument() {
    String argument = Commands.run("spec export --to cpp typed").out();
    String option = Commands.run("spec export --spec typed --to cpp").out();

    assertThat(argument).isEqualTo(option).contains("namespace typed {");
  }

  @Test
  void exportReplacesFileAsWhole() throws Exception {
    Path file = Files.writeString(folder.resolve("x.h"), "old");

    Commands.Ended ended = Commands.run("spec export --to cpp --out " + file);

    assertThat(ended.out()).isEmpty();
    assertThat(file).content().isEqualTo(Commands.run("spec export --to cpp").out());
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      textBlock =
          """
          spec export --to latex       ~ simul: --to must be one of cpp, wireshark, markdown, kaitai, but is latex
          spec export                  ~ simul: Missing required option: '--to=FORMAT' (see simul spec export --help)
          spec export --to cpp --spec typed text ~ simul: --spec typed and text: one spec at a time
          spec export --to cpp --out /no/such/x.h ~ simul: --out /no/such/x.h: no file can be written there
          spec show                    ~ simul: Missing required parameter: 'NAME|FILE' (see simul spec show --help)
          """)
  void wrongUseIsSaidInOneLine(String commandLine, String message) {
    Commands.Ended ended = Commands.run(commandLine);

    assertThat(ended.complaints()).containsExactly(message);
    assertThat(ended.code()).isEqualTo(ExitCode.USAGE);
  }
}
