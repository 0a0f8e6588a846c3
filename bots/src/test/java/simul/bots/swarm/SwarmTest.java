package simul.bots.swarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import simul.bots.measure.Second;
import simul.bots.measure.SwarmResult;
import simul.bots.measure.Violation;
import simul.spec.model.WorldRules;
import simul.spec.reference.Connection;
import simul.spec.reference.PassingHandler;
import simul.spec.reference.ReferenceServer;
import simul.spec.world.World;

@Timeout(60)
class SwarmTest {
  private static final int POSITION_BYTES = 5;

  /** Where a target is to fail by its silence; a right one gets the default. */
  private static final Duration SHORT = Duration.ofSeconds(1);

  private static SwarmPlan plan(InetSocketAddress target, int clients, Duration patience) {
    return new SwarmPlan(
        TamperedServer.PROTOCOL, target, Load.of(clients, 50, Duration.ofMillis(400)), 7, patience);
  }

  private static SwarmResult swarm(ReferenceServer server, int clients) throws NobodyAnswers {
    return swarm(server, clients, SwarmPlan.DEFAULT_PATIENCE);
  }

  private static SwarmResult swarm(ReferenceServer server, int clients, Duration patience)
      throws NobodyAnswers {
    return new Swarm(plan(server.address(), clients, patience)).run(progress -> {});
  }

  private static List<String> rules(SwarmResult result) {
    return result.firstViolations().stream().map(Violation::ruleId).distinct().toList();
  }

  private static boolean isPosition(byte[] packets) {
    return packets.length == POSITION_BYTES;
  }

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
  void rampLetsBotsConnectByTheClock() throws Exception {
    try (ReferenceServer server = TamperedServer.right()) {
      Load slow = Load.of(6, 50, Duration.ofMillis(100)).withRamp(20);
      SwarmPlan plan =
          new SwarmPlan(
              TamperedServer.PROTOCOL, server.address(), slow, 7, SwarmPlan.DEFAULT_PATIENCE);

      SwarmResult result = new Swarm(plan).run(progress -> {});

      assertThat(result.clients().admitted()).isEqualTo(6);
      assertThat(result.duration()).isGreaterThan(Duration.ofMillis(5 * 50 + 100));
      assertThat(result.times().join().count()).isEqualTo(6);
      assertThat(result.times().join().max()).isPositive();
    }
  }

  @Test
  void joinThatMustBeTriedAgainIsTimedFromTheFirstTry() throws Exception {
    int[] opened = {0};
    try (ReferenceServer server =
        TamperedServer.handling(
            game ->
                new PassingHandler(game) {
                  private final Deque<Connection> full = new ArrayDeque<>();

                  @Override
                  public void opened(Connection connection) {
                    if (++opened[0] == 3) {
                      full.add(connection);
                      connection.close("full");
                    } else {
                      super.opened(connection);
                    }
                  }

                  @Override
                  public void closed(Connection connection, String reason) {
                    if (!full.remove(connection)) {
                      super.closed(connection, reason);
                    }
                  }
                })) {
      SwarmResult result = swarm(server, 3);

      assertThat(opened[0]).isEqualTo(4);
      assertThat(result.times().join().count()).isEqualTo(3);
      assertThat(result.times().join().max()).isGreaterThan(50);
    }
  }

  @Test
  void warmUpIsCheckedButNotMeasured() throws Exception {
    int[] positions = {0};
    try (ReferenceServer server =
        TamperedServer.sending(
            (client, packets, to) -> {
              to.send(packets);
              if (isPosition(packets) && ++positions[0] == 10) {
                to.send(packets);
              }
            })) {
      Load warm = Load.of(5, 50, Duration.ofMillis(200)).withWarmUp(Duration.ofMillis(200));
      SwarmPlan plan =
          new SwarmPlan(
              TamperedServer.PROTOCOL, server.address(), warm, 7, SwarmPlan.DEFAULT_PATIENCE);

      SwarmResult result = new Swarm(plan).run(progress -> {});

      assertThat(result.moves()).isEqualTo(new SwarmResult.Moves(50, 50, 50, 50));
      assertThat(result.times().response().count()).isEqualTo(50);
      assertThat(result.times().propagation().count()).isEqualTo(200);
      assertThat(result.sights()).isEqualTo(new SwarmResult.Sights(500, 500));
      assertThat(result.movesPerSecond()).isEqualTo(250);
      assertThat(result.violations()).isEqualTo(1);
    }
  }

