package simul.conformance.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simul.conformance.mutant.Mutants;
import simul.conformance.odd.Servers;
import simul.conformance.verdict.Evidence;
import simul.conformance.verdict.Expectation;
import simul.conformance.verdict.Finding;
import simul.conformance.verdict.Hint;
import simul.conformance.verdict.Observation;
import simul.conformance.verdict.Stimulus;
import simul.spec.meaning.Protocol;
import simul.spec.model.Direction;
import simul.spec.reference.ReferenceServer;
import simul.spec.wire.HexDump;
import simul.spec.world.Cell;
import simul.spec.world.World;

/** Scripts made by hand, on homework3. The reference server's pieces start in a row. */
@Execution(ExecutionMode.CONCURRENT)
class TrialTest {
  private static final Protocol PROTOCOL = Servers.HOMEWORK3;

  /** What comes is never waited for, so a busy machine may take its time. */
  private static final Duration LONG = Duration.ofSeconds(5);

  /** What does not come is waited for once. */
  private static final Duration SHORT = Duration.ofMillis(400);

  private static byte[] move(Direction direction) {
    return PROTOCOL.requestEncoder().move(direction);
  }

  private static byte[] bytes(String hex) {
    return HexDump.parse(hex);
  }

  private static Outcome run(ReferenceServer server, Script script) {
    return run(server, script, LONG);
  }

  private static Outcome run(ReferenceServer server, Script script, Duration patience) {
    try (server) {
      return Trial.run(new Target(PROTOCOL, server.address(), patience), script);
    }
  }

  private static ReferenceServer right() {
    return Servers.right(PROTOCOL);
  }

  private static ReferenceServer mutant(String name) {
    return Servers.of(PROTOCOL, Mutants.find(name).orElseThrow().infect());
  }

