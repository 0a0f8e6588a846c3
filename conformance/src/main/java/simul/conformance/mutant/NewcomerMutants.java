package simul.conformance.mutant;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import simul.spec.meaning.Protocol;
import simul.spec.meaning.RequestDecoder;
import simul.spec.meaning.Requests;
import simul.spec.reference.Announcer;
import simul.spec.reference.PassingHandler;
import simul.spec.reference.Reassembly;
import simul.spec.reference.io.Connection;
import simul.spec.reference.io.ConnectionHandler;
import simul.spec.world.Cell;
import simul.spec.world.World;

/**
 * Mistakes about newcomers that take a full house, or something else that happens beside the join.
 */
final class NewcomerMutants {
  private static final int MOST_INTRODUCED = 8;

  /** A tick of 20 Hz. */
  private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  /** A newcomer is deaf for so long. */
  private static final long FIRST_MOMENTS_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private NewcomerMutants() {}

  static List<Mutant> all() {
    return List.of(
        announcing(
                "TellsNewcomerOfEightAtMost",
                "JOIN-003",
                "has room for eight others in what it tells a newcomer",
                TellsNewcomerOfEightAtMost::new)
            .inTheRightMoment()
            .where(Possible.TELLS_OF_EACH),
        Mutant.of(
                "HidesSimultaneousNewcomers",
                "JOIN-008",
                "tells clients that join at the same time nothing of one another",
                Infection.sharing(
                    Rounds::new,
                    rounds ->
                        rounds
                            .counting()
                            .and(
                                Infection.ofAnnouncer(
                                    (protocol, world) ->
                                        new HidesSimultaneousNewcomers(protocol, world, rounds)))))
            .inTheRightMoment()
            .where(Possible.TELLS_OF_EACH),
        Mutant.of(
            "TellsMovesToWhoeverHasSentSomething",
            "JOIN-010",
            "tells moves only to clients that have sent something",
            Infection.sharing(
                Talkers::new,
                talkers ->
                    Infection.ofHandler(talkers::handler)
                        .and(Infection.ofAnnouncer(talkers::announcer)))),
        announcing(
                "TellsNewcomerCellsOfLastTick",
                "JOIN-011",
                "tells a newcomer where the others were at the last tick, 20 times a second",
                TellsNewcomerCellsOfLastTick::new)
            .inTheRightMoment()
            .where(Possible.TELLS_OF_EACH),
        Mutant.of(
                "LosesMovesDuringWelcome",
                "JOIN-011",
                "does not tell a newcomer of moves that come together with it",
                Infection.sharing(
                    Rounds::new,
                    rounds ->
                        rounds
                            .counting()
                            .and(
                                Infection.ofAnnouncer(
                                    (protocol, world) ->
                                        new LosesMovesDuringWelcome(protocol, world, rounds)))))
            .inTheRightMoment(),
        Mutant.of(
                "IgnoresFirstMoments",
                "JOIN-012",
                "ignores moves that come within 20 ms of a client's join",
                Infection.ofReassembly(IgnoresFirstMoments::reassembly))
            .inTheRightMoment());
  }

  private static Mutant announcing(
      String mistake,
      String ruleId,
      String summary,
      BiFunction<Protocol, World, Announcer> faulty) {
    return Mutant.of(mistake, ruleId, summary, Infection.ofAnnouncer(faulty));
  }

  private static final class TellsNewcomerOfEightAtMost extends Announcer {
    private int introduced;
    private boolean introducing;

    TellsNewcomerOfEightAtMost(Protocol protocol, World world) {
      super(protocol, world);
    }

    @Override
    protected void introduce(int newcomer, Connection connection) {
      introduced = 0;
      introducing = true;
      super.introduce(newcomer, connection);
      introducing = false;
    }

    @Override
    protected void appear(int observer, Connection listener, int id, Cell cell) {
      if (!introducing || introduced++ < MOST_INTRODUCED) {
        super.appear(observer, listener, id, cell);
      }
    }
  }

  private static final class HidesSimultaneousNewcomers extends Announcer {
    private final Rounds rounds;
    private final Map<Integer, Integer> joins = new HashMap<>();

    HidesSimultaneousNewcomers(Protocol protocol, World world, Rounds rounds) {
      super(protocol, world);
      this.rounds = rounds;
    }

