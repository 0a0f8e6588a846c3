package simul.ci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IoModelCommandTest {
  private static final Path SAMPLES = Path.of("src", "test", "resources", "iomodel");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "callback-sleepex, 0, YES",
    "callback-never-alertable, 1, PARTLY",
    "iocp-single, 1, NO",
    "accept-only, 4, UNKNOWN"
  })
  void exitCodeSaysWhetherConstraintHolds(String sample, int code, String word) {
    Commands.Ended ended =
        Commands.run("io-model", SAMPLES.resolve(sample).toString(), "--quiet", "--lang", "en");

    assertThat(ended.code()).isEqualTo(code);
    assertThat(ended.out().lines()).singleElement().asString().startsWith(word + ": ");
    assertThat(ended.complaints()).isEmpty();
  }

  @Test
  void placesCanBeOpenedFromWhereTheCommandRuns() {
    Path sample = SAMPLES.resolve("select-wrapper");

    Commands.Ended ended = Commands.run("io-model", sample.toString(), "--lang", "en");

    Path file = sample.resolve("Server.cpp");
    assertThat(file).exists();
    assertThat(ended.out())
        .contains("  " + file + ":31: ::select(0, &readable, nullptr, nullptr, nullptr)\n");
  }

  @Test
  void jsonHasEvidenceWithFileAndLine() throws Exception {
    Path json = folder.resolve("io.json");
    Path sample = SAMPLES.resolve("thread-lambda");

    Commands.run("io-model", sample.toString(), "--json", json.toString(), "--lang", "ko");

    assertThat(Files.readString(json))
        .contains(
            "\"models\": [\"socket-thread\"]",
            "\"holds\": \"NO\"",
            "\"constraint\": \"other-model\"",
            "\"line\": 7",
            "\"sign\": \"client-thread\"",
            "\"strength\": \"decisive\"",
            "\"meaning\": \"a thread is started that receives blockingly\"");
  }

  @Test
  void filesAreOneProgramWithoutBuildLeftovers() throws Exception {
    Files.createDirectories(folder.resolve("x64/Debug"));
    Files.writeString(folder.resolve("x64/Debug/old.cpp"), "int main() { poll(a, 1, 1); }");
    Path main = Files.writeString(folder.resolve("a.cpp"), "void f(); int main() { f(); }");
    Path other =
        Files.writeString(
            folder.resolve("B.CPP"),
            "void f() { listen(s, 1); accept(s, 0, 0); epoll_wait(e, v, 1, 1); }");

    Commands.Ended byFolder = Commands.run("io-model", folder.toString(), "--lang", "en");
    Commands.Ended byFiles =
        Commands.run("io-model", main.toString(), other.toString(), "--lang", "en");

    assertThat(byFolder.out()).contains("epoll", other + ":1").doesNotContain("old.cpp");
    assertThat(byFiles.out()).contains("epoll", other + ":1");
  }

  @Test
  void everyPathThatCannotBeReadHasItsLine() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path missing = folder.resolve("missing");
    Path large = Files.writeString(folder.resolve("large.cpp"), " ".repeat((1 << 20) + 1));

    Commands.Ended ended = Commands.run("io-model", "" + empty, "" + missing, "" + large);

    assertThat(ended.code()).isEqualTo(ExitCode.USAGE);
    assertThat(ended.complaints())
        .containsExactly(
            "simul: " + empty + ": no C++ source in it",
            "simul: " + missing + ": no such file or folder",
            "simul: " + large + ": 1048577 bytes, more than 1048576");
  }
}
