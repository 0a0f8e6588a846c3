package simul.spec.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import simul.spec.header.Questions.Question;
import simul.spec.header.Samples.Sample;

/**
 * What the reader says of every sample is what compilers say: g++ with the widths of Windows, and
 * clang as the Windows compiler that it can be.
 */
@Execution(ExecutionMode.CONCURRENT)
class CompilerAgreementTest {
  private static final Path PARTS = Path.of("src", "test", "resources", "compiler");

  /** One compilation of some fifty small files; on a loaded machine that takes its time. */
  private static final int LONGEST_SECONDS = 300;

  /** The element of an array of any dimensions, without const. */
  private static final String BARE =
      """
      template <class T> struct bare { typedef T type; };
      template <class T> struct bare<const T> : bare<T> {};
      template <class T> struct bare<volatile T> : bare<T> {};
      template <class T, decltype(sizeof(0)) N> struct bare<T[N]> : bare<T> {};
      """;

  /** Makes a struct when it can be made without arguments. */
  private static final String MADE =
      """
      extern "C" int printf(const char*, ...);
      template <class S, class F> void made(F tell) {
        if constexpr (__is_constructible(S)) {
          static S s{};
          tell(s);
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void sizesOffsetsValuesAndPresetsAreThoseOfGcc() throws Exception {
    assumeTrue(exists("g++"), "g++ is missing");
    List<String> command =
        new ArrayList<>(
            List.of(
                "g++",
                "-std=c++20",
                "-w",
                "-fshort-wchar",
                "-fno-access-control",
                "-o",
                "probe",
                // Samples with functions repeat each other's names.
                "-Wl,--allow-multiple-definition",
                "main.cpp"));
    Map<String, Long> expected = new LinkedHashMap<>();
    StringBuilder declarations = new StringBuilder();
    StringBuilder calls = new StringBuilder();
    int number = 0;
    for (Sample sample : Samples.all()) {
      String function = "sample_" + number++;
      write(function + ".cpp", program(sample, function, expected));
      declarations.append("void ").append(function).append("();\n");
      calls.append("  ").append(function).append("();\n");
      command.add(function + ".cpp");
    }
    write("main.cpp", declarations + "int main() {\n" + calls + "}\n");
    Files.copy(PARTS.resolve("windows.h"), folder.resolve("windows.h"));

    run(command);
    List<String> answers = run(List.of("./probe"));

    List<String> ours = new ArrayList<>();
    expected.forEach((label, answer) -> ours.add(label + ": " + answer));
    assertThat(answers).hasSizeGreaterThan(1500);
    // As sets first: that says in few lines what differs.
    assertThat(minus(ours, answers)).as("read, but g++ says otherwise").isEmpty();
    assertThat(minus(answers, ours)).isEmpty();
  }

  private static List<String> minus(List<String> lines, List<String> others) {
    List<String> rest = new ArrayList<>(lines);
    rest.removeAll(new java.util.HashSet<>(others));
    return rest;
  }

  private static String program(Sample sample, String function, Map<String, Long> expected)
      throws IOException {
    Header header = sample.read();
    StringBuilder text = new StringBuilder(source(sample, true)).append(BARE).append(MADE);
    text.append("void ").append(function).append("() {\n");
    for (Question question : Questions.layout(header)) {
      String label = sample + " " + question.label();
      expected.put(label, question.answer());
      text.append(told(label, question.expression()));
    }
    Questions.presets(header)
        .forEach(
            (type, presets) -> {
              text.append("  made<").append(type).append(">([](auto& s) {\n");
              presets.forEach(
                  (path, preset) -> {
                    String label = sample + " preset " + type + "." + path;
                    expected.put(label, preset.value());
                    text.append(told(label, "(long long)(s." + path + ")"));
                  });
              text.append("  });\n");
            });
    return text.append("}\n").toString();
  }

  private static String told(String label, String expression) {
    return "  printf(\"%s: %lld\\n\", \"" + label + "\", " + expression + ");\n";
  }

  @Test
  void sizesOffsetsAndValuesAreThoseOfWindowsCompiler() throws Exception {
    assumeTrue(exists("clang++"), "clang++ is missing");
    List<String> command =
        new ArrayList<>(
            List.of(
                "clang++",
                "--target=x86_64-pc-windows-msvc",
                "-std=c++20",
                "-w",
                "-fsyntax-only",
                "-fno-access-control"));
    Files.copy(PARTS.resolve("windows.h"), folder.resolve("windows.h"));
    List<Sample> samples = new ArrayList<>(Samples.all());
    samples.add(new Sample("unlike gcc", List.of(new SourceFile("a.h", LayoutTest.UNLIKE_GCC))));
    for (Sample sample : samples) {
      StringBuilder text = new StringBuilder(source(sample, false)).append(BARE);
      for (Question question : Questions.layout(sample.read())) {
        text.append("static_assert(").append(question.expression()).append(" == ");
        text.append("(long long)").append(question.answer()).append("ull, \"");
        text.append(question.label()).append(", expected ").append(question.answer());
        text.append("\");\n");
      }
      String file = sample.name().replaceAll("\\W", "_") + ".cpp";
      write(file, text.toString());
      command.add(file);
    }

    assertThat(run(command)).isEmpty();
  }

  /** A sample as one text that a compiler finds complete. */
  private static String source(Sample sample, boolean replaceLong) throws IOException {
    StringBuilder text = new StringBuilder("#include \"windows.h\"\n");
    List<SourceFile> files = new ArrayList<>(sample.files());
    // Of two files in a folder, the one that is included goes first.
    files.sort(java.util.Comparator.comparing(file -> file.text().contains("#include \"")));
    for (SourceFile file : files) {
      if (file.text().contains("<DirectXMath.h>")) {
        text.append(Files.readString(PARTS.resolve("directx.h")));
      }
      String complete =
          file.text()
              .replaceAll("#include <pshpack(.).h>", "#pragma pack(push, $1)")
              .replaceAll("(?i)#include <poppack.h>", "#pragma pack(pop)")
              .replaceAll("(?m)^#include.*|^#pragma once", "");
      text.append(replaceLong ? withoutLong(complete) : complete).append('\n');
    }
    return text.append("#pragma pack()\n").toString();
  }

  /** A long is 4 bytes on Windows; a long long stays what it is. */
  private static String withoutLong(String text) {
    return text.replaceAll("\\blong\\s+long\\b", "LONG_LONG")
        .replaceAll("\\blong(\\s+int)?\\b", "int")
        .replace("LONG_LONG", "long long");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
  }

  private static boolean exists(String program) {
    for (String directory : System.getenv("PATH").split(java.io.File.pathSeparator)) {
      if (Files.isExecutable(Path.of(directory, program))) {
        return true;
      }
    }
    return false;
  }

  /** The lines that a program prints; it must end well. */
  private List<String> run(List<String> command) throws Exception {
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS))
          .as("%s ends within %d s", command.get(0), LONGEST_SECONDS)
          .isTrue();
    } finally {
      process.destroyForcibly();
    }
    List<String> lines = Files.readAllLines(output);
    assertThat(process.exitValue())
        .as("%s printed:%n%s", command.get(0), String.join("\n", lines))
        .isZero();
    return lines;
  }
}
