package simul.spec.header;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The header files that the tests read, in the styles in which students write them. */
final class Samples {
  private static final Path FOLDER = Path.of("src", "test", "resources", "headers");

  /** Files that belong together: one header, or a folder of several. */
  record Sample(String name, List<SourceFile> files) {
    Header read() {
      return HeaderReader.read(files);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private Samples() {}

  /** Every sample, by name. */
  static List<Sample> all() {
    List<Sample> samples = new ArrayList<>();
    for (Path entry : sorted(FOLDER, 1)) {
      String name = entry.getFileName().toString();
      samples.add(new Sample(name, files(entry)));
    }
    return samples;
  }

  static Sample named(String name) {
    return new Sample(name, files(FOLDER.resolve(name)));
  }

  private static List<SourceFile> files(Path entry) {
    List<SourceFile> files = new ArrayList<>();
    for (Path file : Files.isDirectory(entry) ? sorted(entry, 9) : List.of(entry)) {
      if (Files.isRegularFile(file)) {
        files.add(new SourceFile(FOLDER.relativize(file).toString(), read(file)));
      }
    }
    return files;
  }

  private static List<Path> sorted(Path folder, int depth) {
    try (Stream<Path> entries = Files.walk(folder, depth)) {
      return entries.filter(entry -> !entry.equals(folder)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads one file of that text. */
  static Header read(String text) {
    return HeaderReader.read(List.of(new SourceFile("protocol.h", text)));
  }
}
