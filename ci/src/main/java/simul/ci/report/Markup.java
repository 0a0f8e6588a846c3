package simul.ci.report;

/** Text for XML and HTML, whatever is in it: what a target sends can end up in a report. */
public final class Markup {
  private Markup() {}

  /**
   * The text as content, or as the value of an attribute in double quotes. What XML 1.0 has no
   * place for, most control characters and single surrogates, is left out.
   */
  public static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints().filter(Markup::isLegal).forEach(c -> append(out, c));
    return out.toString();
  }

  private static void append(StringBuilder out, int c) {
    switch (c) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      case '\'' -> out.append("&#39;");
      case '\r' -> out.append("&#13;");
      default -> out.appendCodePoint(c);
    }
  }

  private static boolean isLegal(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || c >= 0x20 && c <= 0xD7FF
        || c >= 0xE000 && c <= 0xFFFD
        || c >= 0x10000;
  }
}
