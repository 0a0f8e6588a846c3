package simul.ci.report;

/** Text in columns of equal width. */
final class Columns {
  private Columns() {}

  /** A text filled up with spaces to so many columns, and one more where it is too long. */
  static String pad(String text, int columns) {
    return text + " ".repeat(Math.max(1, columns - width(text)));
  }

  /** As much of a text as fits into so many columns, with a mark where something is missing. */
  static String cut(String text, int columns) {
    if (width(text) <= columns) {
      return text;
    }
    StringBuilder start = new StringBuilder();
    int left = columns - 1;
    for (int c : text.codePoints().toArray()) {
      left -= width(c);
      if (left < 0) {
        break;
      }
      start.appendCodePoint(c);
    }
    return start.append('…').toString();
  }

  private static int width(String text) {
    return text.codePoints().map(Columns::width).sum();
  }

  /** A Hangul syllable is as wide as two Latin letters. */
  private static int width(int c) {
    return c >= 0xAC00 && c <= 0xD7A3 ? 2 : 1;
  }
}
