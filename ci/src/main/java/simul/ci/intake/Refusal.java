package simul.ci.intake;

/** One entry that is not taken; the message is a clause that follows its name. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1;

  Refusal(String reason) {
    super(reason);
  }
}
