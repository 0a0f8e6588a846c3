package simul.conformance.mutant;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import simul.spec.meaning.Protocol;
import simul.spec.meaning.Requests;
import simul.spec.model.Sender;
import simul.spec.reference.PassingHandler;
import simul.spec.reference.Reassembly;
import simul.spec.reference.io.Connection;
import simul.spec.reference.io.ConnectionHandler;
import simul.spec.wire.ByteQueue;
import simul.spec.wire.FrameDecoder;
import simul.spec.wire.FrameFault;

/** Mistakes that bad input of one client lets others feel (handout, section 7). */
final class GarbageMutants {
  private static final int CRASH_BYTES = 1 << 19;
  private static final long BESIDE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private GarbageMutants() {}

  static List<Mutant> all() {
    return List.of(
        ofBad(
            "DisconnectsNeighbourOfBadClient",
            "BAD-008",
            "closes the socket beside that of a client that has sent bad input as well",
            DisconnectsNeighbour::new),
        Mutant.of(
                "CrashesAfterMuchGarbage",
                "BAD-009",
                "passes garbage over and crashes when one client has sent 512 KiB of it",
                (parts, lifeline) ->
                    parts.withReassembly(
                        decoder -> new Faults(decoder, new CrashesAfterMuchGarbage(lifeline))))
            .inTheRightMoment(),
        ofBad(
                "LosesInputBesideBadInput",
                "BAD-010",
                "empties the buffers of all clients when one has sent bad input",
                LosesInputBeside::new)
            .inTheRightMoment(),
        ofBad(
            "KeepsSlotOfBadClient",
            "BAD-011",
            "closes the socket of a client that has sent bad input, and leaves it in the game",
            KeepsSlot::new),
        Mutant.of(
            "RelaysServersPackets",
            "BAD-012",
            "passes on to everybody what a client sends that looks like a server's packet",
            Infection.sharing(
                Told::new,
                told ->
                    told.reachable()
                        .and(
                            (parts, lifeline) ->
                                parts.withReassembly(
                                    decoder ->
                                        new Faults(
                                            decoder,
                                            new RelaysServersPackets(parts.protocol(), told)))))),
        Mutant.of(
                "KeepsGarbage",
                "BAD-013",
                "passes garbage over, and keeps each byte of it",
                Infection.sharing(
                    Hoard::new,
                    hoard ->
                        Infection.ofReassembly(
                            decoder ->
                                new Faults(
                                    decoder,
                                    (fault, rest, requests) -> {
                                      hoard.keep(rest.size());
                                      rest.clear();
                                      return Optional.empty();
                                    }))))
            .inTheRightMoment());
  }

  private static Mutant ofBad(
      String mistake,
      String ruleId,
      String summary,
      BiFunction<ConnectionHandler, BadClients, ConnectionHandler> faulty) {
    return Mutant.of(
        mistake,
        ruleId,
        summary,
        Infection.sharing(
            BadClients::new,
            bad -> bad.noticing().and(Infection.ofHandler(game -> faulty.apply(game, bad)))));
  }

  /** Knows, right after a receive, whether it brought bad input. */
  private static final class BadClients {
    private boolean found;

    Infection noticing() {
      return Infection.ofReassembly(
          decoder -> {
            Reassembly right = new Reassembly.Buffered(decoder);
            return (bytes, from, to, requests) -> {
              Optional<String> reason = right.received(bytes, from, to, requests);
              found = reason.isPresent();
              return reason;
            };
          });
    }
  }

  /** A handler that is told who has sent bad input. */
  private abstract static class Noticing extends PassingHandler {
    private final BadClients bad;

    Noticing(ConnectionHandler game, BadClients bad) {
      super(game);
      this.bad = bad;
    }

    abstract void isBad(Connection connection);

    @Override
    public void received(Connection connection, byte[] bytes, int from, int to) {
      bad.found = false;
      super.received(connection, bytes, from, to);
      if (bad.found) {
        isBad(connection);
      }
    }
  }

  private static final class DisconnectsNeighbour extends Noticing {
    private final List<Connection> sockets = new ArrayList<>();

    DisconnectsNeighbour(ConnectionHandler game, BadClients bad) {
      super(game, bad);
    }

    @Override
    void isBad(Connection connection) {
      int at = sockets.indexOf(connection);
      if (sockets.size() > 1) {
        sockets.get(at > 0 ? at - 1 : 1).close("bad input");
      }
    }

    @Override
    public void opened(Connection connection) {
      sockets.add(connection);
      super.opened(connection);
    }

    @Override
    public void closed(Connection connection, String reason) {
      sockets.remove(connection);
      super.closed(connection, reason);
    }
  }

  private static final class LosesInputBeside extends Noticing {
    private long last = System.nanoTime() - BESIDE_NANOS;

    LosesInputBeside(ConnectionHandler game, BadClients bad) {
      super(game, bad);
    }

    @Override
    void isBad(Connection connection) {
      last = System.nanoTime();
    }

    @Override
    public void received(Connection connection, byte[] bytes, int from, int to) {
      if (System.nanoTime() - last >= BESIDE_NANOS) {
        super.received(connection, bytes, from, to);
      }
    }
  }

  private static final class KeepsSlot extends Noticing {
    private final Set<Connection> kept = new HashSet<>();

    KeepsSlot(ConnectionHandler game, BadClients bad) {
      super(game, bad);
    }

    @Override
    void isBad(Connection connection) {
      kept.add(connection);
    }

    @Override
    public void closed(Connection connection, String reason) {
      if (!kept.remove(connection)) {
        super.closed(connection, reason);
      }
    }
  }

  private static final class CrashesAfterMuchGarbage implements Faults.Response {
    private final Lifeline lifeline;
    private long passedOver;

    CrashesAfterMuchGarbage(Lifeline lifeline) {
      this.lifeline = lifeline;
    }

    @Override
    public Optional<String> respond(FrameFault fault, ByteQueue rest, Requests requests) {
      passedOver += rest.size();
      rest.clear();
      if (passedOver >= CRASH_BYTES) {
        lifeline.crash("the buffer is full");
      }
      return Optional.empty();
    }
  }

  private static final class RelaysServersPackets implements Faults.Response {
    private final FrameDecoder decoder;
    private final Told told;

    RelaysServersPackets(Protocol protocol, Told told) {
      this.decoder = protocol.packets(Sender.SERVER).newRunningDecoder();
      this.told = told;
    }

    @Override
    public Optional<String> respond(FrameFault fault, ByteQueue rest, Requests requests) {
      if (decoder.next(rest.array(), rest.start(), rest.end()) == FrameDecoder.Status.COMPLETE) {
        byte[] packet = rest.toArray();
        told.everybody().values().forEach(listener -> listener.send(packet));
      }
      return Optional.of("bad input: " + fault.message());
    }
  }
}
