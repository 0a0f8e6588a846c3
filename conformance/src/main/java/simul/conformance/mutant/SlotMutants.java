package simul.conformance.mutant;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import simul.spec.meaning.Protocol;
import simul.spec.reference.PassingHandler;
import simul.spec.reference.io.Connection;
import simul.spec.reference.io.ConnectionHandler;
import simul.spec.world.Cell;

/** Mistakes about slots of clients that are refused or leave (handout, section 4). */
final class SlotMutants {
  private SlotMutants() {}

  static List<Mutant> all() {
    return List.of(
        ofSlots(
                "TellsOthersOfRefused",
                "FULL-004",
                "tells those who play of a client before it is refused",
                TellsOthersOfRefused::new)
            .where(Possible.HAS_LIMIT.and(Possible.TELLS_OF_EACH)),
        ofSlots(
            "KeepsSlotAfterClose",
            "FULL-006",
            "tells that a client has closed, and does not free its slot",
            KeepsSlotAfterClose::new),
        ofSlots(
            "KeepsSlotAfterHalfClose",
            "FULL-007",
            "tells that a client has closed its sending half, and does not free its slot",
            KeepsSlotAfterHalfClose::new),
        ofSlots(
            "KeepsSlotAfterReset",
            "FULL-008",
            "tells that a client has reset, and does not free its slot",
            KeepsSlotAfterReset::new),
        ofSlots(
            "FreesSlotOfRefused",
            "FULL-012",
            "frees a slot when a client leaves that never had one",
            FreesSlotOfRefused::new),
        ofSlots(
                "FreesSlotTwice",
                "FULL-013",
                "frees a slot when the stream ends and again when the connection breaks after that",
                FreesSlotTwice::new)
            .inTheRightMoment(),
        ofSlots(
                "AdmitsEleventhWhileAnotherLeaves",
                "FULL-013",
                "frees the slot of a client that leaves some time before it frees its ID",
                AdmitsEleventhWhileAnotherLeaves::new)
            .inTheRightMoment());
  }

  /** What the slots, the sockets and the announcer of one server have in common. */
  private static final class House {
    final Told told = new Told();
    CountedSlots slots;
    Protocol protocol;

    Infection inhabited(BiFunction<ConnectionHandler, House, ConnectionHandler> faulty) {
      return (parts, lifeline) -> {
        protocol = parts.protocol();
        slots = new CountedSlots(protocol.spec().world());
        return told.reachable()
            .and(Infection.ofHandler(game -> faulty.apply(game, this)))
            .infect(parts.withWorld(slots), lifeline);
      };
    }
  }

  private static Mutant ofSlots(
      String mistake,
      String ruleId,
      String summary,
      BiFunction<ConnectionHandler, House, ConnectionHandler> faulty) {
    return Mutant.of(
            mistake,
            ruleId,
            summary,
            Infection.sharing(House::new, house -> house.inhabited(faulty)))
        .where(Possible.HAS_LIMIT);
  }

  /** A handler that knows which clients have been refused. */
  private abstract static class Doorman extends PassingHandler {
    private final House house;
    private final Set<Connection> refused = new HashSet<>();

    Doorman(ConnectionHandler game, House house) {
      super(game);
      this.house = house;
    }

    abstract void refused(Connection connection);

    final House house() {
      return house;
    }

    final boolean wasRefused(Connection connection) {
      return refused.contains(connection);
    }

    private void watch(Connection connection, Runnable event) {
      int before = house.slots.refusals();
      event.run();
      if (house.slots.refusals() > before) {
        refused.add(connection);
        refused(connection);
      }
    }

    @Override
    public void opened(Connection connection) {
      watch(connection, () -> super.opened(connection));
    }

    @Override
    public void received(Connection connection, byte[] bytes, int from, int to) {
      watch(connection, () -> super.received(connection, bytes, from, to));
    }

