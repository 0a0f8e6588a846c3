package simul.bots.swarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static simul.bots.swarm.Swarms.SHORT;
import static simul.bots.swarm.Swarms.isPosition;
import static simul.bots.swarm.Swarms.plan;
import static simul.bots.swarm.Swarms.rules;
import static simul.bots.swarm.Swarms.swarm;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import simul.bots.measure.SwarmResult;
import simul.spec.load.SpecLoader;
import simul.spec.meaning.Protocol;
import simul.spec.model.WorldRules;
import simul.spec.reference.Parts;
import simul.spec.reference.PassingHandler;
import simul.spec.reference.ReferenceServer;
import simul.spec.reference.io.Connection;
import simul.spec.world.World;

@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
class SwarmTest {
  @Test
  void tenBotsSeeEveryMoveOnRightServer() throws Exception {
    try (ReferenceServer server = TamperedServer.right()) {
      SwarmResult result = swarm(server, 10);

      assertThat(result.verdict()).isEqualTo(SwarmResult.Verdict.PASS);
      assertThat(result.clients()).isEqualTo(new SwarmResult.Clients(10, 10, 0, 0, 10));
      assertThat(result.moves()).isEqualTo(new SwarmResult.Moves(200, 200, 200, 0));
      assertThat(result.sights()).isEqualTo(new SwarmResult.Sights(2000, 2000));
      assertThat(result.times().response().count()).isEqualTo(200);
      assertThat(result.times().propagation().count()).isEqualTo(1800);
    }
  }

  @Test
  void elevenBotsAreTenAndOneThatTheLimitExplains() throws Exception {
    try (ReferenceServer server = TamperedServer.right()) {
      SwarmResult result = swarm(server, 11);

      assertThat(result.verdict()).isEqualTo(SwarmResult.Verdict.PASS);
      assertThat(result.clients()).isEqualTo(new SwarmResult.Clients(11, 10, 1, 0, 10));
      assertThat(result.clients().asExpected()).isTrue();
    }
  }

