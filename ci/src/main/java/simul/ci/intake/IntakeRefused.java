package simul.ci.intake;

/** A submission that cannot be taken at all; the message says in one line which and why. */
public final class IntakeRefused extends Exception {
  private static final long serialVersionUID = 1;

  /** A refusal with nothing more to say than this line. */
  public IntakeRefused(String message) {
    super(message);
  }

  /** A refusal that something else has caused. */
  public IntakeRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