  private static Finding finding(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Broke.class);
    return ((Outcome.Broke) outcome).finding();
  }

  @Test
  void rightServerHoldsWhateverTheSegments() {
    Script script =
        new Script.Builder(3)
            .send(0, bytes("03"))
            .send(1, bytes("03 01 01 03 01"))
            .send(0, bytes("01 03 03 01 03 03"))
            .send(1, bytes("03"))
            .settle()
            .send(0, bytes("01 01"))
            .build();

    assertThat(run(right(), script)).isInstanceOf(Outcome.Held.class);
  }

  @Test
  void emptyScriptHolds() {
    assertThat(run(right(), new Script.Builder(1).build()))
        .isEqualTo(new Outcome.Held(Evidence.PROVEN));
  }

  @Test
  void halfPacketAtTheEndIsNobodysFault() {
    Script script = new Script.Builder(2).send(0, bytes("03 01")).settle().build();

    assertThat(run(right(), script)).isInstanceOf(Outcome.Held.class);
  }

  @Test
  void writerIsToldWhereThePlayersStart() {
    List<Cell> starts = new ArrayList<>();
    try (ReferenceServer server = right()) {

      Outcome outcome =
          Trial.run(
              new Target(PROTOCOL, server.address(), LONG),
              3,
              players -> {
                players.forEach(player -> starts.add(player.cell()));
                return new Script.Builder(3).settle().build();
              });

      assertThat(outcome).isInstanceOf(Outcome.Held.class);
    }
    assertThat(starts).containsExactly(new Cell(0, 0), new Cell(1, 0), new Cell(2, 0));
  }

  @Test
  void findingTellsTheStageInWhichItShowed() {
    Script script =
        new Script.Builder(2)
            .send(0, move(Direction.RIGHT))
            .settle()
            .send(0, bytes("03"))
            .send(0, bytes("01 03"))
            .settle()
            .build();

    Outcome outcome = run(mutant("takes-lone-byte-for-packet"), script);

    Finding finding = finding(outcome);
    assertThat(((Outcome.Broke) outcome).script()).isEqualTo(script);
    assertThat(finding.sent().sends())
        .containsExactly(new Stimulus.Sent("a", List.of("MOVE right"), List.of(1, 2), true, false));
    assertThat(finding.expected()).isEqualTo(new Expectation.Position(0, new Cell(2, 0)));
    assertThat(finding.actual()).isInstanceOf(Observation.Closed.class);
    assertThat(finding.actual().client()).isEqualTo("a");
    assertThat(finding.hint()).contains(Hint.TAKES_LONE_BYTE_FOR_PACKET);
    assertThat(finding.replay()).isEmpty();
  }

  @Test
  void wrongPositionIsHeldAgainstTheOneThatWasDue() {
    Script script =
        new Script.Builder(2)
            .send(1, bytes("03 01 01 03 01 01 03 01 03"))
            .settle()
            .send(0, move(Direction.DOWN))
            .settle()
            .build();

    Finding finding = finding(run(mutant("drops-second-coalesced-frame"), script));

    assertThat(finding.expected()).isEqualTo(new Expectation.Position(1, new Cell(1, 2)));
    assertThat(finding.actual()).isEqualTo(new Observation.OtherPosition("a", 1, new Cell(2, 1)));
    assertThat(HexDump.hex(finding.received())).startsWith("05 01 01 02 01");
  }

  @Test
  void moveThatNobodyMadeIsUnasked() {
    Script script =
        new Script.Builder(2)
            .send(0, bytes("03 01"))
            .send(0, bytes("03"))
            .settle()
            .send(0, move(Direction.LEFT))
            .settle()
            .build();

    Finding finding = finding(run(mutant("repeats-packet-that-was-cut"), script));

    assertThat(finding.expected()).isEqualTo(new Expectation.NoMorePositions(0));
    assertThat(finding.actual()).isEqualTo(new Observation.UnaskedPosition("a", 0, new Cell(2, 0)));
  }

  @Test
  void lateMoveIsFoundByTheFence() {
    Script script = new Script.Builder(2).send(0, bytes("03 01 03 03 01 03")).build();

    Finding finding = finding(run(mutant("handles-one-frame-per-receive"), script, SHORT));

    assertThat(finding.actual())
        .isEqualTo(new Observation.Silence("a", 400, Observation.Life.SERVES_OTHERS));
  }

  /** What a server does at the edge, and what its spec says of it. */
  @ParameterizedTest
  @CsvSource({
    "always,   always,   holds",
    "always,   optional, holds",
    "always,   never,    breaks",
    "never,    always,   breaks",
    "never,    optional, holds",
    "never,    never,    holds",
  })
  void moveOffTheBoardIsAnsweredAsTheSpecSays(String server, String spec, String end) {
    Protocol served = Servers.homework3With("blocked-reply: optional", "blocked-reply: " + server);
    Protocol judged = Servers.homework3With("blocked-reply: optional", "blocked-reply: " + spec);
    Script script =
        new Script.Builder(2)
            .send(0, bytes("03 01 00 03 01 02 03 01 01 03 01 02 03 01 00"))
            .settle()
            .send(0, bytes("03 01 00"))
            .settle()
            .build();
    boolean holds = end.equals("holds");
    Outcome outcome;
    try (ReferenceServer target = Servers.right(served)) {

      outcome = Trial.run(new Target(judged, target.address(), holds ? LONG : SHORT), script);
    }

    assertThat(outcome).isInstanceOf(holds ? Outcome.Held.class : Outcome.Broke.class);
  }

  @Test
  void targetThatAnswersLongIsWaitedFor() {
    Script.Builder script = new Script.Builder(2);
    byte[] there = move(Direction.DOWN);
    byte[] back = move(Direction.UP);
    byte[] all = new byte[30 * (there.length + back.length)];
    for (int at = 0; at < all.length; at += there.length + back.length) {
      System.arraycopy(there, 0, all, at, there.length);
      System.arraycopy(back, 0, all, at + there.length, back.length);
    }

    Outcome outcome =
        run(
            Servers.takingItsTime(PROTOCOL, Duration.ofMillis(20)),
            script.send(0, all).settle().build(),
            Duration.ofMillis(600));

    assertThat(outcome).isInstanceOf(Outcome.Held.class);
  }

  @Test
  void morePlayersThanPlayAtATimeIsUndecided() {
    assertThat(run(right(), new Script.Builder(11).settle().build(), SHORT))
        .isEqualTo(new Outcome.Undecided("the server is full: 10 play, of 10"));
  }

  @Test
  void nobodyListeningIsUnreachable() throws IOException {
    InetSocketAddress dead;
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(Servers.anyPort());
      dead = (InetSocketAddress) socket.getLocalSocketAddress();
    }

    Outcome outcome = Trial.run(new Target(PROTOCOL, dead, LONG), new Script.Builder(1).build());

    assertThat(outcome).isInstanceOf(Outcome.Unreachable.class);
    assertThat(((Outcome.Unreachable) outcome).reason())
        .endsWith(dead.getPort() + ": connection refused, nobody listens there");
  }

  @Test
  void pieceThatStartsOffTheBoardIsJudgedBeforeTheScriptIsMade() {
    ReferenceServer astray =
        Servers.of(
            PROTOCOL,
            parts ->
                parts.withWorld(new World(PROTOCOL.spec().world(), id -> new Cell(0, 8 + id))));

    Outcome outcome = run(astray, new Script.Builder(2).build());

    assertThat(outcome).isInstanceOf(Outcome.Prevented.class);
    Outcome.Prevented prevented = (Outcome.Prevented) outcome;
    assertThat(prevented.ruleId()).isEqualTo("MOVE-003");
    assertThat(prevented.finding())
        .isEqualTo(
            new Finding(
                new Stimulus(List.of(), Evidence.PROVEN),
                new Expectation.CellOfBoard(8, 8),
                new Observation.OtherPosition("a", 0, new Cell(0, 8)),
                bytes("03 02 00 05 01 00 00 08 03 02 01 05 01 01 00 09"),
                Optional.empty(),
                Optional.empty()));
    assertThat(prevented.transcript()).isPresent();
  }
}
