package simul.bots.swarm;

import java.util.Arrays;

/**
 * How many moves of whom each player has been told of. Every player has a number for itself;
 * observers have one for each other player beside it. Pure; players are numbered from 0.
 */
final class SeenMoves {
  /** In place of a number: the observer has not seen the piece at all. */
  static final int NOTHING = -1;

  private int[] ofOwn = {};
  private int[][] ofOthers = {};

  /** There may be so many players from now on. */
  void makeRoom(int players) {
    for (int observer = 0; observer < ofOthers.length; observer++) {
      if (ofOthers[observer] != null) {
        ofOthers[observer] = grown(ofOthers[observer], players);
      }
    }
    ofOwn = grown(ofOwn, players);
    ofOthers = Arrays.copyOf(ofOthers, players);
  }

  private static int[] grown(int[] numbers, int players) {
    int[] grown = Arrays.copyOf(numbers, players);
    Arrays.fill(grown, numbers.length, players, NOTHING);
    return grown;
  }

  /** A player has seen nobody so far. */
  void begin(int player, boolean observes) {
    ofOwn[player] = NOTHING;
    if (observes) {
      ofOthers[player] = new int[ofOwn.length];
      Arrays.fill(ofOthers[player], NOTHING);
    }
  }

  /** So many moves, or {@link #NOTHING}. */
  int get(int observer, int mover) {
    if (observer == mover) {
      return ofOwn[mover];
    }
    int[] others = ofOthers[observer];
    return others == null ? NOTHING : others[mover];
  }

  void set(int observer, int mover, int moves) {
    if (observer == mover) {
      ofOwn[mover] = moves;
    } else if (ofOthers[observer] != null) {
      ofOthers[observer][mover] = moves;
    }
  }
}
