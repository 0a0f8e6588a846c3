package simul.ci.markbook;

import java.util.regex.Pattern;

/** Text from outside made fit for a line of plain text, a terminal, a table or a build's log. */
public final class Printable {
  /** How GitHub Actions, Azure and TeamCity know a command anywhere in a line of a log. */
  private static final Pattern COMMAND = Pattern.compile("##(?=\\w*\\[)");

  /** How GitHub Actions knows one at its start. */
  private static final Pattern COMMAND_LINE = Pattern.compile("^(\\s*:)(?=:)");

  private Printable() {}

  /**
   * The text without anything that moves a cursor, breaks a line or turns the direction of writing:
   * such characters, and single surrogates, become a space or a question mark. What build servers
   * would take for a command gets a space into it.
   */
  public static String line(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> append(out, c));
    String inert = COMMAND.matcher(out).replaceAll("# #");
    return COMMAND_LINE.matcher(inert).replaceFirst("$1 ");
  }

  private static void append(StringBuilder out, int c) {
    if (c == '\t' || c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029) {
      out.append(' ');
      return;
    }
    int type = Character.getType(c);
    boolean odd =
        type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
    out.appendCodePoint(odd ? '?' : c);
  }

  /** As much of it as that, with a sign where something is missing. */
  static String cut(String text, int mostCharacters) {
    if (text.length() <= mostCharacters) {
      return text;
    }
    int end = mostCharacters - 1;
    boolean pair = Character.isHighSurrogate(text.charAt(end - 1));
    return text.substring(0, pair ? end - 1 : end) + "…";
  }
}
