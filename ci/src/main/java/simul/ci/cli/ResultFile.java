package simul.ci.cli;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that a command writes a result to.
 *
 * @param option that names it, for messages
 * @param name as the user gave it
 */
record ResultFile(String option, String name) {
  private static final long PROCESS = ProcessHandle.current().pid();

  /** Its path; wrong use when it has none. */
  Path path() {
    try {
      return Path.of(name).toAbsolutePath();
    } catch (InvalidPathException e) {
      throw CommandFailure.usage(option + " " + name + ": " + e.getReason());
    }
  }

  /** Refuses a file that cannot be written, before the work and not after it. */
  void checkWritable() {
    Path file = path();
    Path folder = file.getParent();
    if (folder == null
        || Files.isDirectory(file)
        || !Files.isDirectory(folder)
        || !Files.isWritable(folder)) {
      throw CommandFailure.usage(option + " " + name + ": no file can be written there");
    }
  }

  /** Writes it; whole or not at all, and in place of what was there. */
  void write(String text) {
    Path file = path();
    try {
      // Not a temporary file, which only its owner may read; and not written with Files, for an
      // interrupted thread cannot.
      Path fresh = file.resolveSibling("." + file.getFileName() + "." + PROCESS + ".new");
      try (OutputStream out = new FileOutputStream(fresh.toFile())) {
        out.write(text.getBytes(StandardCharsets.UTF_8));
      }
      move(fresh, file);
    } catch (IOException e) {
      throw CommandFailure.usage(option + " " + name + ": cannot be written: " + e.getMessage());
    }
  }

  private static void move(Path fresh, Path file) throws IOException {
    try {
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      // Some file systems cannot; then a plain move is the best there is.
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
