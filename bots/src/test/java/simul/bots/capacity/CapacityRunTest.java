package simul.bots.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import simul.bots.measure.Threshold;
import simul.bots.swarm.Load;
import simul.bots.swarm.SwarmPlan;
import simul.spec.load.SpecLoader;
import simul.spec.meaning.Protocol;
import simul.spec.reference.Parts;
import simul.spec.reference.PassingHandler;
import simul.spec.reference.ReferenceServer;
import simul.spec.reference.io.Connection;
import simul.spec.reference.io.SelectLoop;

/** The search against a server that needs so long for each move. */
@Timeout(180)
@Tag("whole")
class CapacityRunTest {
  private static final int MOVE_BYTES = 3;
  private static final Threshold LIMIT = Threshold.parse("response.p90 < 300ms");

  private static ReferenceServer serverThatNeeds(Protocol protocol, Duration each)
      throws Exception {
    return ReferenceServer.start(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        Parts.of(protocol)
            .withIo(
                (address, game) ->
                    SelectLoop.start(
                        address,
                        new PassingHandler(game) {
                          @Override
                          public void received(Connection from, byte[] bytes, int start, int end) {
                            int moves = (end - start) / MOVE_BYTES;
                            LockSupport.parkNanos(moves * each.toNanos());
                            super.received(from, bytes, start, end);
                          }
                        })));
  }

  @Test
  void findsTheEdgeOfSlowServerAndCallsItTheServers() throws Exception {
    Protocol protocol = Protocol.of(SpecLoader.load("homework3"));
    try (ReferenceServer server = serverThatNeeds(protocol, Duration.ofMillis(20))) {
      Load load = Load.of(3, 1, Duration.ofSeconds(1)).withWarmUp(Duration.ofMillis(100));
      SwarmPlan plan =
          new SwarmPlan(protocol, server.address(), load, 7, SwarmPlan.DEFAULT_PATIENCE);

      CapacityResult result = new CapacityRun(plan, Axis.RATE, LIMIT, 3).run(step -> {});

      // 20 ms a move are 50 moves a second, and a step of a second forgives some more for a while;
      // less on a machine that is so busy that the bots fall behind.
      assertThat(result.capacity().load()).isBetween(5.0, 100.0);
      assertThat(result.capacity().limit()).isNotEqualTo(Capacity.Limit.MOST);
      assertThat(result.capacity().reason()).isNotEmpty();
      assertThat(result.steps()).hasSizeGreaterThan(5);
      assertThat(result.lastHeld()).isPresent();
    }
  }

  @Test
  void stopEndsTheSearchWithWhatIsKnown() throws Exception {
    Protocol protocol = Protocol.of(SpecLoader.load("homework3"));
    try (ReferenceServer server = serverThatNeeds(protocol, Duration.ZERO)) {
      Load load = Load.of(3, 1, Duration.ofSeconds(1)).withWarmUp(Duration.ofMillis(100));
      SwarmPlan plan =
          new SwarmPlan(protocol, server.address(), load, 7, SwarmPlan.DEFAULT_PATIENCE);
      CapacityRun run = new CapacityRun(plan, Axis.RATE, LIMIT, 3);

      CapacityResult result = run.run(step -> run.stop());

      assertThat(result.capacity().limit()).isEqualTo(Capacity.Limit.STOPPED);
      assertThat(result.capacity().confirmed()).isFalse();
      assertThat(result.steps()).hasSize(1);
    }
  }
}
