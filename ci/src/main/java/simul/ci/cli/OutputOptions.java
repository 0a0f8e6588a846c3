package simul.ci.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
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

  /** The code of the language, where one was asked for. */
  Optional<String> languageCode() {
    return Optional.ofNullable(language).map(code -> code.name().toLowerCase(Locale.ROOT));
  }

  /** Colours on a terminal, unless they are unwanted. */
  Ansi ansi() {
    return noColor ? Ansi.OFF : Ansi.AUTO;
  }

  /** Refuses a result file that cannot be written, before the work and not after it. */
  void checkWritable() {
    if (json != null) {
      new ResultFile("--json", json).checkWritable();
    }
  }

  /** Writes the result where it was asked for, whole or not at all; else it is not even made. */
  void writeJson(Supplier<String> text) {
    if (json != null) {
      new ResultFile("--json", json).write(text.get());
    }
  }
}
