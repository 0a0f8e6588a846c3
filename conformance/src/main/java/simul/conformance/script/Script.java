package simul.conformance.script;

import java.util.ArrayList;
import java.util.List;

/**
 * What some clients do after all of them have joined. A segment is one write; the next one of the
 * same client follows when the target has read it, or, past a marker, when all moves have been
 * answered.
 *
 * @param players how many clients take part; the last may be there to look on only
 */
public record Script(int players, List<Step> steps) {
  public Script {
    steps = List.copyOf(steps);
  }

  /** One thing that happens. */
  public sealed interface Step {}

  /**
   * A client writes some bytes at once.
   *
   * @param player from 0
   */
  public record Send(int player, byte[] segment) implements Step {
    public Send {
      segment = segment.clone();
    }

    @Override
    public byte[] segment() {
      return segment.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Send that
          && player == that.player
          && java.util.Arrays.equals(segment, that.segment);
    }

    @Override
    public int hashCode() {
      return 31 * player + java.util.Arrays.hashCode(segment);
    }
  }

  /** All moves that are complete by now are awaited on every client. */
  public record Settle() implements Step {}

  /** The letter by which reports call a player. */
  public static String letter(int player) {
    return String.valueOf((char) ('a' + player));
  }

  /** Puts a script together step by step. */
  public static final class Builder {
    private final int players;
    private final List<Step> steps = new ArrayList<>();

    public Builder(int players) {
      this.players = players;
    }

    /** A client writes one segment; an empty one is no write. */
    public Builder send(int player, byte[] segment) {
      if (segment.length > 0) {
        steps.add(new Send(player, segment));
      }
      return this;
    }

    /** All moves so far are awaited. */
    public Builder settle() {
      steps.add(new Settle());
      return this;
    }

    public Script build() {
      return new Script(players, steps);
    }
  }
}
