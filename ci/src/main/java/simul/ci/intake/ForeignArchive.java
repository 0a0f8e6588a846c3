package simul.ci.intake;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import simul.ci.launch.ToolProcess;

/**
 * An archive that Java cannot read, 7z or rar: a program that is installed unpacks it into a folder
 * of its own, whose ordinary files are then taken as any other folder's. The program is ended when
 * it writes more than is left, or takes too long.
 */
final class ForeignArchive {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  /** Says yes to nothing, asks nothing; an empty password makes encrypted ones fail at once. */
  private record Tool(String name, List<String> words, List<String> ends) {}

  private static final List<Tool> TOOLS =
      List.of(
          new Tool("7z", List.of("x", "-y", "-p", "-bd", "{archive}"), List.of(".7z")),
          new Tool("unrar", List.of("x", "-y", "-p-", "-idq", "{archive}"), List.of(".rar")),
          new Tool("bsdtar", List.of("-xf", "{archive}"), List.of(".7z", ".rar")),
          new Tool("7z", List.of("x", "-y", "-p", "-bd", "{archive}"), List.of(".rar")));

  private static final List<String> ENDS = List.of(".7z", ".rar");

  private ForeignArchive() {}

  static boolean isNamed(String name) {
    return Leftovers.hasEnd(name, ENDS);
  }

  /** Unpacks all that can be unpacked. */
  static void unpack(Path archive, Destination destination, String prefix)
      throws IOException, Refusal {
    Path folder = Files.createTempDirectory(destination.staging(), "unpacked");
    String trouble = "";
    boolean isInstalled = false;
    for (Tool tool : TOOLS) {
      Optional<Path> program =
          Leftovers.hasEnd(archive.toString(), tool.ends())
              ? installed(tool.name())
              : Optional.empty();
      if (program.isPresent()) {
        isInstalled = true;
        trouble = run(program.get(), tool, archive, folder, destination);
        if (trouble.isEmpty() || !isEmpty(folder)) {
          break;
        }
      }
    }
    if (!isInstalled) {
      throw new Refusal("cannot be unpacked: none of 7z, unrar and bsdtar is installed");
    }
    if (!trouble.isEmpty() && isEmpty(folder)) {
      throw new Refusal(trouble);
    }
    FolderCopy.copy(folder, destination, prefix, true);
    if (!trouble.isEmpty()) {
      destination.refuse(prefix + archive.getFileName(), trouble + "; what came out is taken");
    }
  }

  static Optional<Path> installed(String name) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .flatMap(folder -> Stream.of(Path.of(folder, name), Path.of(folder, name + ".exe")))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  /** What went wrong; empty when nothing did. */
  private static String run(
      Path program, Tool tool, Path archive, Path folder, Destination destination)
      throws IOException, Refusal {
    List<String> words =
        Stream.concat(
                Stream.of(program.toString()),
                tool.words().stream()
                    .map(
                        word ->
                            word.equals("{archive}") ? archive.toAbsolutePath().toString() : word))
            .toList();
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    try (ToolProcess process = ToolProcess.start(builder)) {
      return watch(process, tool, folder, destination);
    }
  }

  private static String watch(ToolProcess process, Tool tool, Path folder, Destination destination)
      throws Refusal {
    long start = System.nanoTime();
    long longest = destination.limits().tool().toNanos();
    try {
      while (!process.awaitEnd(BETWEEN_LOOKS)) {
        if (bytes(folder) > destination.limits().bytes()) {
          throw new Refusal(
              "unpacks to more than the " + (destination.limits().bytes() >> 20) + " MB allowed");
        }
        if (System.nanoTime() - start > longest) {
          throw new Refusal(
              "took "
                  + tool.name()
                  + " more than "
                  + destination.limits().tool().toSeconds()
                  + " s");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("was not unpacked: interrupted");
    }
    int status = process.process().exitValue();
    return status == 0
        ? ""
        : "is damaged or encrypted: " + tool.name() + " exited with status " + status;
  }

  private static long bytes(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException | UncheckedIOException e) {
      // It writes, renames and deletes at this moment; the next look will tell.
      return 0;
    }
  }
}
