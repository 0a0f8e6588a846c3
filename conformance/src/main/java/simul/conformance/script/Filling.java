package simul.conformance.script;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import simul.conformance.probe.Probes;
import simul.spec.model.Direction;
import simul.spec.world.Board;
import simul.spec.world.Cell;

/**
 * Makes a target meet full send buffers: a player moves until the target has told others far more
 * than the kernel holds for whoever does not read, so that the target itself must be keeping the
 * rest. On Linux that takes 120 KB for a client that asks for small segments, else 1.5 MB and more;
 * a target that is too slow for it is left alone.
 */
final class Filling {
  private static final int FEWEST_MOVES = 64;

  /**
   * What one round may make a target tell each client, in bytes: with more at once it might take
   * those for slow that read.
   */
  private static final long MOST_TOLD_BYTES = 96 * 1024;

  /**
   * What the target has told its witness may be a moment later in the kernel for others: so long a
   * buffer that looks full must do so.
   */
  private static final Duration MOMENT = Duration.ofMillis(20);

  /** A round that takes longer is not made longer. */
  private static final Duration SHORT_ROUND = Duration.ofMillis(500);

  private final Target target;
  private final Probes probes;
  private final Ledger ledger;
  private final Referee referee;
  private final long keptBytes;

  /**
   * Nothing yet.
   *
   * @param keptBytes how much the target must be keeping back; more than may be on its way to the
   *     kernel without having met a full buffer
   */
  Filling(Target target, Probes probes, Ledger ledger, Referee referee, long keptBytes) {
    this.target = target;
    this.probes = probes;
    this.ledger = ledger;
    this.referee = referee;
    this.keptBytes = keptBytes;
  }

  /** The buffers could not be filled, or it cannot be known whether they are full. */
  static final class OutOfReach extends Exception {
    private static final long serialVersionUID = 1;

    OutOfReach(String reason) {
      super(reason);
    }
  }

  /** How moves are sent in a trial. */
  @FunctionalInterface
  interface Sending {
    boolean send(int player, byte[] segment);
  }

  /** Moves until the buffers are full, a rule is broken, or the budget is spent. */
  void by(Player mover, Sending sending, BooleanSupplier settle) throws OutOfReach {
    Player witness = witness(mover);
    long heardBefore = witness.probe().receivedBytes();
    // Enough for a program that tells some 100,000 moves a second, on a busy machine.
    Duration budget = Duration.ofSeconds(target.effort().of(5, 10, 60));
    long start = System.nanoTime();
    int moves = FEWEST_MOVES;
    long moved = 0;
    int fullLooks = 0;
    while (referee.finding().isEmpty() && fullLooks < 2) {
      long began = System.nanoTime();
      if (began - start > budget.toNanos()) {
        throw new OutOfReach(
            "the server's send buffer was not filled within "
                + budget.toSeconds()
                + " s: "
                + (witness.probe().receivedBytes() - heardBefore)
                + " bytes came");
      }
      boolean inTime =
          sending.send(mover.number(), mover.write(thereAndBack(mover, moves), 0))
              && settle.getAsBoolean();
      if (!inTime) {
        throw new OutOfReach("the server is too slow to have its send buffer filled");
      }
      mover.beginStage();
      boolean quick = System.nanoTime() - began < SHORT_ROUND.toNanos();
      long toldBytes = witness.probe().receivedBytes() - heardBefore;
      moved += moves;
      moves *= quick ? 4 : 1;
      long mostMoves = MOST_TOLD_BYTES * moved / Math.max(moved, toldBytes);
      moves = (int) Math.max(1, Math.min(moves, mostMoves));
      boolean full = areFull(toldBytes) && areFullForAMoment(toldBytes);
      fullLooks = full ? fullLooks + 1 : 0;
    }
  }

  /** Who is told as much as those that do not read. */
  private Player witness(Player mover) {
    return ledger.players().stream()
        .filter(player -> player != mover && player.probe().isReading())
        .findFirst()
        .orElse(mover);
  }

  private List<Heading> thereAndBack(Player mover, int moves) {
    Board board = Board.of(target.protocol().spec().world());
    Direction there = board.openDirections(mover.cell()).iterator().next();
    Cell neighbour = board.step(mover.cell(), there);
    Direction back =
        board.openDirections(neighbour).stream()
            .filter(direction -> board.step(neighbour, direction).equals(mover.cell()))
            .findFirst()
            .orElse(there);
    List<Heading> headings = new ArrayList<>();
    for (int i = 0; i < moves; i++) {
      headings.add(new Heading.Toward(i % 2 == 0 ? there : back));
    }
    return headings;
  }

  private boolean areFullForAMoment(long toldBytes) throws OutOfReach {
    probes.pause(MOMENT);
    return areFull(toldBytes);
  }

  /** Whether everybody who does not read is owed more than the kernel holds for them. */
  private boolean areFull(long toldBytes) throws OutOfReach {
    for (Player player : ledger.players()) {
      if (!player.probe().isReading()) {
        OptionalLong held = probes.heldFor(player.probe());
        if (held.isEmpty()) {
          throw new OutOfReach("nothing here tells whether the server's send buffer is full");
        }
        if (toldBytes - held.getAsLong() < keptBytes) {
          return false;
        }
      }
    }
    return true;
  }
}
