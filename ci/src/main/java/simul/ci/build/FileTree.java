package simul.ci.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ordinary files of a submission, found by names that Windows would accept: with backslashes,
 * and in any case. Paths are relative to the root and have slashes.
 */
final class FileTree {
  private final Path root;
  private final List<Path> files;
  private final Map<String, Path> byPath = new HashMap<>();
  private final Map<String, List<Path>> byName;

  private FileTree(Path root, List<Path> files) {
    this.root = root;
    this.files = files;
    files.forEach(file -> byPath.putIfAbsent(key(root.relativize(file)), file));
    this.byName =
        files.stream()
            .collect(Collectors.groupingBy(file -> key(file.getFileName()), Collectors.toList()));
  }

  /** All below a folder, in a fixed order; follows no links. */
  static FileTree of(Path root) throws IOException {
    Path real = root.toRealPath();
    try (Stream<Path> files = Files.walk(real)) {
      return new FileTree(real, files.filter(FileTree::isOrdinary).sorted().toList());
    }
  }

  private static boolean isOrdinary(Path file) {
    return Files.isRegularFile(file) && !Files.isSymbolicLink(file);
  }

  private static String key(Path path) {
    return slashes(path).toLowerCase(Locale.ROOT);
  }

  private static String slashes(Path path) {
    return path.toString().replace('\\', '/');
  }

  Path root() {
    return root;
  }

  List<Path> files() {
    return files;
  }

  /** A file's path below the root. */
  String name(Path file) {
    return slashes(root.relativize(file));
  }

  /** The file that Windows would find by a name from a folder, if it is in the tree. */
  Optional<Path> find(Path folder, String name) {
    String path = name.replace('\\', '/');
    if (path.isBlank() || path.startsWith("/") || path.indexOf(':') >= 0) {
      return Optional.empty();
    }
    try {
      Path wanted = folder.resolve(path).normalize();
      return wanted.startsWith(root)
          ? Optional.ofNullable(byPath.get(key(root.relativize(wanted))))
          : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** A folder by a name from another, wherever; none when no folder can be called so. */
  static Optional<Path> folder(Path from, String name) {
    try {
      return Optional.of(from.resolve(name.replace('\\', '/')).normalize());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** Copies all files as they are. */
  void copyInto(Path folder) throws IOException {
    for (Path file : files) {
      Path copy = folder.resolve(root.relativize(file).toString());
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
    }
  }

  /** The only file that is called so, whatever its folder. */
  Optional<Path> findAnywhere(String name) {
    String last = name.replace('\\', '/').replaceFirst(".*/", "").toLowerCase(Locale.ROOT);
    List<Path> named = byName.getOrDefault(last, List.of());
    return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
  }
}
