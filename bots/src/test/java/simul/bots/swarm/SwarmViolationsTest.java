package simul.bots.swarm;

import static org.assertj.core.api.Assertions.assertThat;
import static simul.bots.swarm.Swarms.POSITION_BYTES;
import static simul.bots.swarm.Swarms.SHORT;
import static simul.bots.swarm.Swarms.isPosition;
import static simul.bots.swarm.Swarms.rules;
import static simul.bots.swarm.Swarms.swarm;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import simul.bots.measure.SwarmResult;
import simul.spec.reference.ReferenceServer;

/** What a server tells its clients wrongly, and what the swarm calls it. */
@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
class SwarmViolationsTest {
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
}
