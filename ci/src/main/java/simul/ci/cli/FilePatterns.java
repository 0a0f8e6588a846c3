package simul.ci.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files by name, or by a pattern where no shell has replaced it: on Windows none does. */
final class FilePatterns {
  private FilePatterns() {}

  /** Those that there are, sorted; {@code *} stands for any characters of the last part. */
  static List<Path> find(String name) {
    try {
      Path path = pathOf(name);
      if (path != null) {
        return Files.exists(path) ? List.of(path) : List.of();
      }
      int cut = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
      Path folder = Path.of(cut < 0 ? "." : name.substring(0, cut + 1));
      List<Path> found = new ArrayList<>();
      if (Files.isDirectory(folder)) {
        try (DirectoryStream<Path> matches =
            Files.newDirectoryStream(folder, name.substring(cut + 1))) {
          matches.forEach(found::add);
        }
      }
      found.sort(null);
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be searched", e);
    }
  }

  /** The path of that name, unless it is a pattern. */
  private static Path pathOf(String name) {
    try {
      Path path = Path.of(name);
      return name.contains("*") && !Files.exists(path) ? null : path;
    } catch (InvalidPathException e) {
      return name.contains("*") ? null : Path.of("");
    }
  }
}
