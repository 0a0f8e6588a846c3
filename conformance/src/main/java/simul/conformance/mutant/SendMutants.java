package simul.conformance.mutant;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import simul.spec.meaning.Protocol;
import simul.spec.reference.Announcer;
import simul.spec.reference.PassingHandler;
import simul.spec.reference.io.Connection;
import simul.spec.reference.io.ConnectionHandler;
import simul.spec.reference.io.Receiver;
import simul.spec.reference.io.SelectLoop;
import simul.spec.world.World;

/** Mistakes about clients that others wait for, or that wait for others (handout, section 6). */
final class SendMutants {
  private SendMutants() {}

  static List<Mutant> all() {
    return List.of(
        Mutant.of(
            "SendsSizeOfLastPacket",
            "SEND-001",
            "sends as many bytes as the last packet had when that was longer",
            Infection.ofAnnouncer(SendsSizeOfLastPacket::new)),
        Mutant.of(
                "LetsPacketsCutInOnOneAnother",
                "SEND-001",
                "sends a packet in two parts, between which another client's thread may send",
                Infection.sharing(
                    CutInQueue.Cause::new,
                    cause ->
                        Infection.ofSending(bound -> new CutInQueue(bound, cause))
                            .and(Infection.ofHandler(cause::handler))))
            .inTheRightMoment(),
        Mutant.of(
                "BlamesSenderForShortWrite",
                "SEND-002",
                "disconnects whoever sends next once a socket has not taken all it was given",
                Infection.sharing(
                    Blame::new,
                    blame ->
                        Infection.ofSending(blame::queue).and(Infection.ofHandler(blame::handler))))
            .inTheRightMoment(),
        Mutant.of(
                "BlocksOnSlowReader",
                "SEND-003",
                "waits until the socket has taken everything, and serves nobody meanwhile",
                (parts, lifeline) ->
                    parts.withIo(
                        lifeline.around(
                            SelectLoop.with(
                                Receiver.ONCE, bound -> new BlockingQueue(bound, lifeline)))))
            .inTheRightMoment(),
        Mutant.of(
                "EndsBroadcastAtSlowReader",
                "SEND-003",
                "ends its loop over the clients at the first whose socket takes no more",
                Infection.ofAnnouncer(
                    (protocol, world) ->
                        new EndingBroadcast(protocol, world, Connection::isBehind)))
            .inTheRightMoment(),
        Mutant.of(
                "NeverNoticesResetOfSlowReader",
                "SEND-006",
                "misses the reset of a client for which something waits to be sent",
                Infection.ofHandler(NeverNoticesResetOfSlowReader::new))
            .inTheRightMoment(),
        Mutant.of(
                "TellsNoLogoutToSlowReader",
                "SEND-007",
                "tells no departure to a client for which something waits to be sent",
                Infection.ofAnnouncer(TellsNoLogoutToSlowReader::new))
            .inTheRightMoment(),
        Mutant.of(
                "AdmitsNobodyBesideSlowReader",
                "SEND-008",
                "lets a newcomer wait until all others have been sent everything",
                Infection.ofHandler(AdmitsNobodyBesideSlowReader::new))
            .inTheRightMoment());
  }

  private static final class SendsSizeOfLastPacket extends Announcer {
    private int last;

    SendsSizeOfLastPacket(Protocol protocol, World world) {
      super(protocol, world);
    }

    @Override
    protected void tell(Connection listener, byte[] bytes) {
      boolean isStale = bytes.length > 0 && bytes.length < last;
      super.tell(listener, isStale ? Arrays.copyOf(bytes, last) : bytes);
      last = bytes.length > 0 ? bytes.length : last;
    }
  }

  /** A short write, and that nobody has paid for it yet. */
  private static final class Blame {
    private boolean due;

    SlowReaderQueue queue(int boundBytes) {
      return new SlowReaderQueue(boundBytes) {
        @Override
        boolean shortWrite(int takenBytes, int offeredBytes) {
          due |= !isBehind();
          return super.shortWrite(takenBytes, offeredBytes);
        }
      };
    }

    ConnectionHandler handler(ConnectionHandler game) {
      return new PassingHandler(game) {
        @Override
        public void received(Connection connection, byte[] bytes, int from, int to) {
          if (due) {
            due = false;
            connection.close("the operation would block");
          } else {
            super.received(connection, bytes, from, to);
          }
        }
      };
    }
  }

  private static final class BlockingQueue extends SlowReaderQueue {
    private final Lifeline lifeline;

    BlockingQueue(int boundBytes, Lifeline lifeline) {
      super(boundBytes);
      this.lifeline = lifeline;
    }

    @Override
    boolean shortWrite(int takenBytes, int offeredBytes) {
      boolean ignored = super.shortWrite(takenBytes, offeredBytes);
      Lifeline.nap();
      return !lifeline.isClosing();
    }
  }

  private static final class NeverNoticesResetOfSlowReader extends PassingHandler {
    NeverNoticesResetOfSlowReader(ConnectionHandler game) {
      super(game);
    }

    @Override
    public void reset(Connection connection) {
      if (!connection.isBehind()) {
        super.reset(connection);
      }
    }
  }

  private static final class TellsNoLogoutToSlowReader extends Announcer {
    private boolean leaving;

    TellsNoLogoutToSlowReader(Protocol protocol, World world) {
      super(protocol, world);
    }

    @Override
    public void left(int id) {
      leaving = true;
      super.left(id);
      leaving = false;
    }

    @Override
    protected void tell(Connection listener, byte[] bytes) {
      if (!leaving || !listener.isBehind()) {
        super.tell(listener, bytes);
      }
    }
  }

  private static final class AdmitsNobodyBesideSlowReader extends PassingHandler {
    private final Set<Connection> admitted = new HashSet<>();
    private final Set<Connection> waiting = new LinkedHashSet<>();

    AdmitsNobodyBesideSlowReader(ConnectionHandler game) {
      super(game);
    }

    private void admit() {
      while (!waiting.isEmpty() && admitted.stream().noneMatch(Connection::isBehind)) {
        Connection next = waiting.iterator().next();
        waiting.remove(next);
        admitted.add(next);
        super.opened(next);
      }
    }

    @Override
    public void opened(Connection connection) {
      waiting.add(connection);
      admit();
    }

    @Override
    public void received(Connection connection, byte[] bytes, int from, int to) {
      admit();
      if (admitted.contains(connection)) {
        super.received(connection, bytes, from, to);
      }
    }

    @Override
    public void closed(Connection connection, String reason) {
      waiting.remove(connection);
      if (admitted.remove(connection)) {
        super.closed(connection, reason);
      }
      admit();
    }
  }
}
