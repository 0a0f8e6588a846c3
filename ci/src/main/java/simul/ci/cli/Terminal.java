package simul.ci.cli;

/** Whether somebody watches. */
final class Terminal {
  private Terminal() {}

  /**
   * Whether input and output are a terminal's. The launcher asks newer JDKs for the console of old,
   * which is there only then.
   */
  static boolean isInteractive() {
    return System.console() != null;
  }
}
