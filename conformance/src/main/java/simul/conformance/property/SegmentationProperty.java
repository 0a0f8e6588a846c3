package simul.conformance.property;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import simul.conformance.script.Outcome;
import simul.conformance.script.Script;
import simul.conformance.script.Start;
import simul.conformance.script.Target;
import simul.conformance.script.Trial;
import simul.spec.meaning.Protocol;
import simul.spec.model.Direction;
import simul.spec.world.Board;
import simul.spec.world.Cell;

/**
 * The law of reassembly: random moves, cut and joined at random, lead where the moves lead. Shrinks
 * to few moves in few segments.
 */
public final class SegmentationProperty {
  private static final int SHRINK_TRIES = 150;
  private static final Duration SHRINK_TIME = Duration.ofSeconds(10);

  private static final int MOST_MOVES = 12;

  /** Each segment waits until the one before has been read; the rest then comes at once. */
  private static final int MOST_SEGMENTS = 40;

  private SegmentationProperty() {}

  /**
   * A stream.
   *
   * @param turns each picks one of the directions that are open at that point
   * @param segmentBytes sizes of the segments, used again from the start when they run out
   */
  private record Sample(List<Integer> turns, List<Integer> segmentBytes) {}

  /** Tries random samples. */
  public static Outcome check(Target target, RandomGenerator random) {
    Protocol protocol = target.protocol();
    if (protocol.spec().world().maxClients() < 2) {
      return new Outcome.NotApplicable("it takes 2 clients at once");
    }
    if (Board.of(protocol.spec().world()).openDirections(new Cell(0, 0)).isEmpty()) {
      return new Outcome.NotApplicable("the board has one cell, so nothing can move");
    }
    PropertyRunner<Sample> runner =
        new PropertyRunner<>(
            () -> samples(protocol),
            (on, sample) -> Trial.run(on, 2, starts -> script(protocol, starts.get(0), sample)),
            simplest(),
            // Twelve tries take a second of looks at the kernel's tables.
            new PropertyRunner.Budget(target.effort().of(3, 12, 200), SHRINK_TRIES, SHRINK_TIME));
    return runner.run(target, random.nextLong());
  }

  /** One move cut in all the ways that a few bytes can be cut; then two and three in one write. */
  private static List<Sample> simplest() {
    return List.of(
        new Sample(List.of(0), List.of(1, 99)),
        new Sample(List.of(0), List.of(2, 99)),
        new Sample(List.of(0), List.of(1)),
        new Sample(List.of(0, 0), List.of(99)),
        new Sample(List.of(0, 1), List.of(99)),
        new Sample(List.of(0, 0, 0), List.of(99)),
        new Sample(List.of(0, 0), List.of(4, 99)));
  }

  private static Arbitrary<Sample> samples(Protocol protocol) {
    int longest = 3 * protocol.requestEncoder().moveBytes(Direction.UP);
    Arbitrary<List<Integer>> turns =
        Arbitraries.integers().between(0, 3).list().ofMinSize(1).ofMaxSize(MOST_MOVES);
    Arbitrary<List<Integer>> sizes =
        Arbitraries.integers().between(1, longest).list().ofMinSize(1).ofMaxSize(6);
    return Combinators.combine(turns, sizes).as(Sample::new);
  }

  private static Script script(Protocol protocol, Start start, Sample sample) {
    Board board = Board.of(protocol.spec().world());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Cell cell = start.cell();
    for (int turn : sample.turns) {
      List<Direction> open = List.copyOf(board.openDirections(cell));
      Direction direction = open.get(turn % open.size());
      cell = board.step(cell, direction);
      bytes.writeBytes(protocol.requestEncoder().move(direction, start.asker(), cell));
    }
    Script.Builder script = new Script.Builder(2);
    byte[] stream = bytes.toByteArray();
    int from = 0;
    for (int i = 0; from < stream.length; i++) {
      int wanted = sample.segmentBytes.get(i % sample.segmentBytes.size());
      int size = i < MOST_SEGMENTS ? wanted : stream.length;
      int to = Math.min(stream.length, from + size);
      script.send(0, Arrays.copyOfRange(stream, from, to));
      from = to;
    }
    return script.settle().build();
  }
}