  @Test
  void botsThatAreNeverToldWhoTheyAreFindOut() throws Exception {
    Protocol nameless = Protocol.of(SpecLoader.load("nameless"));
    try (ReferenceServer server =
        ReferenceServer.start(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), Parts.of(nameless))) {
      Load load = Load.of(11, 50, Duration.ofMillis(400)).withRamp(1000);
      SwarmPlan plan =
          new SwarmPlan(nameless, server.address(), load, 7, SwarmPlan.DEFAULT_PATIENCE);

      SwarmResult result = new Swarm(plan).run(progress -> {});

      assertThat(result.firstViolations()).isEmpty();
      assertThat(result.clients()).isEqualTo(new SwarmResult.Clients(11, 10, 1, 0, 10));
      assertThat(result.sights().received()).isEqualTo(result.sights().expected()).isPositive();
    }
  }

  @Test
  void nextSwarmFindsTheSlotsOfTheLastOneFree() throws Exception {
    try (ReferenceServer server = TamperedServer.right()) {
      swarm(server, 10);

      SwarmResult result = swarm(server, 10);

      assertThat(result.clients()).isEqualTo(new SwarmResult.Clients(10, 10, 0, 0, 10));
      assertThat(result.firstViolations()).isEmpty();
    }
  }

  @Test
  void strangersInTheGameExplainRefusals() throws Exception {
    try (ReferenceServer server = TamperedServer.right();
        java.net.Socket stranger =
            new java.net.Socket(server.address().getAddress(), server.address().getPort())) {
      assertThat(stranger.getInputStream().read()).isEqualTo(3);

      SwarmResult result = swarm(server, 10);

      assertThat(result.clients()).isEqualTo(new SwarmResult.Clients(10, 9, 1, 1, 10));
      assertThat(result.clients().asExpected()).isTrue();
      assertThat(result.verdict()).isEqualTo(SwarmResult.Verdict.PASS);
    }
  }

  @Test
  void sameSeedMakesTheSameMoves() throws Exception {
    List<byte[]> first = new java.util.ArrayList<>();
    List<byte[]> second = new java.util.ArrayList<>();

    for (List<byte[]> sent : List.of(first, second)) {
      try (ReferenceServer server =
          TamperedServer.sending(
              (client, packets, to) -> {
                if (client == 0 && isPosition(packets) && packets[2] == 0) {
                  sent.add(packets.clone());
                }
                to.send(packets);
              })) {
        swarm(server, 3);
      }
    }

    assertThat(first).hasSizeGreaterThan(10).usingRecursiveComparison().isEqualTo(second);
  }

  @Test
  void serverThatAdmitsTheEleventhBreaksTheLimit() throws Exception {
    WorldRules rules = TamperedServer.PROTOCOL.spec().world();
    WorldRules roomy =
        new WorldRules(rules.width(), rules.height(), rules.blockedReply(), rules.maxClients() + 1);
    try (ReferenceServer server =
        TamperedServer.of(parts -> parts.withWorld(World.inRows(roomy)))) {
      SwarmResult result = swarm(server, 11);

      assertThat(result.verdict()).isEqualTo(SwarmResult.Verdict.FAIL);
      assertThat(rules(result)).contains("FULL-001");
      assertThat(result.clients().asExpected()).isFalse();
    }
  }

  @Test
  void serverThatAdmitsTooFewBreaksTheLimitToo() throws Exception {
    WorldRules rules = TamperedServer.PROTOCOL.spec().world();
    WorldRules narrow = new WorldRules(rules.width(), rules.height(), rules.blockedReply(), 8);
    try (ReferenceServer server =
        TamperedServer.of(parts -> parts.withWorld(World.inRows(narrow)))) {
      SwarmResult result = swarm(server, 10, SHORT);

      assertThat(result.verdict()).isEqualTo(SwarmResult.Verdict.FAIL);
      assertThat(rules(result)).containsExactly("FULL-002");
      assertThat(result.violations()).isEqualTo(2);
    }
  }

  @Test
  void clientThatIsThrownOutIsViolation() throws Exception {
    int[] received = {0};
    try (ReferenceServer server =
        TamperedServer.hearing(
            (connection, bytes) -> {
              if (++received[0] == 50) {
                connection.close("thrown out");
                return false;
              }
              return true;
            })) {
      SwarmResult result = swarm(server, 10);

      assertThat(rules(result)).containsExactly("SEND-002");
      assertThat(result.errors().closed() + result.errors().reset()).isEqualTo(1);
      assertThat(result.moves().sent()).isLessThan(result.moves().asked());
    }
  }

  @Test
  void serverThatTellsOnlyTheMoverReachesATenth() throws Exception {
    try (ReferenceServer server =
        TamperedServer.sending(
            (client, packets, to) -> {
              if (!isPosition(packets) || packets[2] == client) {
                to.send(packets);
              }
            })) {
      SwarmResult result = swarm(server, 10, SHORT);

      assertThat(result.sights().reach()).isEqualTo(0.1);
      assertThat(result.verdict()).isEqualTo(SwarmResult.Verdict.FAIL);
    }
  }

  @Test
  void pauseOfServerShowsInResponseTimeFromTheSchedule() throws Exception {
    int[] received = {0};
    try (ReferenceServer server =
        TamperedServer.hearing(
            (connection, bytes) -> {
              if (++received[0] == 100) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
              }
              return true;
            })) {
      SwarmResult result = swarm(server, 10);

      assertThat(result.times().response().max()).isGreaterThan(290);
      assertThat(result.times().response().p90()).isGreaterThan(100);
      assertThat(result.verdict()).isEqualTo(SwarmResult.Verdict.PASS);
    }
  }

  @Test
  void serverThatIsLateButLosesNothingPasses() throws Exception {
    try (ReferenceServer server =
        TamperedServer.hearing(
            (connection, bytes) -> {
              LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(15));
              return true;
            })) {
      SwarmResult result = swarm(server, 5);

      assertThat(result.verdict()).isEqualTo(SwarmResult.Verdict.PASS);
      assertThat(result.sights()).isEqualTo(new SwarmResult.Sights(500, 500));
    }
  }

  @Test
  void slotThatBecomesFreeLateIsWaitedFor() throws Exception {
    Deque<Connection> late = new ArrayDeque<>();
    try (ReferenceServer server =
        TamperedServer.handling(
            game ->
                new PassingHandler(game) {
                  private int opened;

                  @Override
                  public void opened(Connection connection) {
                    // The first few meet a server that is still full of clients who have left.
                    if (++opened <= 15) {
                      late.add(connection);
                      connection.close("full");
                    } else {
                      super.opened(connection);
                    }
                  }

                  @Override
                  public void closed(Connection connection, String reason) {
                    if (!late.remove(connection)) {
                      super.closed(connection, reason);
                    }
                  }
                })) {
      SwarmResult result = swarm(server, 10);

      assertThat(result.clients()).isEqualTo(new SwarmResult.Clients(10, 10, 0, 0, 10));
      assertThat(result.verdict()).isEqualTo(SwarmResult.Verdict.PASS);
    }
  }

  @Test
  void serverThatClosesAtOnceAnswersNobody() throws Exception {
    try (ReferenceServer server =
        TamperedServer.handling(
            game ->
                new PassingHandler(game) {
                  @Override
                  public void opened(Connection connection) {
                    connection.close("no");
                  }

                  @Override
                  public void closed(Connection connection, String reason) {}
                })) {
      assertThatThrownBy(() -> swarm(server, 10, SHORT))
          .isInstanceOf(NobodyAnswers.class)
          .hasMessage(
              "the connection was accepted, but the server closed the connection"
                  + " before it told the client its own ID");
    }
  }

  @Test
  void serverThatNeverAnswersIsGivenUp() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      InetSocketAddress target = (InetSocketAddress) silent.getLocalSocketAddress();

      assertThatThrownBy(() -> new Swarm(plan(target, 10, SHORT)).run(progress -> {}))
          .isInstanceOf(NobodyAnswers.class)
          .hasMessage(
              "the connection was accepted, but the server did not tell the client its own ID"
                  + " within 1000 ms");
    }
  }

  @Test
  void portThatNobodyListensOnIsSaidAtOnce() throws Exception {
    InetSocketAddress target;
    try (ServerSocket closed = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      target = (InetSocketAddress) closed.getLocalSocketAddress();
    }

    assertThatThrownBy(() -> new Swarm(plan(target, 10, SHORT)).run(progress -> {}))
        .isInstanceOf(NobodyAnswers.class)
        .hasMessage("no connection: Connection refused");
  }

  @Test
  void stopEndsRunEarlyWithWhatWasSeen() throws Exception {
    try (ReferenceServer server = TamperedServer.right()) {
      SwarmPlan hours =
          new SwarmPlan(
              TamperedServer.PROTOCOL,
              server.address(),
              Load.of(5, 50, Duration.ofHours(2)),
              7,
              SwarmPlan.DEFAULT_PATIENCE);
      Swarm swarm = new Swarm(hours);

      SwarmResult result = swarm.run(progress -> swarm.stop());

      assertThat(result.verdict()).isEqualTo(SwarmResult.Verdict.PASS);
      assertThat(result.playTime()).isLessThan(Duration.ofMinutes(1));
      assertThat(result.moves().answered()).isPositive();
    }
  }
}
