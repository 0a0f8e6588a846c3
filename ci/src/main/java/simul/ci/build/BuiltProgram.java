package simul.ci.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import simul.ci.launch.CommandWords;

/** A program that a build has left somewhere in its folder. */
final class BuiltProgram {
  private static final byte[] ELF = {0x7f, 'E', 'L', 'F'};

  private BuiltProgram() {}

  /** The command that starts one for this system or for Wine, if there is one. */
  static Optional<RunCommand> find(Path built, Path runFolder, Tools tools, boolean takesPort)
      throws IOException {
    try (Stream<Path> files = Files.walk(built)) {
      List<Path> programs = files.filter(BuiltProgram::isProgram).sorted(likeliest()).toList();
      for (Path program : programs) {
        Optional<List<String>> start = start(program, tools);
        if (start.isPresent()) {
          List<String> words = new ArrayList<>(start.get());
          if (takesPort) {
            words.add(CommandWords.PORT);
          }
          boolean isWine = isExe(program) && !tools.isWindows();
          return Optional.of(new RunCommand(words, runFolder, isWine));
        }
      }
      return Optional.empty();
    }
  }

  /** What is called a server first, then what was made last: tests and clients come before. */
  private static Comparator<Path> likeliest() {
    Comparator<Path> byName =
        Comparator.comparing(
            file -> !file.getFileName().toString().toLowerCase(Locale.ROOT).contains("server"));
    return byName.thenComparing(file -> -file.toFile().lastModified()).thenComparing(file -> file);
  }

  private static boolean isExe(Path file) {
    return SourceText.hasEnd(file, List.of(".exe"));
  }

  private static boolean isProgram(Path file) {
    boolean isScratch = file.toString().replace('\\', '/').contains("/CMakeFiles/");
    if (!Files.isRegularFile(file) || isScratch) {
      return false;
    }
    if (SourceText.hasEnd(file, List.of(".jar"))) {
      return mainClass(file).isPresent();
    }
    return isExe(file) || isElf(file);
  }

  private static boolean isElf(Path file) {
    if (!Files.isExecutable(file) || SourceText.hasEnd(file, List.of(".so", ".o"))) {
      return false;
    }
    try (var in = Files.newInputStream(file)) {
      return java.util.Arrays.equals(in.readNBytes(ELF.length), ELF);
    } catch (IOException e) {
      return false;
    }
  }

  /** The class that a jar is started with. */
  static Optional<String> mainClass(Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      Manifest manifest = file.getManifest();
      return manifest == null
          ? Optional.empty()
          : Optional.ofNullable(manifest.getMainAttributes().getValue("Main-Class"));
    } catch (ZipException | SecurityException e) {
      return Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<List<String>> start(Path program, Tools tools) {
    if (SourceText.hasEnd(program, List.of(".jar"))) {
      return tools.first("java").map(java -> List.of(java, "-jar", program.toString()));
    }
    if (isExe(program) && !tools.isWindows()) {
      return tools.wine().map(wine -> List.of(wine, program.toString()));
    }
    return Optional.of(List.of(program.toString()));
  }
}
