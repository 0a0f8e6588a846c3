package simul.ci.build;

import java.util.regex.Pattern;

/** Whether a program takes the port as its first argument, by how its main function reads it. */
final class PortArgument {
  private static final Pattern TAKEN =
      Pattern.compile(
          "\\b(atoi|_ttoi|_wtoi|stoi|stol|strtol|wcstol|strtoul|parseInt|valueOf)\\s*\\(\\s*"
              + "(argv\\s*\\[\\s*1|args\\s*\\[\\s*0|\\*\\s*\\(\\s*argv\\s*\\+\\s*1)"
              + "|\\w*(?i:port)\\w*\\s*=\\s*(argv\\s*\\[\\s*1|args\\s*\\[\\s*0)");

  private PortArgument() {}

  /**
   * Looks for it.
   *
   * @param code without comments and texts
   */
  static boolean isTaken(String code) {
    return TAKEN.matcher(code).find();
  }
}
