package simul.conformance.fuzz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import simul.conformance.script.Heading;
import simul.conformance.script.Script;
import simul.conformance.script.Step;
import simul.spec.model.Direction;

/**
 * A script as it is being written: who plays, how far each is within a packet, and which
 * combinations have come up. The healthy client is the last of those from the start; it never does
 * anything wrong and never leaves.
 */
final class Play {
  /** One move in so many goes any way. */
  private static final int ANY_WAY = 8;

  private final Grammar grammar;
  private final RandomGenerator random;
  private final int players;
  private final Script.Builder script;
  private final TreeSet<Integer> present = new TreeSet<>();
  private final Map<Integer, Integer> sentOfPacket = new HashMap<>();
  private final Map<Integer, Integer> heldBack = new HashMap<>();
  private final Set<Integer> offenders = new HashSet<>();
  private final Set<CoveragePoint> points = new HashSet<>();

  Play(Grammar grammar, RandomGenerator random, int players) {
    this.grammar = grammar;
    this.random = random;
    this.players = players;
    this.script = new Script.Builder(players);
    IntStream.range(0, players).forEach(present::add);
  }

  /** The script so far, with its last moves awaited. */
  Script script() {
    return Fairness.of(script.settle().build(), grammar.mostPlayers());
  }

  Set<CoveragePoint> points() {
    return points;
  }

  /** The client that only plays. */
  int healthy() {
    return players - 1;
  }

  /** Any client that keeps the rules, the healthy one only where there is no other. */
  int anyMover() {
    List<Integer> movers =
        present.stream()
            .filter(player -> player != healthy() && !offenders.contains(player))
            .toList();
    return movers.isEmpty() ? healthy() : movers.get(random.nextInt(movers.size()));
  }

  /** All that play and keep the rules. */
  List<Integer> movers() {
    return present.stream().filter(player -> !offenders.contains(player)).toList();
  }

  /** Takes note of a combination that comes up. */
  void note(CoveragePoint point) {
    points.add(point);
  }

  private void note(Cut cut, Mutation mutation) {
    note(new CoveragePoint(grammar.moveName(), cut, mutation));
  }

  /** Takes note of what is done to the move that was cut there. */
  void note(int after, Mutation mutation) {
    note(after > 0 ? new Cut(after) : Cut.WHOLE, mutation);
  }

  /** A client writes moves after what it has held back; so many of the last bytes wait. */
  void write(int player, int moves, int held) {
    script.moveHolding(held, player, headings(moves));
    int before = sentOfPacket.getOrDefault(player, 0);
    int all = heldBack.getOrDefault(player, 0) + moves * grammar.moveBytes();
    int sent = Math.max(0, all - held);
    int end = (before + sent) % grammar.moveBytes();
    int completed = (before + sent) / grammar.moveBytes();
    heldBack.put(player, all - sent);
    sentOfPacket.put(player, end);
    if (sent == 0) {
      return;
    }
    if (end > 0) {
      note(new Cut(end), Mutation.NONE);
    }
    if (completed == 1 && before == 0 && end == 0) {
      note(Cut.WHOLE, Mutation.NONE);
    } else if (completed > 1 || completed == 1 && before == 0) {
      note(Cut.JOINED, Mutation.NONE);
    }
  }

  /** A client writes all that it has held back. */
  void flush(int player) {
    if (heldBack.getOrDefault(player, 0) > 0) {
      write(player, 0, 0);
    }
  }

  /** Ways that are open mostly, and now and then any, which may lead against the edge. */
  private List<Heading> headings(int count) {
    return Stream.generate(this::heading).limit(count).toList();
  }

  private Heading heading() {
    int way = random.nextInt(Direction.values().length);
    return random.nextInt(ANY_WAY) > 0
        ? new Heading.Turn(way)
        : new Heading.Toward(Direction.values()[way]);
  }

  /** Whoever only plays makes a move. */
  void healthyMoves() {
    script.walk(healthy(), random.nextInt(4));
  }

  void settle() {
    script.settle();
  }

  /** A client goes, which is somebody else than the healthy one. */
  void leave(int player, Step.Farewell how) {
    if (player != healthy() && present.remove(player)) {
      script.leave(player, how);
      offenders.remove(player);
      heldBack.remove(player);
      sentOfPacket.remove(player);
    }
  }

  /** So many come, as far as there is room. */
  void arrive(int count) {
    List<Integer> newcomers = new ArrayList<>();
    for (int number = 0; number < grammar.mostPlayers() && newcomers.size() < count; number++) {
      if (!present.contains(number)) {
        newcomers.add(number);
      }
    }
    if (!newcomers.isEmpty()) {
      script.arrive(newcomers.stream().mapToInt(Integer::intValue).toArray());
      present.addAll(newcomers);
    }
  }

  /** A client writes what is wrong. */
  void misbehave(int player, byte[] bytes, boolean whole) {
    script.misbehave(player, bytes, whole);
    offenders.add(player);
  }
}
