package simul.ci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import simul.spec.load.SpecLoader;
import simul.spec.model.Direction;
import simul.spec.model.Spec;

class SpecImportCommandTest {
  private static final Path CHESS = Path.of("src", "test", "resources", "headers", "chess-cp949.h");

  @TempDir private Path folder;

  private Path write(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void makesSpecOfHeaderInKoreanCodePage() throws Exception {
    Commands.Ended ended = Commands.run("spec", "import", CHESS.toString());

    assertThat(ended.code()).isEqualTo(ExitCode.HOLDS);
    Spec spec = SpecLoader.parse("chess.yaml", ended.out());
    assertThat(spec.name()).isEqualTo("chess-cp949");
    assertThat(spec.roles().moves()).containsOnlyKeys(Direction.values());
    assertThat(ended.out()).contains("move:  # guessed: the comment behind dir lists them; check");
    assertThat(ended.complaints())
        .contains(
            "cs_move    cs_move    client  1     move        from: its name says so;"
                + " type: CS_MOVE and cs_move are named alike; move: its name says move",
            "sc_login   sc_login   server  2     self,enter  from: its name says so;"
                + " type: SC_LOGIN and sc_login are named alike; self: its name says login;"
                + " enter: its name says login, and of others nothing else can be meant")
        .anyMatch(line -> line.startsWith(CHESS + ":20: sc_chat cannot be imported: "));
  }

  @Test
  void specGoesIntoFileUnderItsName() throws Exception {
    Path out = folder.resolve("mine.yaml");

    Commands.Ended ended =
        Commands.run("spec", "import", CHESS.toString(), "--name", "mine", "--out", out.toString());

    assertThat(ended.code()).isEqualTo(ExitCode.HOLDS);
    assertThat(ended.out()).isEmpty();
    assertThat(SpecLoader.load(out.toString()).name()).isEqualTo("mine");
  }

  @Test
  void exportedHeaderIsItsSpecAgainUnlessNamedOtherwise() throws Exception {
    Path header = folder.resolve("some.h");
    Commands.run("spec", "export", "word-length", "--to", "cpp", "--out", header.toString());

    Commands.Ended same = Commands.run("spec", "import", header.toString());
    Commands.Ended named = Commands.run("spec", "import", header.toString(), "--name", "mine");

    assertThat(SpecLoader.parse("a.yaml", same.out())).isEqualTo(SpecLoader.load("word-length"));
    assertThat(SpecLoader.parse("b.yaml", named.out()).name()).isEqualTo("mine");
    assertThat(same.complaints()).noneMatch(line -> line.contains("guessed"));
  }

  @Test
  void everyFileThatCannotBeReadHasItsLine() throws Exception {
    Path large = write("large.h", " ".repeat((1 << 20) + 1));
    Path missing = folder.resolve("missing.h");

    Commands.Ended ended =
        Commands.run(
            "spec", "import", missing.toString(), CHESS.toString(), large.toString(), "" + folder);

    assertThat(ended.code()).isEqualTo(ExitCode.USAGE);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.complaints())
        .containsExactly(
            "simul: " + missing + ": no such file",
            "simul: " + large + ": 1048577 bytes, more than 1048576",
            "simul: " + folder + ": a directory, not a file");
  }

  @Test
  void fileWithoutStructIsNamed() throws Exception {
    Path file = write("keys.h", "#define KEY_UP 72\n");

    Commands.Ended ended = Commands.run("spec", "import", file.toString());

    assertThat(ended.code()).isEqualTo(ExitCode.USAGE);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.complaints())
        .containsExactly("simul: " + file + ": nothing in it is a struct of a packet");
  }

  @Test
  void nameThatNoSpecCanHaveIsRefused() {
    Commands.Ended ended = Commands.run("spec", "import", CHESS.toString(), "--name", "Mine");

    assertThat(ended.code()).isEqualTo(ExitCode.USAGE);
    assertThat(ended.complaints())
        .containsExactly(
            "simul: --name must be a short name (a-z, 0-9, -) that starts with a letter,"
                + " but is Mine");
  }

  @Test
  void specThatIsNoSpecYetSaysWhatIsMissing() throws Exception {
    Path header = write("a.h", "struct cs_move { char size, type, dir; };\n");
    Path out = folder.resolve("a.yaml");

    Commands.run("spec", "import", header.toString(), "--out", out.toString());
    Commands.Ended check = Commands.run("spec", "check", out.toString());

    assertThat(check.code()).isEqualTo(ExitCode.USAGE);
    assertThat(check.complaints())
        .hasSize(1)
        .first()
        .asString()
        .contains("cs_move lacks the key type, for field type");
  }

  private static Commands.Ended confirming(Optional<String> answers, String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    SpecImportCommand command =
        new SpecImportCommand(
            () -> answers.map(text -> new BufferedReader(new StringReader(text))));
    int code =
        new CommandLine(command)
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(words);
    return new Commands.Ended(code, out.toString(), err.toString());
  }

  @Test
  void confirmAsksOnTerminal() throws Exception {
    Path header = write("a.h", "#define SC_A 4\nstruct sc_a { char size, type; };\n");

    Commands.Ended ended =
        confirming(Optional.of("y\n7\n"), "--confirm", header.toString(), "--name", "a");

    assertThat(ended.code()).isZero();
    assertThat(ended.err())
        .contains(
            "sc_a: from server (its name says so)? [y, n, or what else] ",
            "sc_a: type 4 (SC_A and sc_a are named alike)? [y, n, or what else] ");
    assertThat(ended.out().lines())
        .contains("    type: 7  # confirmed", "    from: server  # confirmed");
  }

  @Test
  void confirmWithoutTerminalSaysSoAndGoesOn() {
    Commands.Ended ended = confirming(Optional.empty(), "--confirm", CHESS.toString());

    assertThat(ended.code()).isZero();
    assertThat(ended.complaints())
        .startsWith(
            "simul: --confirm asks nothing, for there is no terminal;"
                + " with --out FILE instead of > FILE there may be one");
    assertThat(ended.out()).contains("# guessed: ").doesNotContain("# confirmed");
  }
}
