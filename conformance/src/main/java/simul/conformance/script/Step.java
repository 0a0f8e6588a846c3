package simul.conformance.script;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** One thing that happens in a {@link Script}. Players are numbered from 0. */
public sealed interface Step {

  /** A client writes some bytes of the protocol at once. */
  record Send(int player, byte[] segment) implements Step {
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
          && Arrays.equals(segment, that.segment);
    }

    @Override
    public int hashCode() {
      return 31 * player + Arrays.hashCode(segment);
    }
  }

  /**
   * A client writes moves at once, each made for where its piece is by then.
   *
   * @param held so many of the last bytes are held back: they go with the client's next write, or
   *     at the end
   */
  record Move(int player, List<Heading> headings, int held) implements Step {
    public Move {
      headings = List.copyOf(headings);
    }
  }

  /** All that is complete by now is awaited on every client. */
  record Settle() implements Step {}

  /**
   * Clients connect at the same time. As many as there is room for must be let in, and no more; the
   * others are not players, but may leave.
   *
   * @param narrow whether their receive buffers are as small as can be
   */
  record Arrive(List<Integer> players, boolean narrow) implements Step {
    public Arrive {
      players = List.copyOf(players);
    }
  }

  /**
   * A client connects, and before it can have been let in another moves, in one write. Where the
   * order of the two matters, the newcomer is in first.
   */
  record ArriveAmid(int player, int mover, List<Heading> headings) implements Step {
    public ArriveAmid {
      headings = List.copyOf(headings);
    }

    /** The arrival alone. */
    Arrive arrival() {
      return new Arrive(List.of(player), false);
    }

    /** The moves alone. */
    Move move() {
      return new Move(mover, headings, 0);
    }
  }

  /** A client goes. */
  record Leave(int player, Farewell how) implements Step {}

  /**
   * A client writes what is not the protocol. From now on it may be cut off.
   *
   * @param whole whether the bytes are one frame that can be told from what follows: then what the
   *     client sends later counts, unless it is cut off. Otherwise nothing of it is judged.
   */
  record Misbehave(int player, byte[] bytes, boolean whole) implements Step {
    public Misbehave {
      bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
      return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Misbehave that
          && player == that.player
          && whole == that.whole
          && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
      return 31 * player + Arrays.hashCode(bytes);
    }
  }

  /** A client reads no more. */
  record Stall(int player) implements Step {}

  /**
   * A client reads again, until it has caught up or is cut off.
   *
   * @param slowly whether it takes few bytes at a time
   */
  record Resume(int player, boolean slowly) implements Step {}

  /**
   * A client goes on moving until the target has had to keep bytes back for every client that does
   * not read.
   *
   * @param keptKibibytes how many it must be keeping, in KiB
   */
  record Fill(int player, int keptKibibytes) implements Step {}

  /** The connection of a client that was not let in is awaited to be closed. */
  record AwaitClose(int player) implements Step {}

  /** How a client goes. */
  enum Farewell {
    CLOSE,
    /** It closes its sending half, and reads until the target closes. */
    HALF_CLOSE,
    RESET,
    /** It closes its sending half, and resets the connection a moment later. */
    HALF_CLOSE_AND_RESET,
    /** It says so as the protocol has it, and closes. */
    GOODBYE;

    /** Whether what is on its way may be lost. */
    boolean resets() {
      return this == RESET || this == HALF_CLOSE_AND_RESET;
    }

    /** The word in replay files. */
    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
