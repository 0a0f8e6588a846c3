package simul.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import simul.conformance.check.Check;
import simul.conformance.check.Selection;
import simul.conformance.odd.Servers;
import simul.conformance.odd.SuiteRun;
import simul.conformance.odd.Tampered;
import simul.conformance.verdict.Verdict;
import simul.spec.meaning.EventEncoder;
import simul.spec.meaning.Protocol;
import simul.spec.reference.PassingHandler;
import simul.spec.reference.ReferenceServer;
import simul.spec.reference.io.Connection;
import simul.spec.reference.io.ConnectionHandler;
import simul.spec.world.Cell;
import simul.spec.world.World;

/** What students hand in: servers that play on, and get something wrong in every answer. */
@Execution(ExecutionMode.CONCURRENT)
class WorstStudentsTest {
  private static final Protocol PROTOCOL = Servers.HOMEWORK3;
  private static final EventEncoder SAY = PROTOCOL.eventEncoder();
  private static final int POSITION_BYTES = SAY.position(0, new Cell(0, 0)).length;
  private static final Duration PATIENCE = Duration.ofMillis(800);

  private static final List<Check> CHECKS =
      new Selection(List.of("FRAME-001", "FRAME-005"), List.of()).of(Checks.all());

  static Stream<Arguments> servers() {
    return Stream.of(
        mistake("starts pieces far off the board", "MOVE-003", () -> startingAt(200, 200)),
        mistake("starts pieces beside the board", "MOVE-003", () -> startingAt(8, 0)),
        mistake(
            "gives everybody the same ID",
            "JOIN-004",
            () -> sending((client, packets, to) -> to.send(withId(packets, 0)))),
        mistake(
            "tells newcomers nothing of the others",
            "JOIN-003",
            () -> sending(new Taciturn()::send)),
        mistake(
            "never answers a move",
            "FRAME-001",
            () -> sending((client, packets, to) -> to.send(isAnswer(packets) ? none() : packets))),
        mistake(
            "answers nobody but the mover",
            "FRAME-001",
            () ->
                sending(
                    (client, packets, to) ->
                        to.send(isAnswer(packets) && client % 2 == 0 ? none() : packets))),
        mistake(
            "answers every move twice",
            "FRAME-001",
            () ->
                sending(
                    (client, packets, to) -> {
                      to.send(packets);
                      to.send(isAnswer(packets) ? packets : none());
                    })),
        mistake(
            "answers with the cell before the move", "FRAME-001", () -> sending(new Late()::send)),
        mistake(
            "answers off the board",
            "FRAME-001",
            () ->
                sending(
                    (client, packets, to) ->
                        to.send(
                            isAnswer(packets)
                                ? SAY.position(packets[2], new Cell(255, 255))
                                : packets))),
        mistake(
            "sends the whole buffer instead of the packet",
            "SEND-001",
            () ->
                sending(
                    (client, packets, to) -> to.send(Arrays.copyOf(packets, packets.length + 3)))),
        mistake(
            "sends another layout",
            "SEND-001",
            () -> Servers.right(Servers.protocol("homework3-wide"))),
        mistake("hangs up after every move", "SEND-002", () -> handling(HangingUp::new)),
        mistake("never frees an ID", "FULL-002", () -> handling(Leaking::new)));
  }

  private static Arguments mistake(String name, String rule, Supplier<ReferenceServer> server) {
    return Arguments.of(name, rule, server);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("servers")
  void failsByTheRuleThatIsBroken(String name, String rule, Supplier<ReferenceServer> server) {
    SuiteRun run;
    try (ReferenceServer target = server.get()) {

      run = SuiteRun.of(PROTOCOL, target.address(), CHECKS, PATIENCE);
    }

    assertThat(run.crash()).isEmpty();
    assertThat(run.defects()).isEmpty();
    assertThat(run.threadsLeft()).isEmpty();
    assertThat(run.rules(Verdict.FAIL)).as(name).contains(rule);
  }

  private static ReferenceServer startingAt(int x, int y) {
    return Servers.of(
        PROTOCOL,
        parts -> parts.withWorld(new World(PROTOCOL.spec().world(), id -> new Cell(x, y))));
  }

  private static ReferenceServer handling(UnaryOperator<ConnectionHandler> handler) {
    return Servers.handling(PROTOCOL, handler);
  }

  private static ReferenceServer sending(Tampered.Outlet outlet) {
    return handling(game -> new Tampered(game, outlet));
  }

  private static boolean isAnswer(byte[] packets) {
    return packets.length == POSITION_BYTES;
  }

  private static byte[] none() {
    return new byte[0];
  }

  private static byte[] withId(byte[] packets, int id) {
    byte[] changed = packets.clone();
    for (int frame = 0; frame < changed.length; frame += changed[frame]) {
      changed[frame + 2] = (byte) id;
    }
    return changed;
  }

  /** Tells each client of itself when it joins, and of moves. */
  private static final class Taciturn {
    private final Set<Integer> told = new HashSet<>();

    void send(int client, byte[] packets, Connection to) {
      boolean own = told.add(client);
      to.send(own || isAnswer(packets) ? packets : none());
    }
  }

  /** Tells of each move when the next one is made. */
  private static final class Late {
    private final byte[][] held = new byte[1000][];

    void send(int client, byte[] packets, Connection to) {
      if (!isAnswer(packets)) {
        to.send(packets);
        return;
      }
      if (held[client] != null) {
        to.send(held[client]);
      }
      held[client] = packets;
    }
  }

  private static final class HangingUp extends PassingHandler {
    HangingUp(ConnectionHandler game) {
      super(game);
    }

    @Override
    public void received(Connection connection, byte[] bytes, int from, int to) {
      super.received(connection, bytes, from, to);
      connection.close("one move is enough");
    }
  }

  /** Its game is for two, and nobody ever leaves it. */
  private static final class Leaking extends PassingHandler {
    private int admitted;

    Leaking(ConnectionHandler game) {
      super(game);
    }

    @Override
    public void opened(Connection connection) {
      if (admitted < 2) {
        admitted++;
        super.opened(connection);
      } else {
        connection.close("refused");
      }
    }
  }
}
