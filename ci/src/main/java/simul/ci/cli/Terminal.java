package simul.ci.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether somebody watches. */
final class Terminal {
  /** What Linux says of this process; other systems have no such file. */
  private static final Path OWN_STATE = Path.of("/proc/self/stat");

  private Terminal() {}

  /**
   * Whether input and output are a terminal's. The launcher asks newer JDKs for the console of old,
   * which is there only then.
   */
  static boolean isInteractive() {
    return System.console() != null;
  }

  /**
   * Whether this process may read from its terminal: one that was started in the background would
   * be stopped for it.
   */
  static boolean isForeground() {
    try {
      return !Files.exists(OWN_STATE) || isForeground(Files.readString(OWN_STATE));
    } catch (IOException e) {
      return true;
    }
  }

  /** The same by the text of that file: its process group is its terminal's, or has none. */
  static boolean isForeground(String state) {
    // The program's name is in parentheses and may hold anything.
    String[] fields = state.substring(state.lastIndexOf(')') + 1).strip().split(" ", -1);
    String group = fields[2];
    String terminalsGroup = fields[5];
    return terminalsGroup.equals("-1") || terminalsGroup.equals(group);
  }
}
