package simul.conformance.suite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import simul.conformance.check.Check;
import simul.conformance.property.SegmentationProperty;
import simul.conformance.script.Outcome;
import simul.conformance.script.Script;
import simul.conformance.script.Start;
import simul.conformance.script.Target;
import simul.conformance.script.Trial;
import simul.spec.model.Sender;
import simul.spec.model.WorldRules;
import simul.spec.wire.FieldLayout;
import simul.spec.world.Board;

/**
 * Section 5 of the handout, reassembly: whatever happens to the bytes on their way, the moves are
 * the same. In each check the last player looks on.
 */
final class FrameChecks {
  /** Past the receive buffers of 1,024 and 4,096 bytes that students like. */
  private static final int LARGE_WRITE_BYTES = 4500;

  /** Each byte that comes alone waits until it has been read. */
  private static final int MOST_SINGLE_BYTES = 24;

  /** Longer packets than a move's are cut at so many places, spread evenly over them. */
  private static final int MOST_CUTS = 16;

  /** The same where each cut takes several packets. */
  private static final int FEW_CUTS = 5;

  private FrameChecks() {}

  static List<Check> all() {
    return List.of(
        new Check("FRAME-001", FrameChecks::actsOnWholePackets),
        new Check("FRAME-002", FrameChecks::putsSingleBytesTogether),
        new Check("FRAME-003", FrameChecks::keepsLoneLength),
        new Check("FRAME-004", FrameChecks::keepsPacketCutAnywhere),
        new Check("FRAME-005", FrameChecks::takesCoalescedPacketsApart),
        new Check("FRAME-006", FrameChecks::keepsTailThatSharesWriteWithHead),
        new Check("FRAME-007", FrameChecks::keepsHalfPacketsOfEachConnectionApart),
        new Check("FRAME-008", FrameChecks::servesOthersBesideHalfPacket),
        new Check("FRAME-009", FrameChecks::takesLargeWriteApart),
        new Check("FRAME-010", SegmentationProperty::check));
  }

  private static Outcome actsOnWholePackets(Target target, RandomGenerator random) {
    return alone(
        target,
        random,
        (walk, script) -> walk.next(4).forEach(move -> script.send(0, move).settle()));
  }

  private static Outcome putsSingleBytesTogether(Target target, RandomGenerator random) {
    return cut(
        target,
        random,
        (walk, script) -> {
          int moves =
              Math.max(1, Math.min(4, MOST_SINGLE_BYTES / Moves.longest(target.protocol())));
          for (byte[] move : walk.next(moves)) {
            for (byte single : move) {
              script.send(0, new byte[] {single});
            }
            script.settle();
          }
        });
  }

  private static Outcome keepsLoneLength(Target target, RandomGenerator random) {
    Optional<FieldLayout> length = target.protocol().packets(Sender.CLIENT).length();
    if (length.isEmpty()) {
      return new Outcome.NotApplicable("packets have no length that could come alone");
    }
    int cut = length.get().end();
    return cut(
        target,
        random,
        (walk, script) -> {
          for (byte[] move : walk.next(3)) {
            inTwo(script, 0, move, cut).settle();
          }
        });
  }

  private static Outcome keepsPacketCutAnywhere(Target target, RandomGenerator random) {
    return cut(
        target,
        random,
        (walk, script) -> {
          for (int cut : Moves.cuts(target.protocol(), MOST_CUTS)) {
            inTwo(script, 0, walk.next(), cut).settle();
          }
        });
  }

  private static Outcome takesCoalescedPacketsApart(Target target, RandomGenerator random) {
    return alone(
        target,
        random,
        (walk, script) -> {
          for (int packets : new int[] {2, 3, 4, 5, 8, 13, 21, 34, 50}) {
            script.send(0, walk.coalesced(packets)).settle();
          }
        });
  }

  private static Outcome keepsTailThatSharesWriteWithHead(Target target, RandomGenerator random) {
    return cut(
        target,
        random,
        (walk, script) -> {
          for (int cut : Moves.cuts(target.protocol(), FEW_CUTS)) {
            byte[] kept = {};
            for (byte[] move : walk.next(4)) {
              byte[] stream = joined(kept, move);
              int to = kept.length + Math.min(cut, move.length - 1);
              script.send(0, Arrays.copyOf(stream, to));
              kept = Arrays.copyOfRange(stream, to, stream.length);
            }
            script.send(0, kept).settle();
          }
        });
  }

