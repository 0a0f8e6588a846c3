package simul.bots.swarm;

/**
 * Where all bots are, by number: what a map of them needs, and no more. The arrays are of one
 * length, and nobody changes them any more.
 *
 * @param states how each is: {@link #ABSENT}, {@link #PLAYS} or {@link #LOST}
 */
@SuppressWarnings("ArrayRecordComponent")
public record Dots(int[] x, int[] y, byte[] states) {
  /** It has not come, has left, or was not let in; its place means nothing. */
  public static final byte ABSENT = 0;

  /** It is in the game, at the place that it was last told of itself. */
  public static final byte PLAYS = 1;

  /** The target has thrown it out; the place is its last. */
  public static final byte LOST = 2;

  /** Nobody. */
  public static final Dots NONE = new Dots(new int[0], new int[0], new byte[0]);

  /** How many bots there are. */
  public int count() {
    return states.length;
  }
}
