package simul.conformance.mutant;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import simul.spec.meaning.Protocol;
import simul.spec.reference.Announcer;
import simul.spec.reference.PassingHandler;
import simul.spec.reference.io.Connection;
import simul.spec.reference.io.ConnectionHandler;
import simul.spec.world.Cell;
import simul.spec.world.World;

/** Mistakes about some ways to leave, or in the moment of it (handout, section 3). */
final class DepartureMutants {
  private DepartureMutants() {}

  static List<Mutant> all() {
    return List.of(
        ofEnds(
                "TellsLogoutTwiceAfterHalfClose",
                "LEAVE-001",
                "tells a departure when a client closes a half and again when the other is closed",
                TwiceAfterHalfClose::new)
            .inTheRightMoment()
            .where(Possible.TELLS_LOGOUTS),
        ofEnds(
            "ForgetsLogoutOfWhoeverCloses",
            "LEAVE-002",
            "tells nobody of the departure of a client that closes its connection",
            SilentAfterClose::new),
        ofEnds(
            "NeverNoticesHalfClose",
            "LEAVE-003",
            "takes the end of a stream for a pause, unless the connection breaks as well",
            NeverNoticesHalfClose::new),
        Mutant.of(
            "NeverNoticesReset",
            "LEAVE-004",
            "forgets that a client is to leave the game when a receive fails",
            Infection.ofHandler(NeverNoticesReset::new)),
        Mutant.of(
                "NeverNoticesResetAfterNews",
                "LEAVE-005",
                "misses the reset of a client that has been told of moves since it last sent",
                Infection.sharing(
                    News::new,
                    news ->
                        Infection.ofHandler(news::handler)
                            .and(Infection.ofAnnouncer(news::announcer))))
            .inTheRightMoment(),
        Mutant.of(
                "EndsBroadcastAtDeadSocket",
                "LEAVE-012",
                "ends its loop over the clients at the first that is about to leave",
                Infection.sharing(
                    DeadSockets::new,
                    dead ->
                        Infection.ofHandler(dead::handler)
                            .and(
                                Infection.ofAnnouncer(
                                    (protocol, world) ->
                                        new EndingBroadcast(
                                            protocol, world, dead.sockets::contains)))))
            .inTheRightMoment());
  }

  private static Mutant ofEnds(
      String mistake,
      String ruleId,
      String summary,
      BiFunction<ConnectionHandler, Told, ConnectionHandler> faulty) {
    return Mutant.of(
        mistake,
        ruleId,
        summary,
        Infection.sharing(
            Told::new,
            told -> told.reachable().and(Infection.ofHandler(game -> faulty.apply(game, told)))));
  }

  private static final class TwiceAfterHalfClose extends Ends.Probing {
    private final Told told;

    TwiceAfterHalfClose(ConnectionHandler game, Told told) {
      super(game, told);
      this.told = told;
    }

    @Override
    void staysHalfOpen(Connection connection) {
      told.id(connection).ifPresent(told::tellLogout);
      super.staysHalfOpen(connection);
    }
  }

  private static final class SilentAfterClose extends Ends.Probing {
    private final Told told;

    SilentAfterClose(ConnectionHandler game, Told told) {
      super(game, told);
      this.told = told;
    }

    @Override
    void breaks(Connection connection) {
      told.nothingDuring(() -> super.breaks(connection));
    }
  }

  private static final class NeverNoticesHalfClose extends Ends.Probing {
    NeverNoticesHalfClose(ConnectionHandler game, Told told) {
      super(game, told);
    }

    @Override
    void staysHalfOpen(Connection connection) {
      // It waits for more.
    }
  }

  private static final class NeverNoticesReset extends PassingHandler {
    NeverNoticesReset(ConnectionHandler game) {
      super(game);
    }

    @Override
    public void reset(Connection connection) {
      // The socket is closed, and that is all.
    }
  }

  /** Who has been told of others' moves since it last sent something. */
  private static final class News {
    private final Set<Connection> told = new HashSet<>();

    ConnectionHandler handler(ConnectionHandler game) {
      return new PassingHandler(game) {
        @Override
        public void received(Connection connection, byte[] bytes, int from, int to) {
          told.remove(connection);
          super.received(connection, bytes, from, to);
        }

        @Override
        public void reset(Connection connection) {
          if (!told.contains(connection)) {
            super.reset(connection);
          }
        }

        @Override
        public void closed(Connection connection, String reason) {
          told.remove(connection);
          super.closed(connection, reason);
        }
      };
    }

    Announcer announcer(Protocol protocol, World world) {
      return new Announcer(protocol, world) {
        @Override
        public void moved(int id, Cell before, Cell after, long stamp) {
          told.addAll(clients().values());
          told.remove(clients().get(id));
          super.moved(id, before, after, stamp);
        }
      };
    }
  }

  /** Clients whose stream has ended and who have not been taken out of the game yet. */
  private static final class DeadSockets {
    private final Set<Connection> sockets = new HashSet<>();

    ConnectionHandler handler(ConnectionHandler game) {
      return new Ends(game) {
        @Override
        void lasts(Connection connection, int rounds) {
          sockets.add(connection);
        }

        @Override
        public void closed(Connection connection, String reason) {
          sockets.remove(connection);
          super.closed(connection, reason);
        }
      };
    }
  }
}
