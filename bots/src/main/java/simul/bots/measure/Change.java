package simul.bots.measure;

import java.time.Duration;

/**
 * Something that somebody changed while the bots played.
 *
 * @param at when, from the start of play
 * @param from what it was before; 0 for a stop
 * @param to what it was to be from then on; 0 for a stop
 */
public record Change(Duration at, What what, double from, double to) {

  /** What was changed. */
  public enum What {
    /** How many bots there are to be. */
    CLIENTS,
    /** Moves a second of each bot. */
    RATE,
    /** The run was brought to an early end. */
    STOP;

    /** The word in commands and files. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
