package simul.ci.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simul.ci.launch.CommandWords;

/** Real builds by the system's compiler, of sources that include next to nothing. */
class PlainCompilerTest {
  @TempDir private Path temporary;

  private BuildResult build(String main) throws Exception {
    Tools tools = Tools.installed();
    assumeTrue(tools.first("g++", "clang++", "c++").isPresent(), "no C++ compiler is installed");
    SourceFolder folder =
        new SourceFolder(Files.createDirectories(temporary.resolve("in")))
            .with("Server/main.cpp", main)
            .with("Server/Game/board.cpp", "#include \"BOARD.H\"\nint side() { return 8; }\n")
            .with("Server/Game/Board.h", "int side(); // 판\n");
    Projects projects = Projects.find(folder.root(), new Listening());
    return new Builder(tools, new PlainProcessRunner(), Duration.ofMinutes(2))
        .build(projects, temporary.resolve("work"), Optional.of("g++"));
  }

  @Test
  void buildsFolderOfSources() throws Exception {
    BuildResult result =
        build(
            """
            #include <sys/socket.h>
            #include <stdlib.h>
            #include "Game\\board.h"
            int main(int argc, char** argv) {
              return listen(-1, 5) == -1 ? atoi(argv[1]) + side() : 0;
            }
            """);

    assertThat(result.firstError()).isEmpty();
    RunCommand command = result.command().orElseThrow();
    assertThat(command.words()).hasSize(2).endsWith(CommandWords.PORT);
    Process program = new ProcessBuilder(command.words().get(0), "30").start();
    assertThat(program.waitFor()).isEqualTo(38);
  }

  @Test
  void saysWhereTheFirstErrorIs() throws Exception {
    BuildResult result =
        build(
            """
            extern "C" int listen(int, int);
            int main() {
              return listen(nobody, 5);
            }
            """);

    assertThat(result.isBuilt()).isFalse();
    assertThat(result.firstError())
        .hasValueSatisfying(
            error -> assertThat(error).startsWith("Server/main.cpp:3: ").contains("nobody"));
    assertThat(result.log())
        .hasValueSatisfying(log -> assertThat(log).content().contains("nobody"));
  }
}
