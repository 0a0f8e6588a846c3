package simul.ci.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import simul.spec.header.SourceFile;

/** C++ sources that a command line names, files and folders; a problem is a line for each. */
final class SourceFolders {
  /** A student's project has a few dozen; more is a library that was handed in with it. */
  private static final int MOST_FILES = 2000;

  private static final Set<String> ENDINGS =
      Set.of("cpp", "cc", "cxx", "c++", "c", "h", "hpp", "hh", "hxx", "inl", "ipp");

  /** What a build leaves behind. */
  private static final Set<String> LEFTOVERS = Set.of("debug", "release", "x64", "packages");

  private final List<SourceFile> sources = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();

  private SourceFolders() {}

  /** All sources of some paths, in the order of their names; wrong use when there is none. */
  static List<SourceFile> load(List<Path> paths) {
    SourceFolders folders = new SourceFolders();
    for (Path path : paths) {
      folders.add(path);
    }
    if (!folders.complaints.isEmpty()) {
      throw CommandFailure.usage(String.join("\n", folders.complaints));
    }
    return folders.sources;
  }

  private void add(Path path) {
    if (Files.isDirectory(path)) {
      List<Path> found = files(path);
      if (found.isEmpty()) {
        complaints.add(path + ": no C++ source in it");
      } else if (found.size() > MOST_FILES) {
        complaints.add(path + ": " + found.size() + " C++ sources, more than " + MOST_FILES);
      } else {
        found.forEach(this::read);
      }
    } else if (Files.exists(path)) {
      read(path);
    } else {
      complaints.add(path + ": no such file or folder");
    }
  }

  private static List<Path> files(Path folder) {
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
              return each.equals(folder) || !isLeftover(each)
                  ? FileVisitResult.CONTINUE
                  : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path each, BasicFileAttributes attributes) {
              if (attributes.isRegularFile() && isSource(each)) {
                found.add(each);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": cannot be listed", e);
    }
    Collections.sort(found);
    return found;
  }

  private static boolean isLeftover(Path folder) {
    String name = String.valueOf(folder.getFileName()).toLowerCase(Locale.ROOT);
    return name.startsWith(".") || LEFTOVERS.contains(name);
  }

  private static boolean isSource(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  private void read(Path file) {
    try {
      sources.add(SourceFile.load(file));
    } catch (IOException e) {
      boolean tooLarge = String.valueOf(e.getMessage()).startsWith(file + ": ");
      complaints.add(tooLarge ? e.getMessage() : file + ": cannot be read");
    }
  }
}
