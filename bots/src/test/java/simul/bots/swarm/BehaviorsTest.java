package simul.bots.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simul.bots.behavior.Mix;
import simul.bots.measure.SwarmResult;
import simul.spec.reference.ReferenceServer;

/** Bots of every kind: a right server is never accused, a wrong one is. */
@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
class BehaviorsTest {
  /** Where the target is to fail by its silence. */
  private static final Duration SHORT = Duration.ofMillis(400);

  private static SwarmResult swarm(ReferenceServer server, String mix, Duration patience)
      throws NobodyAnswers {
    Load load = Load.of(10, 100, Duration.ofMillis(300)).withMix(Mix.parse(mix));
    return new Swarm(new SwarmPlan(TamperedServer.PROTOCOL, server.address(), load, 7, patience))
        .run(progress -> {});
  }

  private static SwarmResult swarm(ReferenceServer server, String mix) throws NobodyAnswers {
    return swarm(server, mix, SwarmPlan.DEFAULT_PATIENCE);
  }

  private static List<String> texts(SwarmResult result) {
    return result.firstViolations().stream().map(v -> v.ruleId() + " " + v.text()).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          hotspot,burst,coalescer
          fragmenter,slow-reader,idle
          wander,hotspot,idle,churn,burst,fragmenter,coalescer,slow-reader,half-open,reset
          """)
  void rightServerIsNeverAccused(String mix) throws Exception {
    try (ReferenceServer server = TamperedServer.right()) {
      SwarmResult result = swarm(server, mix);

      assertThat(texts(result)).isEmpty();
      assertThat(result.sights().reach()).isEqualTo(1);
      assertThat(result.moves().answered()).isPositive();
      assertThat(result.errors().any()).isFalse();
    }
  }

  @Test
  void whoeverNeverMovesIsNoMover() throws Exception {
    try (ReferenceServer server = TamperedServer.right()) {
      SwarmResult result = swarm(server, "wander=3,idle=7");

      assertThat(result.moves()).isEqualTo(new SwarmResult.Moves(90, 90, 90, 0));
      assertThat(result.sights()).isEqualTo(new SwarmResult.Sights(900, 900));
    }
  }

  @ParameterizedTest
  @CsvSource({"churn", "half-open", "reset"})
  void botsLeaveAndComeBack(String kind) throws Exception {
    try (ReferenceServer server = TamperedServer.right()) {
      SwarmResult result = swarm(server, kind);

      assertThat(texts(result)).isEmpty();
      assertThat(result.absences().left()).isGreaterThan(3);
      assertThat(result.absences().returned()).isBetween(1L, result.absences().left());
      assertThat(result.times().join().count()).isEqualTo(10 + result.absences().returned());
    }
  }

  @Test
  void cutPacketsComeInPieces() throws Exception {
    int[] pieces = {0};
    try (ReferenceServer server =
        TamperedServer.hearing(
            (connection, bytes) -> {
              pieces[0] += bytes < 3 ? 1 : 0;
              return true;
            })) {
      SwarmResult result = swarm(server, "fragmenter");

      // The two halves of a packet may be read at once when the machine is busy.
      assertThat(pieces[0]).isGreaterThan(150).isLessThanOrEqualTo(600);
      assertThat(result.moves()).isEqualTo(new SwarmResult.Moves(300, 300, 300, 0));
    }
  }

  @Test
  void joinedPacketsComeTogether() throws Exception {
    int[] longest = {0};
    try (ReferenceServer server =
        TamperedServer.hearing(
            (connection, bytes) -> {
              longest[0] = Math.max(longest[0], bytes);
              return true;
            })) {
      swarm(server, "coalescer");

      assertThat(longest[0]).isGreaterThanOrEqualTo(4 * 3);
    }
  }

  @Test
  void slowReaderMayBeCutOff() throws Exception {
    int[] received = {0};
    try (ReferenceServer server =
        TamperedServer.hearing(
            (connection, bytes) -> {
              if (++received[0] == 50) {
                connection.close("too slow");
                return false;
              }
              return true;
            })) {
      SwarmResult result = swarm(server, "slow-reader");

      assertThat(texts(result)).isEmpty();
      assertThat(result.errors().closed() + result.errors().reset()).isEqualTo(1);
    }
  }

  @Test
  void leaveThatIsNotToldIsViolation() throws Exception {
    try (ReferenceServer server =
        TamperedServer.sending(
            (client, packets, to) -> {
              boolean leave = packets.length == 3 && packets[1] == 3;
              if (!leave || client != 0) {
                to.send(packets);
              }
            })) {
      SwarmResult result = swarm(server, "wander=9,churn=1", SHORT);

      assertThat(result.verdict()).isEqualTo(SwarmResult.Verdict.FAIL);
      assertThat(texts(result)).anyMatch(text -> text.matches("(LEAVE|JOIN)-00[13] .*"));
    }
  }

  @Test
  void moveThatIsLostAmongChurnersIsViolation() throws Exception {
    int[] positions = {0};
    try (ReferenceServer server =
        TamperedServer.sending(
            (client, packets, to) -> {
              boolean lost = client == 0 && packets.length == 5 && ++positions[0] % 50 == 0;
              if (!lost) {
                to.send(packets);
              }
            })) {
      SwarmResult result = swarm(server, "wander=8,churn=2", SHORT);

      assertThat(texts(result)).anyMatch(text -> text.startsWith("MOVE-00"));
    }
  }
}
