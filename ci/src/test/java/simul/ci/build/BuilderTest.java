package simul.ci.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simul.ci.launch.CommandWords;

/** Which strategy is tried when, with tools that only note how they are called. */
class BuilderTest {
  private static final String SERVER =
      "#include <winsock2.h>\nint main(int c, char** argv) { int p = atoi(argv[1]); listen(s, 5); }";

  private static final Map<String, Path> CROSS_TOOLS =
      Map.of("x86_64-w64-mingw32-g++-posix", Path.of("/bin/cross"), "wine", Path.of("/bin/wine"));

  @TempDir private Path temporary;
  private SourceFolder folder;
  private final List<ProcessOrder> orders = new ArrayList<>();

  @BeforeEach
  void makeFolder() throws IOException {
    folder = new SourceFolder(Files.createDirectories(temporary.resolve("in")));
  }

  /** A compiler that writes whatever is asked for. */
  private ProcessOutcome succeeds(ProcessOrder order) throws IOException {
    orders.add(order);
    int out = order.words().indexOf("-o");
    if (out >= 0) {
      Files.writeString(Path.of(order.words().get(out + 1)), "MZ");
    }
    return new ProcessOutcome(0, false, Duration.ZERO);
  }

  private ProcessOutcome fails(ProcessOrder order) throws IOException {
    orders.add(order);
    Files.writeString(
        order.log(),
        "./main.cpp:" + orders.size() + ":1: error: no\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    return new ProcessOutcome(1, false, Duration.ZERO);
  }

  private BuildResult build(Tools tools, ProcessRunner runner, String forced) throws IOException {
    Projects projects = Projects.find(folder.root(), new Listening());
    return new Builder(tools, runner, Duration.ofMinutes(1))
        .build(projects, temporary.resolve("work"), Optional.ofNullable(forced));
  }

  @Test
  void buildsByTheProjectsOwnList() throws Exception {
    folder
        .with(
            "S/S.vcxproj",
            SourceFolder.vcxproj(
                "<ClCompile Include='main.cpp'/><ClCompile Include='part.C'/>",
                "<X><AdditionalIncludeDirectories>..\\COMMON</AdditionalIncludeDirectories></X>"))
        .with("S/main.cpp", SERVER)
        .with("S/part.c", "int part;")
        .with("S/unlisted.cpp", "int unlisted;")
        .with("C/client.cpp", "int wWinMain() {} // the client's, which needs -municode")
        .with("Common/a.h", "");

    BuildResult result = build(Tools.of(CROSS_TOOLS), this::succeeds, null);

    assertThat(result.strategy()).isEqualTo("mingw");
    List<String> words = orders.get(0).words();
    assertThat(words)
        .startsWith("/bin/cross", "-std=gnu++17")
        .contains("./S/main.cpp", "-DUNICODE", "-static", "-Wl,--wrap=__imp_accept")
        .containsSubsequence("-x", "c", "./S/part.c", "-x", "none")
        .doesNotContain("./S/unlisted.cpp", "./C/client.cpp", "-municode");
    RunCommand command = result.command().orElseThrow();
    assertThat(command.isWine()).isTrue();
    assertThat(command.words()).startsWith("/bin/wine").endsWith(CommandWords.PORT);
    assertThat(command.folder()).hasFileName("S");
    assertThat(result.attempts()).containsExactly("msbuild: needs Windows", "mingw of S: built");
  }

  @Test
  void triesOlderStandardAndThenTheFolderAndShowsTheFirstError() throws Exception {
    folder
        .with("S.vcxproj", SourceFolder.vcxproj("<ClCompile Include='main.cpp'/>", ""))
        .with("main.cpp", SERVER);

    BuildResult result = build(Tools.of(CROSS_TOOLS), this::fails, null);

    assertThat(result.isBuilt()).isFalse();
    assertThat(result.firstError()).contains("main.cpp:1: no");
    assertThat(orders)
        .extracting(order -> order.words().get(1))
        .containsExactly(
            "-std=gnu++17",
            "-std=gnu++14",
            "-std=gnu++20",
            "-std=gnu++17",
            "-std=gnu++14",
            "-std=gnu++20");
    assertThat(result.attempts()).contains("mingw of main: failed: main.cpp:4: no");
  }

  @Test
  void leavesOutStdByteWhereWindowsHasOne() throws Exception {
    folder.with("main.cpp", SERVER);

    BuildResult result =
        build(
            Tools.of(CROSS_TOOLS),
            order -> {
              if (order.words().contains("-DSIMUL_WITHOUT_STD_BYTE")) {
                return succeeds(order);
              }
              orders.add(order);
              Files.writeString(order.log(), "a.h:1:1: error: reference to ‘byte’ is ambiguous");
              return new ProcessOutcome(1, false, Duration.ZERO);
            },
            null);

    assertThat(result.isBuilt()).isTrue();
    assertThat(orders)
        .extracting(order -> order.words().get(1))
        .containsExactly("-std=gnu++17", "-std=gnu++17");
    assertThat(result.notes()).anyMatch(note -> note.startsWith("std::byte is left out"));
  }

  @Test
  void stopsWhenTheTimeIsOver() throws Exception {
    folder.with("main.cpp", SERVER);

    BuildResult result =
        build(
            Tools.of(CROSS_TOOLS),
            order -> {
              orders.add(order);
              return new ProcessOutcome(-1, true, Duration.ZERO);
            },
            null);

    assertThat(orders).hasSize(1);
    assertThat(result.timedOut()).isTrue();
    assertThat(result.firstError()).contains("the build took too long and was ended");
  }

  @Test
  void saysWhichToolIsMissing() throws Exception {
    folder.with("main.cpp", SERVER);

    BuildResult result = build(Tools.of(Map.of()), this::succeeds, null);

    assertThat(orders).isEmpty();
    assertThat(result.firstError()).contains("no way to build main can be tried here");
    assertThat(result.attempts())
        .containsExactly("mingw: mingw-w64 (x86_64-w64-mingw32-g++-posix) is not installed");
  }

  @Test
  void triesOnlyWhatIsForced() throws Exception {
    folder.with("main.cpp", SERVER).with("server.exe", "MZ");

    BuildResult forced = build(Tools.of(CROSS_TOOLS), this::fails, "exe");

    assertThat(forced.strategy()).isEqualTo("exe");
    assertThat(orders).isEmpty();
    assertThat(forced.command().orElseThrow().words()).startsWith("/bin/wine").hasSize(2);
    assertThat(forced.notes())
        .containsExactly("a ready program, server.exe, was run; nothing was built");
    assertThat(Builder.strategies()).contains("exe", "mingw", "msbuild", "g++", "cmake", "maven");
  }

  @Test
  void runsReadyProgramWhenItsSourcesDoNotBuild() throws Exception {
    folder.with("main.cpp", SERVER).with("Debug/server.exe", "MZ");

    BuildResult result = build(Tools.of(CROSS_TOOLS), this::fails, null);

    assertThat(result.strategy()).isEqualTo("exe");
    assertThat(result.attempts()).contains("mingw of main: failed: main.cpp:1: no");
  }

  @Test
  void buildsByVisualStudioWhereThereIsOne() throws Exception {
    folder
        .with("S/S.vcxproj", SourceFolder.vcxproj("<ClCompile Include='main.cpp'/>", ""))
        .with("S/main.cpp", SERVER)
        .with("S.sln", "Project(\"{8BC9}\") = \"S\", \"S\\S.vcxproj\", \"{0}\"\n");
    Tools windows =
        new Tools(
            name -> Optional.of(Path.of("msbuild")).filter(path -> name.equals("msbuild")), true);

    BuildResult result =
        build(
            windows,
            order -> {
              Path out = Files.createDirectories(temporary.resolve("work/1-msbuild/out"));
              Files.writeString(out.resolve("S.exe"), "MZ");
              return succeeds(order);
            },
            null);

    assertThat(orders.get(0).words())
        .startsWith("msbuild")
        .contains("/p:Configuration=Release", "/p:Platform=x64")
        .anyMatch(word -> word.startsWith("/p:SolutionDir=") && word.endsWith("src\\"));
    RunCommand command = result.command().orElseThrow();
    assertThat(command.isWine()).isFalse();
    assertThat(command.words()).first().asString().endsWith("S.exe");
  }

  @Test
  void runsGivenCommandAsItIs() throws Exception {
    BuildResult result =
        Builder.given(CommandWords.parse("python3 server.py {port}"), folder.root());

    assertThat(result.command().orElseThrow().words())
        .containsExactly("python3", "server.py", "{port}");
  }
}