    @Override
    public void closed(Connection connection, String reason) {
      super.closed(connection, reason);
      refused.remove(connection);
    }
  }

  private static final class TellsOthersOfRefused extends Doorman {
    TellsOthersOfRefused(ConnectionHandler game, House house) {
      super(game, house);
    }

    @Override
    void refused(Connection connection) {
      int next = house().protocol.spec().world().slots().lastId() + 1;
      byte[] enter = house().protocol.eventEncoder().enter(next, new Cell(0, 0));
      if (enter.length > 0) {
        house().told.everybody().values().forEach(listener -> listener.send(enter));
      }
    }
  }

  private static final class FreesSlotOfRefused extends Doorman {
    FreesSlotOfRefused(ConnectionHandler game, House house) {
      super(game, house);
    }

    @Override
    void refused(Connection connection) {
      // It is when it leaves that it goes wrong.
    }

    @Override
    public void closed(Connection connection, String reason) {
      if (wasRefused(connection)) {
        house().slots.free();
      }
      super.closed(connection, reason);
    }
  }

  private static final class KeepsSlotAfterClose extends Ends.Probing {
    private final House house;

    KeepsSlotAfterClose(ConnectionHandler game, House house) {
      super(game, house.told);
      this.house = house;
    }

    @Override
    void breaks(Connection connection) {
      house.slots.leakDuring(() -> super.breaks(connection));
    }
  }

  private static final class KeepsSlotAfterHalfClose extends Ends.Probing {
    private final House house;
    private final Set<Connection> halfClosed = new HashSet<>();

    KeepsSlotAfterHalfClose(ConnectionHandler game, House house) {
      super(game, house.told);
      this.house = house;
    }

    @Override
    void staysHalfOpen(Connection connection) {
      halfClosed.add(connection);
      super.staysHalfOpen(connection);
    }

    @Override
    public void closed(Connection connection, String reason) {
      if (halfClosed.remove(connection)) {
        house.slots.leakDuring(() -> super.closed(connection, reason));
      } else {
        super.closed(connection, reason);
      }
    }
  }

  private static final class KeepsSlotAfterReset extends PassingHandler {
    private final House house;

    KeepsSlotAfterReset(ConnectionHandler game, House house) {
      super(game);
      this.house = house;
    }

    @Override
    public void reset(Connection connection) {
      house.slots.leakDuring(() -> super.reset(connection));
    }
  }

  /** Tells a client something once: that this fails proves that a reset has come before it. */
  private static final class FreesSlotTwice extends Ends {
    private static final int ROUNDS_UNTIL_TOLD = 10;

    private final House house;

    FreesSlotTwice(ConnectionHandler game, House house) {
      super(game);
      this.house = house;
    }

    @Override
    void lasts(Connection connection, int rounds) {
      if (rounds == ROUNDS_UNTIL_TOLD) {
        house.told.remind(connection);
      } else if (rounds > ROUNDS_UNTIL_TOLD) {
        connection.close("closed by the client");
      }
    }

    @Override
    void breaks(Connection connection) {
      house.slots.free();
      super.breaks(connection);
    }

    @Override
    void isResetAtOnce(Connection connection) {
      if (connection.isBehind()) {
        house.slots.free();
      }
      super.isResetAtOnce(connection);
    }
  }

  private static final class AdmitsEleventhWhileAnotherLeaves extends Ends {
    private final House house;
    private final Set<Connection> leaving = new HashSet<>();

    AdmitsEleventhWhileAnotherLeaves(ConnectionHandler game, House house) {
      super(game);
      this.house = house;
    }

    @Override
    void lasts(Connection connection, int rounds) {
      if (house.told.id(connection).isPresent() && leaving.add(connection)) {
        house.slots.free();
      }
    }

    @Override
    public void closed(Connection connection, String reason) {
      if (leaving.remove(connection)) {
        house.slots.leakDuring(() -> super.closed(connection, reason));
      } else {
        super.closed(connection, reason);
      }
    }
  }
}
