package simul.ci.iomodel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import simul.spec.header.SourceFile;

/** Small servers in students' styles, a folder each. */
final class Sources {
  static final Path FOLDER = Path.of("src", "test", "resources", "iomodel");

  private Sources() {}

  /** The names of all of them. */
  static List<String> all() {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      return folders.map(folder -> String.valueOf(folder.getFileName())).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files of one, named from its folder. */
  static List<SourceFile> of(String name) {
    Path folder = FOLDER.resolve(name);
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().map(file -> read(folder, file)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SourceFile read(Path folder, Path file) {
    try {
      String name = folder.relativize(file).toString().replace('\\', '/');
      return SourceFile.decode(name, Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
