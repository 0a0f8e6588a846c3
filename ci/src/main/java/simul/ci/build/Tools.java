package simul.ci.build;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The programs that builds can use on a machine.
 *
 * @param find where a program is, by its name, if it is installed
 * @param isWindows whether programs for Windows run without more ado
 */
public record Tools(Function<String, Optional<Path>> find, boolean isWindows) {
  /** Those that are installed here, where the PATH says. */
  public static Tools installed() {
    return new Tools(Tools::onPath, File.separatorChar == '\\');
  }

  /** Those that are given, on a machine that does not run Windows. */
  public static Tools of(Map<String, Path> programs) {
    Map<String, Path> copy = Map.copyOf(programs);
    return new Tools(name -> Optional.ofNullable(copy.get(name)), false);
  }

  private static Optional<Path> onPath(String name) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator))
        .filter(folder -> !folder.isBlank())
        .flatMap(
            folder -> Stream.of("", ".exe", ".cmd", ".bat").map(end -> Path.of(folder, name + end)))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }

  /** The first that is there. */
  Optional<String> first(String... names) {
    return Stream.of(names)
        .flatMap(name -> find.apply(name).stream())
        .map(Path::toString)
        .findFirst();
  }

  /** mingw-w64's C++ compiler, with C++ threads before the one that may be without. */
  Optional<String> mingw() {
    return first(
        "x86_64-w64-mingw32-g++-posix", "x86_64-w64-mingw32-g++", isWindows ? "g++" : "\0");
  }

  Optional<String> wine() {
    return first("wine64", "wine");
  }
}
