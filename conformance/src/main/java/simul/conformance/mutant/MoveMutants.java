package simul.conformance.mutant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import simul.spec.meaning.Protocol;
import simul.spec.reference.Announcer;
import simul.spec.reference.PassingHandler;
import simul.spec.reference.io.Connection;
import simul.spec.reference.io.ConnectionHandler;
import simul.spec.world.Cell;
import simul.spec.world.World;

/** Mistakes in who is told of a move, and what (handout, section 2). */
final class MoveMutants {
  private MoveMutants() {}

  static List<Mutant> all() {
    return List.of(
        announcing(
                "TellsMoveToMoverOnly",
                "MOVE-002",
                "tells nobody but the mover of a move",
                TellsMoveToMoverOnly::new)
            .where(Possible.OTHERS_ARE_TOLD),
        announcing(
                "TellsMoveToOthersOnly",
                "MOVE-002",
                "tells everybody but the mover of a move",
                TellsMoveToOthersOnly::new)
            .where(Possible.MOVER_IS_TOLD),
        announcing(
            "TellsMoveTwice",
            "MOVE-002",
            "tells everybody of each move twice",
            TellsMoveTwice::new),
        Mutant.of(
                "SwapsMovesForLastClient",
                "MOVE-002",
                "tells whoever joined last the first two moves of a receive in reverse order",
                Infection.sharing(
                    SwappedMoves::new,
                    swapped ->
                        Infection.ofHandler(swapped::handler)
                            .and(Infection.ofAnnouncer(swapped::announcer))))
            .inTheRightMoment()
            .where(Possible.OTHERS_ARE_TOLD),
        announcing(
                "TellsOthersOldCell",
                "MOVE-004",
                "tells everybody but the mover where the piece was before the move",
                TellsOthersOldCell::new)
            .where(Possible.OTHERS_ARE_TOLD.and(Possible.TELLS_POSITIONS)),
        announcing(
                "DisconnectsAtTheEdge",
                "MOVE-009",
                "disconnects a client whose move is blocked",
                DisconnectsAtTheEdge::new)
            .where(Possible.HAS_EDGE),
        Mutant.of(
            "TellsOnlyLastMoveOfReceive",
            "MOVE-011",
            "tells only where the piece is once all moves of a receive are done",
            Infection.sharing(
                LastMoveOfReceive::new,
                last ->
                    Infection.ofHandler(last::handler)
                        .and(Infection.ofAnnouncer(last::announcer)))));
  }

  private static Mutant announcing(
      String mistake,
      String ruleId,
      String summary,
      BiFunction<Protocol, World, Announcer> faulty) {
    return Mutant.of(mistake, ruleId, summary, Infection.ofAnnouncer(faulty));
  }

  /** An announcer that knows, while it tells of a move, whose move it is. */
  private abstract static class OfMoves extends Announcer {
    private Connection mover;

    OfMoves(Protocol protocol, World world) {
      super(protocol, world);
    }

    @Override
    public void moved(int id, Cell before, Cell after, long stamp) {
      mover = clients().get(id);
      super.moved(id, before, after, stamp);
      mover = null;
    }

    @Override
    protected final void tell(Connection listener, byte[] bytes) {
      if (mover == null || isTold(listener, mover)) {
        super.tell(listener, bytes);
      }
    }

    abstract boolean isTold(Connection listener, Connection mover);
  }

  private static final class TellsMoveToMoverOnly extends OfMoves {
    TellsMoveToMoverOnly(Protocol protocol, World world) {
      super(protocol, world);
    }

    @Override
    boolean isTold(Connection listener, Connection mover) {
      return listener.equals(mover);
    }
  }

  private static final class TellsMoveToOthersOnly extends OfMoves {
    TellsMoveToOthersOnly(Protocol protocol, World world) {
      super(protocol, world);
    }

    @Override
    boolean isTold(Connection listener, Connection mover) {
      return !listener.equals(mover);
    }
  }

  private static final class TellsMoveTwice extends Announcer {
    TellsMoveTwice(Protocol protocol, World world) {
      super(protocol, world);
    }

    @Override
    public void moved(int id, Cell before, Cell after, long stamp) {
      super.moved(id, before, after, stamp);
      super.moved(id, before, after, stamp);
    }
  }

  private static final class TellsOthersOldCell extends Announcer {
    private Connection mover;
    private byte[] right;
    private byte[] old;

    TellsOthersOldCell(Protocol protocol, World world) {
      super(protocol, world);
    }

    @Override
    public void moved(int id, Cell before, Cell after, long stamp) {
      mover = clients().get(id);
      right = encoder().position(id, after, stamp);
      old = encoder().position(id, before, stamp);
      super.moved(id, before, after, stamp);
      right = null;
    }

    @Override
    protected void tell(Connection listener, byte[] bytes) {
      boolean isOld = Arrays.equals(bytes, right) && !listener.equals(mover);
      super.tell(listener, isOld ? old : bytes);
    }
  }

  private static final class DisconnectsAtTheEdge extends Announcer {
    DisconnectsAtTheEdge(Protocol protocol, World world) {
      super(protocol, world);
    }

    @Override
    public void moved(int id, Cell before, Cell after, long stamp) {
      super.moved(id, before, after, stamp);
      if (before.equals(after)) {
        clients().get(id).close("a move that cannot be made");
      }
    }
  }

  /** What one client is told during a receive, to be told in another order. */
  private static final class SwappedMoves {
    private final List<byte[]> held = new ArrayList<>();
    private Connection last;
    private boolean receiving;

    ConnectionHandler handler(ConnectionHandler game) {
      return new PassingHandler(game) {
        @Override
        public void received(Connection connection, byte[] bytes, int from, int to) {
          receiving = true;
          super.received(connection, bytes, from, to);
          receiving = false;
          if (held.size() > 1) {
            held.add(0, held.remove(1));
          }
          held.forEach(last::send);
          held.clear();
        }
      };
    }

    Announcer announcer(Protocol protocol, World world) {
      return new Announcer(protocol, world) {
        @Override
        public void joined(int id, Connection connection) {
          last = null;
          super.joined(id, connection);
          last = connection;
        }

        @Override
        protected void tell(Connection listener, byte[] bytes) {
          if (receiving && bytes.length > 0 && listener.equals(last)) {
            held.add(bytes);
          } else {
            super.tell(listener, bytes);
          }
        }
      };
    }
  }

  /** The moves of a receive, of which all but the last are forgotten. */
  private static final class LastMoveOfReceive {
    private boolean receiving;
    private Runnable tell = () -> {};

    ConnectionHandler handler(ConnectionHandler game) {
      return new PassingHandler(game) {
        @Override
        public void received(Connection connection, byte[] bytes, int from, int to) {
          receiving = true;
          super.received(connection, bytes, from, to);
          receiving = false;
          tell.run();
          tell = () -> {};
        }
      };
    }

    Announcer announcer(Protocol protocol, World world) {
      return new Announcer(protocol, world) {
        @Override
        public void moved(int id, Cell before, Cell after, long stamp) {
          if (receiving) {
            tell = () -> moved(id, before, after, stamp);
          } else {
            super.moved(id, before, after, stamp);
          }
        }
      };
    }
  }
}
