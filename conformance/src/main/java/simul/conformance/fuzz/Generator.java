package simul.conformance.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import simul.conformance.script.Reception;
import simul.conformance.script.Step;

/**
 * Random scripts of a protocol: valid traffic of some connections, cut and joined, and in every
 * other one something wrong. Prefers combinations that have been tried less. The same seed makes
 * the same scripts.
 */
public final class Generator {
  /** Of so many combinations picked at random, the one that was tried least comes next. */
  private static final int CANDIDATES = 6;

  private static final int MOST_ACTS = 5;
  private static final int FEW_MOVES = 6;
  private static final int MANY_MOVES = 60;

  /** Receive buffers that students like; a burst ends near such a size. */
  private static final int[] BUFFERS = {128, 255, 256, 512, 1024, 2048, 4096};

  /** Long bursts take long, so every other one is of the first few sizes. */
  private static final int FEW_BUFFERS = 4;

  private final Grammar grammar;
  private final Coverage coverage;
  private final Random random;
  private final Mutagen mutagen;
  private final List<CoveragePoint> valid;
  private final List<CoveragePoint> bad;

  /**
   * A generator.
   *
   * @param coverage what has been tried; the caller keeps it
   */
  public Generator(Grammar grammar, Coverage coverage, long seed) {
    this.grammar = grammar;
    this.coverage = coverage;
    this.random = new Random(seed);
    this.mutagen = new Mutagen(grammar, random);
    this.valid = grammar.points().stream().filter(p -> !p.mutation().isBad()).toList();
    this.bad = grammar.points().stream().filter(point -> point.mutation().isBad()).toList();
  }

  /** The next script. */
  public Sample next() {
    Play play = new Play(grammar, random, players());
    boolean wrong = !bad.isEmpty() && random.nextInt(2) == 0;
    List<CoveragePoint> wanted = wrong ? misbehave(play) : behave(play);
    play.healthyMoves();
    Mutation mutation =
        wanted.stream()
            .map(CoveragePoint::mutation)
            .max(Comparator.naturalOrder())
            .orElse(Mutation.NONE);
    return new Sample(play.script(), play.points(), mutation.ruleId(), mutation);
  }

  /** Some acts that are right, and what else may come between. */
  private List<CoveragePoint> behave(Play play) {
    List<CoveragePoint> wanted = pick(valid, 1 + random.nextInt(MOST_ACTS));
    for (CoveragePoint point : wanted) {
      act(play, point);
      play(play, random.nextInt(2));
    }
    return wanted;
  }

  /** One or two that are wrong, among a little that is right. */
  private List<CoveragePoint> misbehave(Play play) {
    List<CoveragePoint> wanted = pick(bad, 1 + random.nextInt(2));
    play(play, random.nextInt(2));
    wanted.forEach(point -> misbehave(play, point));
    play(play, random.nextInt(3));
    return wanted;
  }

  private void play(Play play, int acts) {
    for (int i = 0; i < acts; i++) {
      play(play);
    }
  }

  private List<CoveragePoint> pick(List<CoveragePoint> points, int count) {
    return Stream.generate(() -> pick(points)).limit(count).toList();
  }

  private CoveragePoint pick(List<CoveragePoint> points) {
    return coverage.rarest(
        Stream.generate(() -> points.get(random.nextInt(points.size())))
            .limit(CANDIDATES)
            .toList());
  }

  /** Few mostly, and every so often as many as there can be. */
  private int players() {
    int most = grammar.mostPlayers();
    int players =
        switch (random.nextInt(10)) {
          case 0 -> most;
          case 1, 2, 3 -> 3 + random.nextInt(4);
          default -> 2 + random.nextInt(2);
        };
    return Math.min(players, most);
  }

  /** Somebody does something that is right. */
  private void play(Play play) {
    switch (random.nextInt(8)) {
      case 0 -> play.settle();
      case 1 -> play.arrive(1 + random.nextInt(3));
      case 2 -> play.healthyMoves();
      case 3 -> {
        play.leave(play.anyMover(), farewell());
        play.settle();
      }
      case 4 -> burst(play);
      default -> stream(play);
    }
  }

  /** Some moves in writes that end anywhere. */
  private void stream(Play play) {
    int player = play.anyMover();
    int moves = moves();
    int bytes = moves * grammar.moveBytes();
    List<Integer> ends = new ArrayList<>();
    for (int cut = random.nextInt(4); cut > 0 && bytes > 1; cut--) {
      ends.add(1 + random.nextInt(bytes - 1));
    }
    ends.sort(Comparator.reverseOrder());
    play.flush(player);
    play.write(player, moves, ends.isEmpty() ? 0 : ends.get(0));
    for (int i = 1; i < ends.size(); i++) {
      play.write(player, 0, ends.get(i));
    }
    if (!ends.isEmpty()) {
      play.write(player, 0, 0);
    }
  }

  private int moves() {
    return 1 + random.nextInt(random.nextInt(8) == 0 ? MANY_MOVES : FEW_MOVES);
  }

