package simul.bots.measure;

/**
 * What was timed in one second and is the target's doing alone: nothing of a second in which the
 * bots themselves were late, and no move that was due in one. Without the warm-up's moves.
 */
public record SecondTimes(Distribution response, Distribution service, Distribution propagation) {
  /** Nothing was timed. */
  public static final SecondTimes NONE =
      new SecondTimes(Distribution.EMPTY, Distribution.EMPTY, Distribution.EMPTY);
}
