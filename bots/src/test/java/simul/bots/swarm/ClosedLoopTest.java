package simul.bots.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import simul.bots.behavior.Mix;
import simul.bots.measure.SwarmResult;
import simul.spec.reference.ReferenceServer;

@Timeout(60)
class ClosedLoopTest {

  private static SwarmResult swarm(ReferenceServer server, String mix, Duration patience)
      throws NobodyAnswers {
    Load load = Load.of(5, 1, Duration.ofMillis(400)).withMix(Mix.parse(mix)).closed();
    return new Swarm(new SwarmPlan(TamperedServer.PROTOCOL, server.address(), load, 7, patience))
        .run(progress -> {});
  }

  @Test
  void nextMoveWaitsForTheAnswer() throws Exception {
    int[] most = {0};
    try (ReferenceServer server =
        TamperedServer.hearing(
            (connection, bytes) -> {
              most[0] = Math.max(most[0], bytes);
              return true;
            })) {
      SwarmResult result = swarm(server, "wander", SwarmPlan.DEFAULT_PATIENCE);

      assertThat(most[0]).isEqualTo(3);
      assertThat(result.verdict()).isEqualTo(SwarmResult.Verdict.PASS);
      assertThat(result.moves().answered()).isGreaterThan(100).isEqualTo(result.moves().sent());
      assertThat(result.sights().reach()).isEqualTo(1);
    }
  }

  @Test
  void everyBehaviorComesToItsTurns() throws Exception {
    try (ReferenceServer server = TamperedServer.right()) {
      SwarmResult result =
          swarm(server, "burst,coalescer,fragmenter,churn,idle", SwarmPlan.DEFAULT_PATIENCE);

      assertThat(result.firstViolations()).isEmpty();
      assertThat(result.moves().answered()).isGreaterThan(50);
    }
  }

  @Test
  void lostAnswerStopsNobodyForLongerThanPatience() throws Exception {
    try (ReferenceServer server =
        TamperedServer.sending(
            (client, packets, to) -> {
              boolean own = packets.length == 5 && packets[2] == 0;
              if (client != 0 || !own) {
                to.send(packets);
              }
            })) {
      SwarmResult result = swarm(server, "wander", Duration.ofMillis(100));

      assertThat(result.verdict()).isEqualTo(SwarmResult.Verdict.FAIL);
      assertThat(result.moves().sent() - result.moves().answered()).isBetween(2L, 5L);
    }
  }
}
