package simul.bots.capacity;

/**
 * What a search came to.
 *
 * @param load the largest load that held, in the search's own unit; 0 when none did
 * @param achieved how much came of it
 * @param limit what stood in the way of more
 * @param reason how that showed, one clause with the values; empty when nothing did
 * @param recovered whether the target did well again after it had had too much
 * @param confirmed whether that load held once more at the end
 */
public record Capacity(
    double load,
    double achieved,
    Limit limit,
    String reason,
    boolean recovered,
    boolean confirmed) {

  /** What stands in the way of more load. */
  public enum Limit {
    /** The target bears no more. */
    TARGET,
    /** The bots can do no more; what the target bears is that at least. */
    GENERATOR,
    /** No more was to be tried. */
    MOST,
    /** The search was brought to an early end. */
    STOPPED;

    /** The word in files. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
