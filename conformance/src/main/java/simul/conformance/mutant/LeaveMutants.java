package simul.conformance.mutant;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import simul.spec.meaning.Protocol;
import simul.spec.meaning.Requests;
import simul.spec.model.WorldRules;
import simul.spec.reference.Announcer;
import simul.spec.reference.PassingHandler;
import simul.spec.reference.io.Connection;
import simul.spec.reference.io.ConnectionHandler;
import simul.spec.reference.io.Receiver;
import simul.spec.world.Cell;
import simul.spec.world.World;

/** Mistakes in what is told of somebody who leaves (handout, section 3). */
final class LeaveMutants {
  /** What happens within such a time happens at the same moment. */
  private static final long MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private LeaveMutants() {}

  static List<Mutant> all() {
    return List.of(
        announcing(
                "TellsLogoutTwice",
                "LEAVE-001",
                "tells each departure twice",
                TellsLogoutTwice::new)
            .where(Possible.TELLS_LOGOUTS),
        Mutant.of(
                "LosesMovesReadWithEnd",
                "LEAVE-006",
                "drops what it has read when the end of the stream comes with it",
                Infection.ofReceiving(LeaveMutants::dropsAll))
            .inTheRightMoment(),
        Mutant.of(
                "LosesLastByteReadWithEnd",
                "LEAVE-007",
                "counts the end of the stream as a byte, so the move just before it stays cut",
                Infection.ofReceiving(LeaveMutants::dropsLast))
            .inTheRightMoment(),
        announcing(
                "IntroducesWhoHasLeft",
                "LEAVE-008",
                "tells a newcomer of those who have left as well",
                IntroducesWhoHasLeft::new)
            .where(Possible.TELLS_OF_EACH),
        announcing(
                "ForgetsDepartureBesideAnother",
                "LEAVE-009",
                "tells one departure of several at the same moment",
                ForgetsDepartureBesideAnother::new)
            .inTheRightMoment(),
        announcing(
                "MovesLastClientIntoFreedSlot",
                "LEAVE-010",
                "closes the gap in its array, so the last client's moves are told under another ID",
                MovesLastClientIntoFreedSlot::new)
            .inTheRightMoment()
            .where(Possible.TELLS_POSITIONS),
        Mutant.of(
                "KeepsWhoeverLeavesAtOnce",
                "LEAVE-011",
                "misses the departure of a client that leaves within 20 ms and has sent nothing",
                Infection.ofHandler(KeepsWhoeverLeavesAtOnce::new))
            .inTheRightMoment(),
        Mutant.of(
                "IgnoresGoodbye",
                "LEAVE-013",
                "does nothing when a client says goodbye",
                Infection.ofRequests(IgnoresGoodbye::new))
            .where(Possible.HAS_GOODBYE));
  }

  private static Mutant announcing(
      String mistake,
      String ruleId,
      String summary,
      BiFunction<Protocol, World, Announcer> faulty) {
    return Mutant.of(mistake, ruleId, summary, Infection.ofAnnouncer(faulty));
  }

  /** Reads on until there is no more, and says whether that was because the stream had ended. */
  private static boolean readsToTheEnd(Receiver.Source socket, ByteBuffer room) throws IOException {
    int count = socket.read(room);
    while (count > 0 && room.hasRemaining()) {
      Lifeline.nap();
      count = socket.read(room);
    }
    return count < 0;
  }

  private static int dropsAll(Receiver.Source socket, ByteBuffer room) throws IOException {
    return readsToTheEnd(socket, room) ? -1 : room.position();
  }

  private static int dropsLast(Receiver.Source socket, ByteBuffer room) throws IOException {
    return readsToTheEnd(socket, room) ? room.position() - 1 : room.position();
  }

  private static final class TellsLogoutTwice extends Announcer {
    TellsLogoutTwice(Protocol protocol, World world) {
      super(protocol, world);
    }

    @Override
    public void left(int id) {
      super.left(id);
      clients().values().forEach(listener -> tell(listener, encoder().leave(id)));
    }
  }

  private static final class IntroducesWhoHasLeft extends Announcer {
    private final WorldRules rules;
    private final Set<Integer> everybody = new TreeSet<>();

    IntroducesWhoHasLeft(Protocol protocol, World world) {
      super(protocol, world);
      this.rules = protocol.spec().world();
    }

    @Override
    public void joined(int id, Connection connection) {
      everybody.add(id);
      super.joined(id, connection);
    }

    @Override
    protected void introduce(int newcomer, Connection connection) {
      super.introduce(newcomer, connection);
      for (int id : everybody) {
        if (!world().contains(id)) {
          tell(connection, encoder().enter(id, World.inRows(rules, id)));
        }
      }
    }
  }

  private static final class ForgetsDepartureBesideAnother extends Announcer {
    private long last = System.nanoTime() - MOMENT_NANOS;
    private boolean silent;

    ForgetsDepartureBesideAnother(Protocol protocol, World world) {
      super(protocol, world);
    }

    @Override
    public void left(int id) {
      silent = System.nanoTime() - last < MOMENT_NANOS;
      last = System.nanoTime();
      super.left(id);
      silent = false;
    }

    @Override
    protected void tell(Connection listener, byte[] bytes) {
      if (!silent) {
        super.tell(listener, bytes);
      }
    }
  }

  private static final class MovesLastClientIntoFreedSlot extends Announcer {
    private final Map<Integer, Integer> slots = new HashMap<>();
    private byte[] right;
    private byte[] told;

    MovesLastClientIntoFreedSlot(Protocol protocol, World world) {
      super(protocol, world);
    }

    @Override
    public void joined(int id, Connection connection) {
      slots.values().remove(id);
      super.joined(id, connection);
    }

    @Override
    public void left(int id) {
      super.left(id);
      slots.remove(id);
      int last = clients().keySet().stream().mapToInt(Integer::intValue).max().orElse(id);
      if (last > id) {
        slots.put(last, id);
      }
    }

    @Override
    public void moved(int id, Cell before, Cell after, long stamp) {
      right = encoder().position(id, after, stamp);
      told = encoder().position(slots.getOrDefault(id, id), after, stamp);
      super.moved(id, before, after, stamp);
      right = null;
    }

    @Override
    protected void tell(Connection listener, byte[] bytes) {
      super.tell(listener, Arrays.equals(bytes, right) ? told : bytes);
    }
  }

  private static final class KeepsWhoeverLeavesAtOnce extends PassingHandler {
    private final Map<Connection, Long> silent = new HashMap<>();

    KeepsWhoeverLeavesAtOnce(ConnectionHandler game) {
      super(game);
    }

    @Override
    public void opened(Connection connection) {
      silent.put(connection, System.nanoTime());
      super.opened(connection);
    }

    @Override
    public void received(Connection connection, byte[] bytes, int from, int to) {
      silent.remove(connection);
      super.received(connection, bytes, from, to);
    }

    @Override
    public void closed(Connection connection, String reason) {
      Long opened = silent.remove(connection);
      if (opened == null || System.nanoTime() - opened > MOMENT_NANOS) {
        super.closed(connection, reason);
      }
    }
  }

  private static final class IgnoresGoodbye extends Spoiling.Passed {
    IgnoresGoodbye(Requests right) {
      super(right);
    }

    @Override
    public void bye() {
      // Closing the connection is what is missing.
    }
  }
}
