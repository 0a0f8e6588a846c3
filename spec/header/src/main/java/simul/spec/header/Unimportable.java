package simul.spec.header;

/** Thrown where something of a header turns out not to be importable; ends as a refusal. */
final class Unimportable extends Exception {
  private static final long serialVersionUID = 1;

  private final Refusal.Reason reason;

  Unimportable(Refusal.Reason reason, String message) {
    super(message, null, false, false);
    this.reason = reason;
  }

  Refusal.Reason reason() {
    return reason;
  }

  Refusal refusal(String subject, Place place) {
    return new Refusal(subject, place, reason, getMessage());
  }
}
