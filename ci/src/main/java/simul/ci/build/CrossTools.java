package simul.ci.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * mingw-w64 and our own objects, for a build that is not ours.
 *
 * @param cpp the C++ compiler
 * @param objects to link in, and the libraries they need
 * @param linkerWords that put the objects in the place of others
 * @param compilerWords for every compilation
 */
record CrossTools(
    String cpp, List<String> objects, List<String> linkerWords, List<String> compilerWords) {
  /** Compiles our own sources; empty when even that fails. */
  static Optional<CrossTools> prepare(BuildOrder order, SourceMirror mirror, List<String> notes)
      throws IOException {
    String cpp = order.tools().mingw().orElseThrow();
    Support support = Support.write(order.work().resolve("support"));
    List<String> sources = new ArrayList<>(support.cppSources());
    sources.addAll(support.sourcesInC(true));
    List<String> objects = new ArrayList<>();
    for (String source : sources) {
      String object = source + ".o";
      boolean isInC = source.endsWith(".c");
      List<String> words =
          List.of(cpp, "-w", "-c", "-x", isInC ? "c" : "c++", source, "-o", object);
      if (!order.run(words, order.work()).isSuccess()) {
        return Optional.empty();
      }
      objects.add(object);
    }
    List<String> ignored = new ArrayList<>();
    objects.addAll(Libraries.words(mirror.uncommented(order.project()), List.of(), ignored));
    notes.add("built by mingw-w64; accept() waits alertably by a shim, as on Windows");
    List<String> compilerWords = new ArrayList<>(List.of("-w", "-fpermissive"));
    compilerWords.addAll(support.compilerWords());
    return Optional.of(new CrossTools(cpp, objects, support.linkerWords(true), compilerWords));
  }

  /** The C compiler of the same family. */
  private String plainC() {
    return cpp.replace("g++", "gcc");
  }

  List<String> forCMake() {
    return List.of(
        "-DCMAKE_SYSTEM_NAME=Windows",
        "-DCMAKE_C_COMPILER=" + plainC(),
        "-DCMAKE_CXX_COMPILER=" + cpp,
        "-DCMAKE_CXX_FLAGS=" + String.join(" ", compilerWords),
        "-DCMAKE_EXE_LINKER_FLAGS=-static " + String.join(" ", linkerWords),
        "-DCMAKE_CXX_STANDARD_LIBRARIES=" + String.join(" ", objects));
  }

  /** A Makefile's own flags stay; what is needed goes with the compiler's name. */
  List<String> forMake() {
    List<String> words = new ArrayList<>(compilerWords);
    words.addAll(linkerWords);
    String all = cpp + " " + String.join(" ", words) + " -static";
    String libraries = String.join(" ", objects);
    return List.of("CXX=" + all, "CC=" + all, "LDLIBS=" + libraries, "LIBS=" + libraries);
  }

  /** What a path in it must not have: the words pass through shells. */
  static boolean isFit(Path folder) {
    return folder.toString().matches("[\\w/.:\\\\+-]*");
  }
}
