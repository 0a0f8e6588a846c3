package simul.conformance.mutant;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import simul.spec.meaning.Requests;
import simul.spec.model.WorldRules;
import simul.spec.reference.PassingHandler;
import simul.spec.reference.io.Connection;
import simul.spec.reference.io.ConnectionHandler;

/** Mistakes that take many moves at a time, or many clients one after the other (section 8). */
final class LoadMutants {
  private static final int MOVES_A_SECOND = 150;
  private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);

  private static final int QUEUED_MOVES = 64;
  private static final int FEW_MOVERS = 2;
  private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private static final int MOST_JOINS = 1_000;
  private static final int LEAVES_UNTIL_SLIP = 64;

  /** The buffer that each connection gets. */
  private static final int BUFFER_BYTES = 256 * 1024;

  private LoadMutants() {}

  static List<Mutant> all() {
    return List.of(
        Mutant.of(
                "ActsOn150MovesPerSecond",
                "RATE-001",
                "acts on 150 moves a second, of all clients together, and drops the others",
                Infection.sharing(
                    MovesOfSecond::new, moves -> Infection.ofRequests(moves::requests)))
            .inTheRightMoment(),
        Mutant.of(
                "DropsMovesPastSharedQueue",
                "RATE-002",
                "has a queue of 64 moves for a tick, and drops what several clients add to it",
                Infection.sharing(QueueOfTick::new, queue -> Infection.ofRequests(queue::requests)))
            .inTheRightMoment(),
        Mutant.of(
                "AdmitsNobodyAfterThousandJoins",
                "LIFE-001",
                "has a table for 1,000 joins, and lets nobody in once it is full",
                Infection.ofWorld(ThousandJoins::new))
            .inTheRightMoment(),
        slipping(
            "LosesSlotEvery64thLeave",
            "LIFE-002",
            "does not free the slot of every 64th client that leaves",
            0),
        slipping(
            "GainsSlotEvery64thLeave",
            "LIFE-002",
            "frees two slots when every 64th client leaves",
            2),
        Mutant.of(
                "KeepsBufferOfEveryConnection",
                "LIFE-003",
                "never gives back the receive buffer of 256 KiB that each connection gets",
                Infection.sharing(
                    Hoard::new, hoard -> Infection.ofHandler(game -> new KeepsBuffer(game, hoard))))
            .inTheRightMoment());
  }

  private static Mutant slipping(String mistake, String ruleId, String summary, int freed) {
    return Mutant.of(
            mistake, ruleId, summary, Infection.ofWorld(rules -> new Slipping(rules, freed)))
        .inTheRightMoment()
        .where(Possible.HAS_LIMIT);
  }

  private static final class MovesOfSecond {
    private long second = System.nanoTime();
    private int moves;

    Requests requests(Requests right) {
      return new Spoiling.Passed(right) {
        @Override
        boolean isActedOn() {
          if (System.nanoTime() - second >= SECOND_NANOS) {
            second = System.nanoTime();
            moves = 0;
          }
          moves++;
          return moves <= MOVES_A_SECOND;
        }
      };
    }
  }

  private static final class QueueOfTick {
    private final Set<Requests> movers = new HashSet<>();
    private long tick = System.nanoTime();
    private int moves;

    Requests requests(Requests right) {
      return new Spoiling.Passed(right) {
        @Override
        boolean isActedOn() {
          if (System.nanoTime() - tick >= TICK_NANOS) {
            tick = System.nanoTime();
            moves = 0;
            movers.clear();
          }
          moves++;
          movers.add(this);
          return moves <= QUEUED_MOVES || movers.size() <= FEW_MOVERS;
        }
      };
    }
  }

  private static final class ThousandJoins extends CountedSlots {
    private int joins;

    ThousandJoins(WorldRules rules) {
      super(rules);
    }

    @Override
    public boolean join(int id) {
      if (joins == MOST_JOINS || !super.join(id)) {
        return false;
      }
      joins++;
      return true;
    }
  }

  private static final class Slipping extends CountedSlots {
    private final int freed;
    private int leaves;

    Slipping(WorldRules rules, int freed) {
      super(rules);
      this.freed = freed;
    }

    @Override
    public void leave(int id) {
      leaves++;
      if (leaves % LEAVES_UNTIL_SLIP != 0) {
        super.leave(id);
        return;
      }
      leakDuring(() -> super.leave(id));
      for (int i = 0; i < freed; i++) {
        free();
      }
    }
  }

  private static final class KeepsBuffer extends PassingHandler {
    private final Hoard hoard;

    KeepsBuffer(ConnectionHandler game, Hoard hoard) {
      super(game);
      this.hoard = hoard;
    }

    @Override
    public void opened(Connection connection) {
      hoard.keep(BUFFER_BYTES);
      super.opened(connection);
    }
  }
}