    @Override
    public void joined(int id, Connection connection) {
      joins.put(id, rounds.number());
      super.joined(id, connection);
    }

    @Override
    protected void appear(int observer, Connection listener, int id, Cell cell) {
      if (!joins.get(observer).equals(joins.get(id))) {
        super.appear(observer, listener, id, cell);
      }
    }
  }

  /** Who has sent something, and who is therefore told. */
  private static final class Talkers {
    private final Set<Connection> talkers = new HashSet<>();

    ConnectionHandler handler(ConnectionHandler game) {
      return new PassingHandler(game) {
        @Override
        public void received(Connection connection, byte[] bytes, int from, int to) {
          talkers.add(connection);
          super.received(connection, bytes, from, to);
        }

        @Override
        public void closed(Connection connection, String reason) {
          talkers.remove(connection);
          super.closed(connection, reason);
        }
      };
    }

    Announcer announcer(Protocol protocol, World world) {
      return new Announcer(protocol, world) {
        private boolean moving;

        @Override
        public void moved(int id, Cell before, Cell after, long stamp) {
          moving = true;
          super.moved(id, before, after, stamp);
          moving = false;
        }

        @Override
        protected void tell(Connection listener, byte[] bytes) {
          if (!moving || talkers.contains(listener)) {
            super.tell(listener, bytes);
          }
        }
      };
    }
  }

  private static final class TellsNewcomerCellsOfLastTick extends Announcer {
    private final Map<Integer, Cell> ofLastTick = new TreeMap<>();
    private long tick = System.nanoTime() - TICK_NANOS;
    private boolean introducing;

    TellsNewcomerCellsOfLastTick(Protocol protocol, World world) {
      super(protocol, world);
    }

    private void tick() {
      if (System.nanoTime() - tick >= TICK_NANOS) {
        tick = System.nanoTime();
        ofLastTick.putAll(world().pieces());
      }
    }

    @Override
    public void moved(int id, Cell before, Cell after, long stamp) {
      tick();
      super.moved(id, before, after, stamp);
    }

    @Override
    public void left(int id) {
      ofLastTick.remove(id);
      super.left(id);
    }

    @Override
    protected void introduce(int newcomer, Connection connection) {
      tick();
      introducing = true;
      super.introduce(newcomer, connection);
      introducing = false;
    }

    @Override
    protected void appear(int observer, Connection listener, int id, Cell cell) {
      super.appear(observer, listener, id, introducing ? ofLastTick.getOrDefault(id, cell) : cell);
    }
  }

  private static final class LosesMovesDuringWelcome extends Announcer {
    private final Rounds rounds;
    private final Set<Connection> newcomers = new HashSet<>();
    private int round;
    private boolean moving;

    LosesMovesDuringWelcome(Protocol protocol, World world, Rounds rounds) {
      super(protocol, world);
      this.rounds = rounds;
    }

    @Override
    public void joined(int id, Connection connection) {
      forgetOtherRounds();
      newcomers.add(connection);
      super.joined(id, connection);
    }

    @Override
    public void moved(int id, Cell before, Cell after, long stamp) {
      forgetOtherRounds();
      moving = true;
      super.moved(id, before, after, stamp);
      moving = false;
    }

    private void forgetOtherRounds() {
      if (round != rounds.number()) {
        round = rounds.number();
        newcomers.clear();
      }
    }

    @Override
    protected void tell(Connection listener, byte[] bytes) {
      if (!moving || !newcomers.contains(listener)) {
        super.tell(listener, bytes);
      }
    }
  }

  private static final class IgnoresFirstMoments extends Spoiling.Passed {
    private long joined;

    IgnoresFirstMoments(Requests right, long opened) {
      super(right);
      this.joined = opened;
    }

    static Reassembly reassembly(RequestDecoder decoder) {
      long opened = System.nanoTime();
      return new Spoiling(decoder, right -> new IgnoresFirstMoments(right, opened));
    }

    @Override
    public void hello() {
      joined = System.nanoTime();
      super.hello();
    }

    @Override
    boolean isActedOn() {
      return System.nanoTime() - joined > FIRST_MOMENTS_NANOS;
    }
  }
}
