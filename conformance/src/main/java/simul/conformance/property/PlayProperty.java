package simul.conformance.property;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import simul.conformance.script.Outcome;
import simul.conformance.script.Script;
import simul.conformance.script.Step;
import simul.conformance.script.Target;
import simul.conformance.script.Trial;
import simul.spec.meaning.Protocol;
import simul.spec.model.Direction;
import simul.spec.model.WorldRules;
import simul.spec.world.Board;
import simul.spec.world.Cell;

/**
 * The law of the game: whatever clients join, move and leave at random, everybody is told what a
 * right server would tell. Shrinks to few deeds of few clients.
 */
public final class PlayProperty {
  /** As many as a server of the handout lets in. */
  private static final int MOST_CLIENTS = 10;

  private static final int MOST_DEEDS = 40;
  private static final int MOST_MOVES = 6;
  private static final Duration SHRINK_TIME = Duration.ofSeconds(10);
  private static final int SHRINK_TRIES = 150;

  private PlayProperty() {}

  /** What is done next. */
  private enum Kind {
    MOVE,
    SETTLE,
    JOIN,
    JOIN_TWO,
    LEAVE
  }

  /**
   * Something that one client does.
   *
   * @param client picks one of those who play, counted round
   * @param turns of a move, each picks one of the directions that are open
   * @param held how many of the last bytes of a move wait for the client's next write
   */
  private record Deed(Kind kind, int client, List<Integer> turns, int held) {
    static Deed move(int... turns) {
      return new Deed(Kind.MOVE, 0, java.util.Arrays.stream(turns).boxed().toList(), 0);
    }

    static Deed of(Kind kind) {
      return new Deed(kind, 0, List.of(), 0);
    }
  }

  /** Tries random play in whole packets. */
  public static Outcome whole(Target target, RandomGenerator random) {
    return check(target, random, 0);
  }

  /** Tries random play whose bytes are cut and joined at random as well. */
  public static Outcome cut(Target target, RandomGenerator random) {
    int longest = target.protocol().requestEncoder().moveBytes(Direction.UP);
    if (longest < 2) {
      return new Outcome.NotApplicable("a move is a single byte, which cannot be cut");
    }
    return check(target, random, 2 * longest);
  }

  private static Outcome check(Target target, RandomGenerator random, int mostHeld) {
    Protocol protocol = target.protocol();
    WorldRules world = protocol.spec().world();
    if (world.maxClients() < 2) {
      return new Outcome.NotApplicable("it takes 2 clients at once");
    }
    if (Board.of(world).openDirections(new Cell(0, 0)).isEmpty()) {
      return new Outcome.NotApplicable("the board has one cell, so nothing can move");
    }
    PropertyRunner.Budget budget =
        new PropertyRunner.Budget(target.effort().of(4, 12, 400), SHRINK_TRIES, SHRINK_TIME);
    int clients = Math.min(MOST_CLIENTS, world.maxClients());
    PropertyRunner<List<Deed>> runner =
        new PropertyRunner<>(
            () -> deeds(mostHeld).list().ofMinSize(1).ofMaxSize(MOST_DEEDS),
            (on, sample) -> Trial.run(on, script(sample, clients)),
            simplest(),
            budget);
    return runner.run(target, random.nextLong());
  }

  private static List<List<Deed>> simplest() {
    Deed join = Deed.of(Kind.JOIN);
    Deed leave = Deed.of(Kind.LEAVE);
    Deed settle = Deed.of(Kind.SETTLE);
    return List.of(
        List.of(Deed.move(0)),
        List.of(Deed.move(0, 0)),
        List.of(join),
        List.of(leave),
        List.of(Deed.move(0), settle, join),
        List.of(Deed.move(0), join),
        List.of(leave, join),
        List.of(leave, Deed.move(0)),
        List.of(join, settle, leave));
  }

  private static Arbitrary<Deed> deeds(int mostHeld) {
    Arbitrary<Kind> kinds =
        Arbitraries.frequency(
            net.jqwik.api.Tuple.of(8, Kind.MOVE),
            net.jqwik.api.Tuple.of(3, Kind.SETTLE),
            net.jqwik.api.Tuple.of(2, Kind.JOIN),
            net.jqwik.api.Tuple.of(1, Kind.JOIN_TWO),
            net.jqwik.api.Tuple.of(2, Kind.LEAVE));
    Arbitrary<List<Integer>> turns =
        Arbitraries.integers().between(0, 3).list().ofMinSize(1).ofMaxSize(MOST_MOVES);
    return Combinators.combine(
            kinds,
            Arbitraries.integers().between(0, 3 * MOST_CLIENTS - 1),
            turns,
            Arbitraries.integers().between(0, mostHeld))
        .as(Deed::new);
  }

  /**
   * The script of some deeds; those that nobody is there for, or that nobody is left after, fall.
   */
  private static Script script(List<Deed> deeds, int clients) {
    Script.Builder script = new Script.Builder(2);
    TreeSet<Integer> playing = new TreeSet<>(List.of(0, 1));
    boolean leftUnsettled = false;
    for (Deed deed : deeds) {
      List<Integer> present = new ArrayList<>(playing);
      int client = present.get(deed.client % present.size());
      int wanted = deed.kind == Kind.JOIN ? 1 : 2;
      switch (deed.kind) {
        case MOVE -> script.walkHolding(deed.held, client, deed.turns);
        case SETTLE -> {
          script.settle();
          leftUnsettled = false;
        }
        case JOIN, JOIN_TWO -> {
          if (playing.size() + wanted <= clients) {
            // Who is told of whom is certain only once everybody knows who has left.
            if (leftUnsettled) {
              script.settle();
              leftUnsettled = false;
            }
            join(script, playing, wanted, clients);
          }
        }
        case LEAVE -> {
          if (playing.size() > 1) {
            Step.Farewell[] ways = {
              Step.Farewell.CLOSE, Step.Farewell.HALF_CLOSE, Step.Farewell.RESET
            };
            script.leave(client, ways[deed.client % ways.length]);
            playing.remove(client);
            leftUnsettled = true;
          }
        }
      }
    }
    return script.settle().build();
  }

  private static void join(
      Script.Builder script, TreeSet<Integer> playing, int wanted, int clients) {
    int[] newcomers =
        java.util.stream.IntStream.range(0, clients)
            .filter(number -> !playing.contains(number))
            .limit(wanted)
            .toArray();
    script.arrive(newcomers);
    java.util.Arrays.stream(newcomers).forEach(playing::add);
  }
}
