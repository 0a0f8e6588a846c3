package simul.ci.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The door that submissions come in by: a zip, 7z or rar archive, a folder or a single file becomes
 * a folder of ordinary files. Trusts nothing: names, sizes, links, checksums and counts are
 * checked, and what is left out is named. Holds nothing; any threads, each with a folder of its
 * own.
 */
public final class Intake {
  private static final List<String> KOREAN_ARCHIVES = List.of(".alz", ".egg");

  private static final byte[] ZIP_START = {'P', 'K'};

  private final IntakeLimits limits;

  /** An archive that waits to be unpacked. */
  private record Waiting(Path archive, String prefix, int level) {}

  /** An intake that takes no more than these limits. */
  public Intake(IntakeLimits limits) {
    this.limits = limits;
  }

  /**
   * Takes a submission.
   *
   * @param into a folder that is empty or does not exist; nothing is written elsewhere
   * @throws IntakeRefused when nothing of it can be taken, whoever's fault it is
   */
  public Submission take(Path submission, Path into) throws IntakeRefused {
    String name = NameText.printable(String.valueOf(submission.getFileName()));
    try {
      Path folder = emptyFolder(into);
      Path staging = Files.createTempDirectory(folder, ".taking");
      try {
        Destination destination = new Destination(folder, staging, limits);
        fill(destination, submission);
        return destination.submission(submission);
      } finally {
        delete(staging);
      }
    } catch (Refusal e) {
      throw new IntakeRefused(name + " " + e.getMessage(), e);
    } catch (IOException | UncheckedIOException e) {
      throw new IntakeRefused(name + " cannot be taken: " + e, e);
    }
  }

  private static Path emptyFolder(Path into) throws IOException, IntakeRefused {
    Files.createDirectories(into);
    Path folder = into.toRealPath();
    try (Stream<Path> files = Files.list(folder)) {
      if (files.findAny().isPresent()) {
        throw new IntakeRefused("the folder for the files, " + into + ", is not empty");
      }
    }
    return folder;
  }

  private void fill(Destination destination, Path submission)
      throws IOException, Refusal, IntakeRefused {
    if (Files.isDirectory(submission)) {
      Path folder = submission.toRealPath();
      if (destination.staging().startsWith(folder)) {
        throw new IntakeRefused("the folder for the files must not lie in the submission");
      }
      FolderCopy.copy(folder, destination, "", false);
    } else if (!Files.isRegularFile(submission)) {
      throw new Refusal("is no file and no folder");
    } else if (Leftovers.hasEnd(submission.getFileName().toString(), KOREAN_ARCHIVES)) {
      throw new Refusal("is an archive that only ALZip unpacks; a zip is needed");
    } else if (isArchive(submission)) {
      unpack(destination, new Waiting(submission, "", 0));
    } else {
      String name = submission.getFileName().toString();
      destination.put(name, Files.size(submission), out -> Files.copy(submission, out));
    }
    unpackNested(destination);
  }

  /** By its name or its first bytes: mail programs rename, and a jar is a program. */
  private static boolean isArchive(Path file) throws IOException {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (isNamedArchive(name)) {
      return true;
    }
    if (name.endsWith(".jar") || name.endsWith(".exe")) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(ZIP_START.length), ZIP_START);
    }
  }

  private void unpack(Destination destination, Waiting waiting) throws IOException, Refusal {
    long size = Files.size(waiting.archive());
    if (size > limits.archiveBytes()) {
      throw new Refusal(
          "has " + size + " bytes, more than " + (limits.archiveBytes() >> 20) + " MB");
    }
    if (ForeignArchive.isNamed(waiting.archive().getFileName().toString())) {
      ForeignArchive.unpack(waiting.archive(), destination, waiting.prefix());
    } else {
      ZipUnpacker.unpack(waiting.archive(), destination, waiting.prefix());
    }
  }

  /** Unpacks the archives among the files, each into a folder that is called after it. */
  private void unpackNested(Destination destination) throws IOException {
    Deque<Waiting> waiting = new ArrayDeque<>(archives(destination, 0, 1));
    while (!waiting.isEmpty()) {
      Waiting next = waiting.removeFirst();
      int before = destination.taken().size();
      try {
        if (next.level() > limits.nested()) {
          throw new Refusal("is an archive that lies too deep in others to be unpacked");
        }
        unpack(destination, next);
        Files.delete(next.archive());
        waiting.addAll(archives(destination, before, next.level() + 1));
      } catch (Refusal e) {
        destination.refuse(destination.name(next.archive()), e.getMessage());
      }
    }
  }

  /** Those among the files, from one of them on. */
  private static List<Waiting> archives(Destination destination, int from, int level) {
    List<Path> taken = destination.taken();
    return taken.subList(from, taken.size()).stream()
        .filter(file -> isNamedArchive(file.getFileName().toString()))
        .map(
            file -> {
              String folder = destination.name(file).replaceFirst("\\.[^./]*$", "") + "/";
              return new Waiting(file, folder, level);
            })
        .toList();
  }

  private static boolean isNamedArchive(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".zip") || ForeignArchive.isNamed(name);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
