package simul.conformance.probe;

/** The target cannot be connected to; the message says which and why, in one line. */
public final class TargetUnreachable extends Exception {
  private static final long serialVersionUID = 1;

  public TargetUnreachable(String message) {
    super(message);
  }
}
