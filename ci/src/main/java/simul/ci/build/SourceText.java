package simul.ci.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import simul.spec.header.SourceFile;

/**
 * A C, C++ or Java source as text, and the same with what is no code blanked out, character for
 * character, so that places in one are places in the others.
 *
 * @param text as it was written
 * @param uncommented without its comments
 * @param code without its comments and without what stands between quotes
 */
record SourceText(String text, String uncommented, String code) {
  /** A source is some hundred lines; what is larger than this was made by a program. */
  private static final long LARGEST_BYTES = 4 << 20;

  private static final List<String> ENDS =
      List.of(
          ".c", ".cc", ".cpp", ".cxx", ".h", ".hh", ".hpp", ".hxx", ".inl", ".ipp", ".tpp",
          ".java");

  private static final List<String> COMPILED = List.of(".c", ".cc", ".cpp", ".cxx");

  /** Whether a file's name is a source's. */
  static boolean isNamed(Path file) {
    return hasEnd(file, ENDS);
  }

  /** Whether a file's name is that of a source that is compiled by itself. */
  static boolean isCompiled(Path file) {
    return hasEnd(file, COMPILED);
  }

  static boolean hasEnd(Path file, List<String> ends) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return ends.stream().anyMatch(name::endsWith);
  }

  /** Reads a file in whatever encoding; one that is too large to be a source is empty. */
  static SourceText load(Path file) throws IOException {
    if (Files.size(file) > LARGEST_BYTES) {
      return of("");
    }
    return of(SourceFile.decode(file.toString(), Files.readAllBytes(file)).text());
  }

  static SourceText of(String text) {
    Blanking blanking = new Blanking(text);
    blanking.run();
    return new SourceText(text, blanking.uncommented.toString(), blanking.code.toString());
  }

  /** The number of the line that a place is in, from 1. */
  int line(int place) {
    return 1 + (int) text.substring(0, place).chars().filter(c -> c == '\n').count();
  }

  /** Goes through a text once. */
  private static final class Blanking {
    private final String text;
    private final StringBuilder uncommented;
    private final StringBuilder code;
    private int at;

    Blanking(String text) {
      this.text = text;
      this.uncommented = new StringBuilder(text);
      this.code = new StringBuilder(text);
    }

    void run() {
      while (at < text.length()) {
        if (text.startsWith("//", at)) {
          comment(endOfLine());
        } else if (text.startsWith("/*", at)) {
          int end = text.indexOf("*/", at + 2);
          comment(end < 0 ? text.length() : end + 2);
        } else if (text.startsWith("R\"", at) && !isWithinName()) {
          raw();
        } else if (text.charAt(at) == '"' || text.charAt(at) == '\'' && !isWithinName()) {
          quoted(text.charAt(at));
        } else {
          at++;
        }
      }
    }

    /** Digits may have quotes between them, as in 1'000. */
    private boolean isWithinName() {
      if (at == 0) {
        return false;
      }
      char before = text.charAt(at - 1);
      boolean isPrefix = "uUL8".indexOf(before) >= 0 && text.charAt(at) != '\'';
      return Character.isLetterOrDigit(before) && !isPrefix && before != 'L';
    }

    private int endOfLine() {
      int end = text.indexOf('\n', at);
      while (end > 0 && text.charAt(end - 1) == '\\') {
        end = text.indexOf('\n', end + 1);
      }
      return end < 0 ? text.length() : end;
    }

    private void comment(int end) {
      blank(uncommented, at, end);
      blank(code, at, end);
      at = end;
    }

    private void quoted(char quote) {
      int end = at + 1;
      while (end < text.length() && text.charAt(end) != quote && text.charAt(end) != '\n') {
        end += text.charAt(end) == '\\' ? 2 : 1;
      }
      end = Math.min(end, text.length());
      blank(code, at + 1, end);
      at = end + 1;
    }

    private void raw() {
      int open = text.indexOf('(', at);
      String close = open < 0 ? "" : ")" + text.substring(at + 2, open) + "\"";
      int end = open < 0 ? -1 : text.indexOf(close, open);
      end = end < 0 ? text.length() : end + close.length();
      blank(code, at + 1, end);
      at = end;
    }

    private void blank(StringBuilder target, int from, int to) {
      for (int i = from; i < to; i++) {
        if (target.charAt(i) != '\n') {
          target.setCharAt(i, ' ');
        }
      }
    }
  }
}
