package simul.spec.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simul.spec.load.SpecLoader;
import simul.spec.model.Spec;

class CppHeaderTest {
  @TempDir private Path folder;

  @Test
  void homework3IsAsStudentsWriteIt() throws Exception {
    Golden.check("homework3.h", CppHeader.of(Specs.bundled("homework3")));
  }

  /** One call of the compiler for all, which takes as long as for one. */
  @Test
  void compilerAgreesWithEverySizeAndOffset() throws Exception {
    Tool.assumeInstalled("g++");
    List<String> includes = new ArrayList<>();
    for (String name : SpecLoader.BUNDLED) {
      includes.add(write(name, Specs.bundled(name)));
    }
    includes.add(write("odd", Specs.odd()));

    Tool.Ended ended = compile(includes);

    assertThat(ended.output()).isEmpty();
    assertThat(ended.code()).isZero();
    assertThat(includes).hasSize(SpecLoader.BUNDLED.size() + 1);
  }

  @Test
  void compilerRefusesHeaderWithWrongPacking() throws Exception {
    Tool.assumeInstalled("g++");
    String header = CppHeader.of(Specs.bundled("homework3-wide"));
    Files.writeString(folder.resolve("wrong.h"), header.replace("pack(push, 1)", "pack(push, 8)"));

    Tool.Ended ended = compile(List.of("#include \"wrong.h\""));

    assertThat(ended.output()).contains("POSITION has 8 bytes", "POSITION.type is at 1");
    assertThat(ended.code()).isNotZero();
  }

  @Test
  void namesThatAreNoneInCppAreChanged() {
    String header = CppHeader.of(Specs.odd());

    assertThat(header)
        .contains("struct new_ {", "std::uint16_t int_;", "class_ = -5,", "struct ub5a0ub0a8 {")
        .contains("odd::Inner Inner;");
  }

  @Test
  void elementsOfArraysThatVaryAreCopiedOut() {
    String header = CppHeader.of(Specs.bundled("counted"));

    assertThat(header)
        .contains(
            "inline void read_PLAYERS_players(const void* packet, std::size_t index, Player& element) {")
        .contains("std::memcpy(&element, bytes + 4 + index * 4, 4);");
  }

  private String write(String name, Spec spec) throws Exception {
    Files.writeString(folder.resolve(name + ".h"), CppHeader.of(spec));
    return "#include \"" + name + ".h\"";
  }

  private Tool.Ended compile(List<String> includes) throws Exception {
    Files.writeString(folder.resolve("all.cpp"), String.join("\n", includes) + "\n");
    return Tool.run(
        folder,
        List.of(
            "g++",
            "-std=c++17",
            "-fsyntax-only",
            "-fshort-wchar",
            "-Wall",
            "-Wextra",
            "-Werror",
            "all.cpp"));
  }
}
