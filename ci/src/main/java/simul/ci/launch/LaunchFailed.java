package simul.ci.launch;

import java.util.List;

/** A target did not come to serve. The first line of the message says why. */
public final class LaunchFailed extends Exception {
  private static final long serialVersionUID = 1;

  private final String reason;

  LaunchFailed(String reason) {
    super(reason);
    this.reason = reason;
  }

  /**
   * With what the target has printed.
   *
   * @param lastOutput fit to be shown
   */
  LaunchFailed(String reason, List<String> lastOutput) {
    super(withOutput(reason, lastOutput));
    this.reason = reason;
  }

  /** A text and, on lines of their own, the last lines of a target's output. */
  public static String withOutput(String text, List<String> lastOutput) {
    return lastOutput.isEmpty()
        ? text + "; it printed nothing"
        : text + "; its last output:\n  " + String.join("\n  ", lastOutput);
  }

  /** Why, in one clause. */
  public String reason() {
    return reason;
  }
}
