package simul.ci.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The folder that a submission's files are put into, one by one, with all that is to be said of
 * them. A file appears in it whole or not at all, and never outside. What was put there first is
 * never replaced.
 */
final class Destination {
  private static final List<String> PROGRAMS = List.of(".exe", ".jar");

  /** Where a file's bytes come from. */
  interface Content {
    /**
     * Writes them all.
     *
     * @throws Refusal when they are not what the archive promised
     * @throws IOException when they cannot be read, or not be written
     */
    void writeTo(OutputStream out) throws IOException, Refusal;
  }

  private final Path folder;
  private final Path staging;
  private final IntakeLimits limits;
  private long bytesLeft;
  private int entriesLeft;

  /** Lower-case path to the path as it was written first. */
  private final Map<String, String> files = new HashMap<>();

  private final Map<String, String> folders = new HashMap<>();
  private final List<Remark> refused = new ArrayList<>();
  private final List<Remark> renamed = new ArrayList<>();
  private final Map<Remark, Integer> ignored = new LinkedHashMap<>();
  private final List<Path> taken = new ArrayList<>();
  private final List<Path> programs = new ArrayList<>();

  /**
   * An empty destination.
   *
   * @param folder that exists
   * @param staging a folder on the same disk for files that are not whole yet
   */
  Destination(Path folder, Path staging, IntakeLimits limits) {
    this.folder = folder;
    this.staging = staging;
    this.limits = limits;
    this.bytesLeft = limits.bytes();
    this.entriesLeft = limits.entries();
  }

  IntakeLimits limits() {
    return limits;
  }

  Path staging() {
    return staging;
  }

  void refuse(String path, String reason) {
    refused.add(new Remark(path, reason));
  }

  /** Takes note of so many more entries, used or not. */
  void count(int entries) throws Refusal {
    if (entries > entriesLeft) {
      throw new Refusal("has more than " + limits.entries() + " files and folders");
    }
    entriesLeft -= entries;
  }

  /**
   * Puts a file there, or says why not.
   *
   * @param raw its name as the submission writes it
   * @param declared its size as the submission has it
   * @return where it is, if it is
   */
  Optional<Path> put(String raw, long declared, Content content) throws IOException {
    try {
      EntryName name = EntryName.parse(raw, limits);
      Optional<Remark> leftover = Leftovers.of(name);
      if (leftover.isPresent()) {
        ignored.merge(leftover.get(), 1, Integer::sum);
        return Optional.empty();
      }
      if (declared > bytesLeft) {
        throw new Refusal(tooLarge());
      }
      String place = place(name);
      Path path = path(place);
      write(path, content);
      // Only now: what is refused must not stand in the way of what has the same name.
      files.put(place.toLowerCase(Locale.ROOT), place);
      remember(raw, name, path);
      return Optional.of(path);
    } catch (Refusal e) {
      refuse(raw, e.getMessage());
      return Optional.empty();
    }
  }

  private String tooLarge() {
    return "is larger than what is left of the " + (limits.bytes() >> 20) + " MB for all files";
  }

  private void remember(String raw, EntryName name, Path path) {
    String written = name(path);
    taken.add(path);
    if (name.isChanged() || !written.equals(name.text())) {
      renamed.add(new Remark(raw, "is now " + written));
    }
    if (Leftovers.hasEnd(name.last(), PROGRAMS)) {
      programs.add(path);
    }
  }

  /** The file's path, below folders that are spelled as they were the first time. */
  private String place(EntryName name) throws Refusal {
    String parent = "";
    for (String part : name.parts().subList(0, name.parts().size() - 1)) {
      String wanted = parent + part;
      String key = wanted.toLowerCase(Locale.ROOT);
      if (files.containsKey(key)) {
        throw new Refusal("lies in " + files.get(key) + ", which is a file");
      }
      parent = folders.computeIfAbsent(key, absent -> wanted) + "/";
    }
    String place = parent + name.last();
    String key = place.toLowerCase(Locale.ROOT);
    String first = files.get(key);
    if (first != null) {
      throw new Refusal(
          first.equals(place)
              ? "comes twice; the first is kept"
              : "differs only in case from " + first + ", which is kept");
    }
    if (folders.containsKey(key)) {
      throw new Refusal("is a file and a folder; the folder is kept");
    }
    return place;
  }

  private Path path(String place) throws Refusal {
    Path path;
    try {
      path = folder.resolve(place).normalize();
    } catch (InvalidPathException e) {
      // A system whose locale is not UTF-8 cannot name it.
      path = folder.resolve(place.replaceAll("[^\\x20-\\x7e]", "_")).normalize();
    }
    if (!path.startsWith(folder) || path.equals(folder)) {
      throw new Refusal("leaves its folder");
    }
    if (Files.exists(path)) {
      throw new Refusal("would replace " + name(path));
    }
    return path;
  }

  private void write(Path path, Content content) throws IOException, Refusal {
    Path part = Files.createTempFile(staging, "file", ".part");
    try {
      Bounded out = new Bounded(Files.newOutputStream(part));
      try (out) {
        content.writeTo(out);
      } catch (TooMuch e) {
        throw new Refusal(tooLarge());
      }
      Files.createDirectories(path.getParent());
      Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
      bytesLeft -= out.written;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** All files that were put there, in that order. */
  List<Path> taken() {
    return Collections.unmodifiableList(taken);
  }

  /** What a file that was put there is called within the folder, with slashes. */
  String name(Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  /** All that has been put there, and what is to be said of it. */
  Submission submission(Path source) {
    List<Remark> counted = new ArrayList<>();
    ignored.forEach(
        (remark, count) ->
            counted.add(
                count == 1
                    ? remark
                    : new Remark(remark.path(), remark.reason() + " (" + count + " files)")));
    Path file = source.toAbsolutePath().normalize().getFileName();
    MailTitle title = MailTitle.parse(file == null ? "" : file.toString());
    return new Submission(source, title, folder, refused, counted, renamed, programs);
  }

  /** More bytes than are left. */
  private static final class TooMuch extends IOException {
    private static final long serialVersionUID = 1;
  }

  /** Counts, and stops where the limit is. */
  private final class Bounded extends OutputStream {
    private final OutputStream out;
    private long written;

    Bounded(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      written += count;
      if (written > bytesLeft) {
        throw new TooMuch();
      }
      out.write(bytes, from, count);
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
