package simul.ci.cli;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import simul.conformance.explain.Language;

/** Where and how a command reports: {@code --json}, {@code --lang}, {@code --quiet}, ... */
final class OutputOptions {
  private enum LanguageCode {
    EN,
    KO
  }

  @Option(names = "--json", paramLabel = "FILE", description = "Write the result as JSON.")
  private String json;

  @Option(
      names = "--lang",
      paramLabel = "en|ko",
      description = "Language of the report (default: the locale's).")
  private LanguageCode language;

  @Option(names = "--quiet", description = "Print only what is wrong, and the verdict.")
  private boolean quiet;

  @Option(names = "--no-color", description = "No colours (NO_COLOR does the same).")
  private boolean noColor;

  boolean quiet() {
    return quiet;
  }

  Language language() {
    if (language == null) {
      return Language.of(Locale.getDefault());
    }
    return language == LanguageCode.KO ? Language.KOREAN : Language.ENGLISH;
  }

  /** Colours on a terminal, unless they are unwanted. */
  Ansi ansi() {
    return noColor ? Ansi.OFF : Ansi.AUTO;
  }

  /** Refuses a result file that cannot be written, before the work and not after it. */
  void checkWritable() {
    if (json != null) {
      Path file = path(json);
      Path folder = file.toAbsolutePath().getParent();
      if (Files.isDirectory(file) || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
        throw CommandFailure.usage("--json " + json + ": no file can be written there");
      }
    }
  }

  /** Writes the result where it was asked for; whole or not at all. */
  void writeJson(String text) {
    if (json == null) {
      return;
    }
    Path file = path(json).toAbsolutePath();
    try {
      Path fresh = Files.createTempFile(file.getParent(), ".simul", ".json");
      Files.writeString(fresh, text);
      move(fresh, file);
    } catch (IOException e) {
      throw CommandFailure.usage("--json " + json + ": cannot be written: " + e.getMessage());
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

  private static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw CommandFailure.usage("--json " + name + ": " + e.getReason());
    }
  }
}