  /** A write that ends at, or next to, the end of a receive buffer. */
  private void burst(Play play) {
    int bytes = BUFFERS[random.nextInt(random.nextBoolean() ? BUFFERS.length : FEW_BUFFERS)];
    int moves = bytes / grammar.moveBytes() + 2;
    int player = play.anyMover();
    int end = bytes - 1 + random.nextInt(3);
    play.flush(player);
    play.write(player, moves, Math.max(0, moves * grammar.moveBytes() - end));
    play.write(player, 0, 0);
    play.settle();
  }

  private Step.Farewell farewell() {
    Step.Farewell[] ways = Step.Farewell.values();
    return ways[random.nextInt(ways.length)];
  }

  /** Brings a combination about that is right. */
  private void act(Play play, CoveragePoint point) {
    int player = play.anyMover();
    int held = point.cut().isInside() ? grammar.moveBytes() - point.cut().after() : 0;
    int moves = random.nextInt(3) == 0 ? moves() : 1;
    play.flush(player);
    switch (point.mutation()) {
      case NONE -> {
        play.write(player, point.cut().equals(Cut.JOINED) ? moves + 1 : moves, held);
        play.flush(player);
      }
      case PAUSED -> {
        play.write(player, moves, held);
        play.settle();
        play.healthyMoves();
        play.settle();
        play.note(point);
        play.flush(player);
      }
      case INTERLEAVED -> interleave(play, point, held);
      case CLOSED -> leave(play, point, player, moves, held, Step.Farewell.CLOSE);
      case HALF_CLOSED -> leave(play, point, player, moves, held, Step.Farewell.HALF_CLOSE);
      case RESET -> leave(play, point, player, moves, held, Step.Farewell.RESET);
      default -> throw new IllegalArgumentException(point.text());
    }
  }

  /** Several are within a packet at once, and go on in another order. */
  private void interleave(Play play, CoveragePoint point, int held) {
    List<Integer> movers = new ArrayList<>(play.movers());
    Collections.shuffle(movers, random);
    List<Integer> some = movers.subList(0, Math.min(movers.size(), 2 + random.nextInt(3)));
    for (int player : some) {
      play.flush(player);
      play.write(player, 1 + random.nextInt(2), held);
    }
    Collections.shuffle(some, random);
    some.forEach(play::flush);
    play.note(point);
  }

  private void leave(
      Play play, CoveragePoint point, int player, int moves, int held, Step.Farewell how) {
    if (player == play.healthy()) {
      play.arrive(1);
      return;
    }
    play.write(player, moves, held);
    if (random.nextBoolean()) {
      play.settle();
    }
    play.leave(player, how);
    play.note(point);
    play.settle();
    if (random.nextInt(3) > 0) {
      play.arrive(1);
      play.settle();
    }
  }

  /** Brings a combination about that is wrong, and has others play meanwhile. */
  private void misbehave(Play play, CoveragePoint point) {
    int offender = play.anyMover();
    if (offender == play.healthy()) {
      play.arrive(1);
      return;
    }
    PacketKind kind = grammar.kind(point.packet(), point.mutation()).orElseThrow();
    byte[] bytes = mutagen.bytes(kind, point.mutation()).orElse(kind.example());
    play.flush(offender);
    play.healthyMoves();
    play.settle();
    boolean goesOn = place(play, point.cut(), offender, bytes);
    play.note(point);
    play.healthyMoves();
    play.settle();
    if (goesOn && random.nextBoolean()) {
      play.write(offender, 1, 0);
      play.settle();
    }
    if (random.nextInt(3) > 0) {
      play.leave(offender, farewell());
      play.settle();
      play.arrive(1 + random.nextInt(2));
      play.settle();
    }
  }

  /** Writes what is wrong; whether what its client sends later counts. */
  private boolean place(Play play, Cut cut, int offender, byte[] bytes) {
    if (cut.equals(Cut.JOINED)) {
      play.misbehave(offender, amongMoves(bytes), false);
      return false;
    }
    if (cut.isInside() && cut.after() < bytes.length) {
      play.misbehave(offender, Arrays.copyOf(bytes, cut.after()), false);
      play.healthyMoves();
      play.settle();
      play.misbehave(offender, Arrays.copyOfRange(bytes, cut.after(), bytes.length), false);
      return false;
    }
    Reception reception = Reception.of(grammar.protocol(), bytes);
    boolean whole = reception.isRefusedAtOnce() && reception.whole();
    play.misbehave(offender, bytes, whole);
    return whole;
  }

  private byte[] amongMoves(byte[] bytes) {
    byte[] before = mutagen.moves(1 + random.nextInt(3));
    byte[] after = mutagen.moves(random.nextInt(3));
    byte[] all = Arrays.copyOf(before, before.length + bytes.length + after.length);
    System.arraycopy(bytes, 0, all, before.length, bytes.length);
    System.arraycopy(after, 0, all, before.length + bytes.length, after.length);
    return all;
  }
}
