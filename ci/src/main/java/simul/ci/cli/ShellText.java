package simul.ci.cli;

import java.util.regex.Pattern;

/** Words as a POSIX shell takes them: quoted where it would not take them as they are. */
final class ShellText {
  private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

  private ShellText() {}

  /** One word of a command line. */
  static String quote(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
