package simul.bots.swarm;

/** Not one bot was let in, and nothing that came broke a rule; the message says what was met. */
public final class NobodyAnswers extends Exception {
  private static final long serialVersionUID = 1;

  NobodyAnswers(String message) {
    super(message);
  }
}
