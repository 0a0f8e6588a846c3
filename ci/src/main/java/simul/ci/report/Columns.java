package simul.ci.report;

/** Text in columns on a terminal. */
final class Columns {
  private Columns() {}

  /** A text filled up with spaces to so many columns, and one more where it is too long. */
  static String pad(String text, int columns) {
    return text + " ".repeat(Math.max(1, columns - width(text)));
  }

  /** How many columns it takes: a Hangul syllable is as wide as two Latin letters. */
  private static int width(String text) {
    return text.codePoints().map(c -> c >= 0xAC00 && c <= 0xD7A3 ? 2 : 1).sum();
  }
}
