package simul.ci.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import simul.spec.header.SourceFile;

/** The first line of a build's log that says what is wrong, as {@code file:line: message}. */
final class FirstError {
  private static final int LONGEST = 300;

  /** Each with the groups file, line and message; the first that matches a line counts. */
  private static final List<Pattern> PLACED =
      List.of(
          Pattern.compile(
              "^(?<file>[^:\\s][^:]*|[A-Za-z]:[^:]*):(?<line>\\d+)(?::\\d+)?: (?:fatal )?error: (?<message>.*)$"),
          Pattern.compile(
              "^\\s*(?:\\d+>)?(?<file>[^(]+)\\((?<line>\\d+)(?:,\\d+)?\\)\\s*: (?:fatal )?error (?<message>.*?)(?: \\[[^\\]]*\\])?$"),
          Pattern.compile(
              "^\\[ERROR\\] (?<file>[^:\\s]+\\.java):\\[(?<line>\\d+),\\d+\\] (?<message>.*)$"),
          Pattern.compile(
              "^CMake Error at (?<file>[^:]+):(?<line>\\d+) \\((?<message>[^)]*\\).*)$"));

  /** Without a place in a source. */
  private static final List<Pattern> UNPLACED =
      List.of(
          Pattern.compile("(undefined reference to .*)$"),
          Pattern.compile("(multiple definition of [^;]*)"),
          Pattern.compile("(cannot find -l\\S+)"),
          Pattern.compile("((?:fatal )?error (?:LNK|MSB|C)\\d+: .*?)(?: \\[[^\\]]*\\])?$"),
          Pattern.compile("^(\\S*make\\S*: \\*\\*\\* .*)$"),
          Pattern.compile("^(?:\\S*g\\+\\+\\S*|cc1plus): (?:fatal )?(error: .*)$"),
          Pattern.compile("^\\[ERROR\\] (.*)$"),
          Pattern.compile("^\\* What went wrong:(.*)$"));

  private FirstError() {}

  /**
   * The first error that has a place, or else the first.
   *
   * @param root that files are named relative to
   */
  static Optional<String> in(Path log, Path root) throws IOException {
    if (!Files.isRegularFile(log)) {
      return Optional.empty();
    }
    String text = SourceFile.decode("log", Files.readAllBytes(log)).text();
    return in(text, root);
  }

  static Optional<String> in(String text, Path root) {
    Optional<String> placed = first(text.lines(), PLACED, matcher -> placed(matcher, root));
    return placed
        .or(() -> first(text.lines(), UNPLACED, matcher -> matcher.group(1).strip()))
        .map(FirstError::shown);
  }

  private interface Wording {
    String of(Matcher matcher);
  }

  private static Optional<String> first(
      Stream<String> lines, List<Pattern> patterns, Wording wording) {
    return lines
        .flatMap(line -> patterns.stream().map(pattern -> pattern.matcher(line)))
        .filter(Matcher::find)
        .findFirst()
        .map(wording::of);
  }

  private static String placed(Matcher matcher, Path root) {
    String file = matcher.group("file").strip().replace('\\', '/');
    String start = root.toString().replace('\\', '/') + "/";
    String shortened = file.startsWith(start) ? file.substring(start.length()) : file;
    return shortened.replaceFirst("^(\\./)+", "")
        + ":"
        + matcher.group("line")
        + ": "
        + matcher.group("message").strip();
  }

  /** Fit to be shown: it quotes a stranger's source. */
  private static String shown(String line) {
    String clean = line.replaceAll("\\p{Cntrl}", "?");
    byte[] bytes = clean.getBytes(StandardCharsets.UTF_8);
    return bytes.length <= LONGEST || clean.length() <= LONGEST
        ? clean
        : clean.substring(0, LONGEST) + "...";
  }
}
