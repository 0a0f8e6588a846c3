package simul.bots.capacity;

/**
 * One step of a search.
 *
 * @param load how much is to be tried, in the search's own unit
 * @param again whether the same load has just failed: one spike decides nothing
 */
public record Trial(Purpose purpose, double load, boolean again) {

  /** Why this load is tried. */
  public enum Purpose {
    /** Nothing was too much so far. */
    UP,
    /** Everything was too much so far. */
    BELOW,
    /** Between what was held and what was too much. */
    BETWEEN,
    /** Well below what was held: has the target recovered? */
    DOWN,
    /** What was held, once more. */
    CONFIRM;

    /** The word in files. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
