package simul.bots.swarm;

import simul.spec.model.WorldRules;

/**
 * Which bots are held against all that they are told, spread evenly over all of them. The others
 * are held against their own moves alone, and keep no view of the world: where everybody is told of
 * everybody, n bots that make r moves a second are told n·n·r times, and n views of n pieces are to
 * be kept. Pure.
 *
 * @param count how many of the bots that a run begins with, at least 1
 * @param bots how many bots that is
 */
public record Observers(int count, int bots) {
  /** As many bots as this keep a view each, whatever there is to see. */
  private static final int MOST_WHO_ALL_OBSERVE = 1_000;

  /** As many pieces in all views together: some 100 MB. */
  private static final int MOST_PIECES = 1_000_000;

  public Observers {
    if (count < 1 || count > bots) {
      throw new IllegalArgumentException("observers must be in 1.." + bots + ", but is " + count);
    }
  }

  /** As many as it takes little to keep: all bots unless there are many, and each sees them all. */
  public static Observers of(WorldRules rules, int bots) {
    boolean few = bots <= MOST_WHO_ALL_OBSERVE;
    boolean narrow = rules.telling().audience() == WorldRules.Audience.VIEW;
    return new Observers(few || narrow ? bots : Math.max(1, MOST_PIECES / bots), bots);
  }

  /**
   * Whether a bot, numbered from 0, is one of them; of those that come later while they are few.
   */
  boolean observes(int bot) {
    return bot < Math.max(bots, MOST_WHO_ALL_OBSERVE) && (long) bot * count % bots < count;
  }

  /** Whether every bot is one of them. */
  public boolean isEverybody() {
    return count == bots;
  }
}