  @Test
  void everySecondIsWrittenDown() throws Exception {
    try (ReferenceServer server = TamperedServer.right()) {
      Load load = Load.of(5, 50, Duration.ofMillis(300)).withWarmUp(Duration.ofSeconds(1));
      SwarmPlan plan =
          new SwarmPlan(
              TamperedServer.PROTOCOL, server.address(), load, 7, SwarmPlan.DEFAULT_PATIENCE);

      List<Second> seconds = new Swarm(plan).run(progress -> {}).seconds();

      assertThat(seconds).extracting(Second::number).containsExactly(0, 1);
      assertThat(seconds)
          .extracting(Second::part)
          .containsExactly(Second.Part.WARMUP, Second.Part.PLAY);
      assertThat(seconds).extracting(Second::clients).containsExactly(5, 5);
      assertThat(seconds.stream().mapToLong(Second::sent).sum()).isEqualTo(5 * 65);
      assertThat(seconds.stream().mapToLong(Second::answered).sum()).isEqualTo(5 * 65);
      assertThat(seconds.stream().mapToLong(second -> second.response().count()).sum())
          .isEqualTo(5 * 65);
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
  void lostSightIsMissedAndCounted() throws Exception {
    int[] positions = {0};
    try (ReferenceServer server =
        TamperedServer.sending(
            (client, packets, to) -> {
              boolean lost = client == 3 && isPosition(packets) && ++positions[0] == 100;
              if (!lost) {
                to.send(packets);
              }
            })) {
      SwarmResult result = swarm(server, 10, SHORT);

      assertThat(result.verdict()).isEqualTo(SwarmResult.Verdict.FAIL);
      assertThat(rules(result)).contains("MOVE-002");
      assertThat(result.sights().expected()).isEqualTo(2000);
      assertThat(result.sights().received()).isBetween(1900L, 1999L);
    }
  }

  @Test
  void sightThatComesTwiceIsViolation() throws Exception {
    int[] positions = {0};
    try (ReferenceServer server =
        TamperedServer.sending(
            (client, packets, to) -> {
              to.send(packets);
              if (isPosition(packets) && ++positions[0] == 100) {
                to.send(packets);
              }
            })) {
      SwarmResult result = swarm(server, 10);

      assertThat(result.violations()).isEqualTo(1);
      assertThat(result.firstViolations().get(0).ruleId()).isEqualTo("MOVE-002");
      assertThat(result.firstViolations().get(0).text()).contains("once more");
    }
  }

  @Test
  void pieceThatJumpsIsViolation() throws Exception {
    int[] positions = {0};
    try (ReferenceServer server =
        TamperedServer.sending(
            (client, packets, to) -> {
              byte[] sent = packets.clone();
              if (isPosition(sent) && ++positions[0] == 100) {
                sent[3] = (byte) ((sent[3] + 4) % 8);
              }
              to.send(sent);
            })) {
      SwarmResult result = swarm(server, 10);

      assertThat(rules(result)).contains("MOVE-001");
      assertThat(result.firstViolations().get(0).text()).contains("jumped");
      assertThat(result.firstViolations().get(0).bytes()).hasSize(POSITION_BYTES);
    }
  }

  @Test
  void unknownIdIsViolation() throws Exception {
    int[] positions = {0};
    try (ReferenceServer server =
        TamperedServer.sending(
            (client, packets, to) -> {
              to.send(packets);
              if (isPosition(packets) && ++positions[0] == 100) {
                to.send(new byte[] {5, 1, 9, 0, 0});
              }
            })) {
      SwarmResult result = swarm(server, 5);

      assertThat(rules(result)).contains("JOIN-002");
    }
  }

  @Test
  void brokenFrameIsViolationAndTheOthersPlayOn() throws Exception {
    int[] positions = {0};
    try (ReferenceServer server =
        TamperedServer.sending(
            (client, packets, to) -> {
              boolean broken = isPosition(packets) && ++positions[0] == 100;
              to.send(broken ? new byte[] {0, 1, 2, 3, 4} : packets);
            })) {
      SwarmResult result = swarm(server, 10);

      assertThat(rules(result)).containsExactly("SEND-001");
      assertThat(result.firstViolations().get(0).text()).contains("size 0 is below");
      assertThat(result.moves().answered()).isGreaterThan(100);
    }
  }

  @Test
  void viewsThatDifferInTheEndAreViolation() throws Exception {
    try (ReferenceServer server =
        TamperedServer.sending(
            (client, packets, to) -> {
              to.send(packets);
              if (client == 0 && packets.length > POSITION_BYTES && packets[2] == 4) {
                to.send(new byte[] {3, 2, 9, 5, 1, 9, 0, 0});
              }
            })) {
      SwarmResult result = swarm(server, 5, SHORT);

      assertThat(rules(result)).containsExactly("MOVE-004");
    }
  }

  @Test
  void clientThatIsThrownOutIsViolation() throws Exception {
    int[] received = {0};
    try (ReferenceServer server =
        TamperedServer.handling(
            game ->
                new PassingHandler(game) {
                  @Override
                  public void received(Connection connection, byte[] bytes, int from, int to) {
                    if (++received[0] == 50) {
                      connection.close("thrown out");
                    } else {
                      super.received(connection, bytes, from, to);
                    }
                  }
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
        TamperedServer.handling(
            game ->
                new PassingHandler(game) {
                  @Override
                  public void received(Connection connection, byte[] bytes, int from, int to) {
                    if (++received[0] == 100) {
                      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
                    }
                    super.received(connection, bytes, from, to);
                  }
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
        TamperedServer.handling(
            game ->
                new PassingHandler(game) {
                  @Override
                  public void received(Connection connection, byte[] bytes, int from, int to) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(15));
                    super.received(connection, bytes, from, to);
                  }
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

  @Test
  void noThreadOutlivesRun() throws Exception {
    try (ReferenceServer server = TamperedServer.right()) {
      swarm(server, 3);

      assertThat(Thread.getAllStackTraces().keySet())
          .extracting(Thread::getName)
          .noneMatch(name -> name.startsWith("bots"));
    }
  }
}
