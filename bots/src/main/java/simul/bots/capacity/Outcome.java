package simul.bots.capacity;

/**
 * How one trial went.
 *
 * @param achieved how much came of the load that was asked for, in the search's own unit
 * @param reason one clause with the values; empty when it held
 */
public record Outcome(Ruling ruling, double achieved, String reason) {

  /** Whether a load was borne, and if not, who did not bear it. */
  public enum Ruling {
    HELD,
    /** The target was too slow, or broke a rule. */
    TARGET,
    /** The bots were too slow themselves, so nothing is known of the target. */
    GENERATOR
  }

  boolean held() {
    return ruling == Ruling.HELD;
  }
}
