package simul.ci.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstErrorTest {
  private static final Path ROOT = Path.of("/work/src");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "./Server/main.cpp:12:5: error: 'x' was not declared | Server/main.cpp:12: 'x' was not declared",
        "/work/src/a.cpp:3:10: fatal error: no.h: No such file | a.cpp:3: no.h: No such file",
        "C:/x/a.cpp:3: error: text | C:/x/a.cpp:3: text",
        "Server\\main.cpp(12,5): error C2065: 'x': undeclared [S.vcxproj] | Server/main.cpp:12: C2065: 'x': undeclared",
        "  1>main.cpp(7): fatal error C1083: no file | main.cpp:7: C1083: no file",
        "LINK : fatal error LNK1104: cannot open file 'a.lib' [S.vcxproj] | fatal error LNK1104: cannot open file 'a.lib'",
        "main.cpp:(.text+0x1): undefined reference to `f()' | undefined reference to `f()'",
        "/usr/bin/ld: cannot find -lfoo: No such file | cannot find -lfoo:",
        "make: *** No rule to make target 'x'.  Stop. | make: *** No rule to make target 'x'.  Stop.",
        "CMake Error at CMakeLists.txt:3 (find_package): | CMakeLists.txt:3: find_package):",
        "[ERROR] /work/src/src/A.java:[12,5] cannot find symbol | src/A.java:12: cannot find symbol"
      })
  void isOneLineWithFileAndLine(String log, String error) {
    assertThat(FirstError.in("In file included from x\nwarning: y\n" + log + "\nmore", ROOT))
        .contains(error);
  }

  @Test
  void prefersErrorThatHasPlace() {
    String log = "cc1plus: error: bad option\na.cpp:1:1: error: first\na.cpp:2:1: error: second\n";

    assertThat(FirstError.in(log, ROOT)).contains("a.cpp:1: first");
  }

  @Test
  void movesNoCursor() {
    assertThat(FirstError.in("a.cpp:1:1: error: \033[2J::set-output", ROOT))
        .contains("a.cpp:1: ?[2J::set-output");
  }

  @Test
  void isNoneWhenAllIsWell() {
    assertThat(FirstError.in("a.cpp:1:1: warning: unused\nerror-free\n", ROOT)).isEmpty();
  }
}