  private static Outcome keepsHalfPacketsOfEachConnectionApart(
      Target target, RandomGenerator random) {
    WorldRules world = target.protocol().spec().world();
    int movers = Math.min(5, world.maxClients());
    // Which of two moves a server acts on first is its own choice; where clients see only what is
    // in view, they see which it was.
    boolean inTurn = world.telling().audience() == WorldRules.Audience.VIEW;
    return cut(
        target,
        movers,
        starts -> {
          List<Walk> walks = walks(target, starts, random);
          Script.Builder script = new Script.Builder(movers);
          for (int cut : Moves.cuts(target.protocol(), FEW_CUTS)) {
            List<byte[]> moves = walks.stream().map(Walk::next).toList();
            for (int player = 0; player < movers; player++) {
              script.send(player, head(moves.get(player), cut));
            }
            for (int player = 0; player < movers; player++) {
              script.send(player, tail(moves.get(player), cut));
              if (inTurn) {
                script.settle();
              }
            }
            script.settle();
          }
          return script.build();
        });
  }

  private static Outcome servesOthersBesideHalfPacket(Target target, RandomGenerator random) {
    return cut(
        target,
        2,
        starts -> {
          List<Walk> walks = walks(target, starts, random);
          Script.Builder script = new Script.Builder(2);
          byte[] held = walks.get(0).next();
          script.send(0, Arrays.copyOf(held, held.length - 1));
          walks.get(1).next(3).forEach(move -> script.send(1, move).settle());
          script.send(0, Arrays.copyOfRange(held, held.length - 1, held.length));
          return script.settle().build();
        });
  }

  private static Outcome takesLargeWriteApart(Target target, RandomGenerator random) {
    int packets = LARGE_WRITE_BYTES / Moves.longest(target.protocol());
    return alone(
        target, random, (walk, script) -> script.send(0, walk.coalesced(packets)).settle());
  }

  private static Script.Builder inTwo(Script.Builder script, int player, byte[] packet, int cut) {
    return script.send(player, head(packet, cut)).send(player, tail(packet, cut));
  }

  /** The packet up to the cut, but not the whole packet. */
  private static byte[] head(byte[] packet, int cut) {
    return Arrays.copyOf(packet, Math.min(cut, packet.length - 1));
  }

  private static byte[] tail(byte[] packet, int cut) {
    return Arrays.copyOfRange(packet, Math.min(cut, packet.length - 1), packet.length);
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static List<Walk> walks(Target target, List<Start> starts, RandomGenerator random) {
    List<Walk> walks = new ArrayList<>();
    starts.forEach(start -> walks.add(new Walk(target.protocol(), start, random)));
    return walks;
  }

  /** One player moves and one looks on. */
  private static Outcome alone(
      Target target, RandomGenerator random, BiConsumer<Walk, Script.Builder> writer) {
    return whereThereIsRoom(
        target,
        2,
        starts -> {
          Script.Builder script = new Script.Builder(2);
          writer.accept(new Walk(target.protocol(), starts.get(0), random), script);
          return script.build();
        });
  }

  /** The same, where a move has more than one byte to be cut at. */
  private static Outcome cut(
      Target target, RandomGenerator random, BiConsumer<Walk, Script.Builder> writer) {
    return Moves.longest(target.protocol()) == 1 ? oneByte() : alone(target, random, writer);
  }

  private static Outcome cut(
      Target target, int players, java.util.function.Function<List<Start>, Script> writer) {
    return Moves.longest(target.protocol()) == 1
        ? oneByte()
        : whereThereIsRoom(target, players, writer);
  }

  private static Outcome oneByte() {
    return new Outcome.NotApplicable("a move is a single byte, which cannot be cut");
  }

  private static Outcome whereThereIsRoom(
      Target target, int players, java.util.function.Function<List<Start>, Script> writer) {
    Board board = Board.of(target.protocol().spec().world());
    if (board.width() * board.height() == 1) {
      return new Outcome.NotApplicable("the board has one cell, so nothing can move");
    }
    if (target.protocol().spec().world().maxClients() < players) {
      return new Outcome.NotApplicable("it takes " + players + " clients at once");
    }
    return Trial.run(target, players, writer);
  }
}
