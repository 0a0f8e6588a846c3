package simul.bots.swarm;

import static org.assertj.core.api.Assertions.assertThat;
import static simul.bots.swarm.Swarms.isPosition;
import static simul.bots.swarm.Swarms.swarm;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import simul.bots.measure.Second;
import simul.bots.measure.SwarmResult;
import simul.spec.reference.PassingHandler;
import simul.spec.reference.ReferenceServer;
import simul.spec.reference.io.Connection;

/** How bots come and when they move: the ramp, the warm-up, each second of a run. */
@Timeout(60)
class SwarmLoadTest {
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
}
