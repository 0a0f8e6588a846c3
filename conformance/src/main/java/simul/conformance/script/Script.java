package simul.conformance.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What some clients do after the first of them have joined. A segment is one write; the next one of
 * the same client follows when the target has read it, or, past a settling, when all has been
 * answered.
 *
 * @param players how many clients are there from the start; the last may look on only
 */
public record Script(int players, List<Step> steps) {
  /** More than reports or files have letters for. */
  static final int MOST_PLAYERS = 26 * 27;

  public Script {
    steps = List.copyOf(steps);
  }

  /** The letters by which reports call a player: {@code a} to {@code z}, {@code aa}, ... */
  public static String letter(int player) {
    String last = String.valueOf((char) ('a' + player % 26));
    return player < 26 ? last : letter(player / 26 - 1) + last;
  }

  /** The player of those letters, or -1 where there can be none. */
  static int player(String letters) {
    if (!letters.matches("[a-z]{1,2}")) {
      return -1;
    }
    int first = letters.charAt(0) - 'a';
    return letters.length() == 1 ? first : 26 * (first + 1) + letters.charAt(1) - 'a';
  }

  /** Puts a script together step by step. */
  public static final class Builder {
    private final int players;
    private final List<Step> steps = new ArrayList<>();

    public Builder(int players) {
      this.players = players;
    }

    private Builder add(Step step) {
      steps.add(step);
      return this;
    }

    /** A client writes one segment; an empty one is no write. */
    public Builder send(int player, byte[] segment) {
      return segment.length > 0 ? add(new Step.Send(player, segment)) : this;
    }

    /** A client makes moves, all in one write. */
    public Builder move(int player, Heading... headings) {
      return add(new Step.Move(player, List.of(headings), 0));
    }

    /** A client makes moves that lead somewhere, all in one write. */
    public Builder walk(int player, int... turns) {
      List<Heading> headings = Arrays.stream(turns).<Heading>mapToObj(Heading.Turn::new).toList();
      return add(new Step.Move(player, headings, 0));
    }

    /** The same, but so many of the last bytes wait for the next write. */
    public Builder walkHolding(int held, int player, List<Integer> turns) {
      List<Heading> headings = turns.stream().<Heading>map(Heading.Turn::new).toList();
      return add(new Step.Move(player, headings, held));
    }

    /** A client makes moves in one write, but so many of the last bytes wait for the next. */
    public Builder moveHolding(int held, int player, List<Heading> headings) {
      return add(new Step.Move(player, headings, held));
    }

    /** A client writes what it has held back. */
    public Builder flush(int player) {
      return add(new Step.Move(player, List.of(), 0));
    }

    /** All so far is awaited. */
    public Builder settle() {
      return add(new Step.Settle());
    }

    /** Clients connect at the same time. */
    public Builder arrive(int... arriving) {
      return add(new Step.Arrive(Arrays.stream(arriving).boxed().toList(), false));
    }

    /** A client connects, and before it can have been let in another makes moves, in one write. */
    public Builder arriveAmid(int player, int mover, int... turns) {
      List<Heading> headings = Arrays.stream(turns).<Heading>mapToObj(Heading.Turn::new).toList();
      return add(new Step.ArriveAmid(player, mover, headings));
    }

    /** So many clients connect at the same time, with numbers from the first on. */
    public Builder arriveFrom(int first, int count) {
      return arrive(IntStream.range(first, first + count).toArray());
    }

    /** A client connects that has as small a receive buffer as can be. */
    public Builder arriveNarrow(int player) {
      return add(new Step.Arrive(List.of(player), true));
    }

    /** A client goes. */
    public Builder leave(int player, Step.Farewell how) {
      return add(new Step.Leave(player, how));
    }

    /** A client writes what is not the protocol. */
    public Builder misbehave(int player, byte[] bytes, boolean whole) {
      return add(new Step.Misbehave(player, bytes, whole));
    }

    /** A client reads no more. */
    public Builder stall(int player) {
      return add(new Step.Stall(player));
    }

    /** A client reads again. */
    public Builder resume(int player, boolean slowly) {
      return add(new Step.Resume(player, slowly));
    }

    /** A client moves until the target keeps bytes back for whoever does not read. */
    public Builder fill(int player, int keptKibibytes) {
      return add(new Step.Fill(player, keptKibibytes));
    }

    /** The close of a client's connection is awaited. */
    public Builder awaitClose(int player) {
      return add(new Step.AwaitClose(player));
    }

    public Script build() {
      return new Script(players, steps);
    }
  }
}
