package simul.bots.swarm;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import simul.bots.measure.SwarmResult;
import simul.bots.measure.Violation;
import simul.spec.reference.ReferenceServer;

/** Runs of wandering bots on a server, as short as they can be. */
final class Swarms {
  static final int POSITION_BYTES = 5;

  /** Where a target is to fail by its silence; a right one gets the default. */
  static final Duration SHORT = Duration.ofSeconds(1);

  private Swarms() {}

  static SwarmPlan plan(InetSocketAddress target, int clients, Duration patience) {
    return new SwarmPlan(
        TamperedServer.PROTOCOL, target, Load.of(clients, 50, Duration.ofMillis(400)), 7, patience);
  }

  static SwarmResult swarm(ReferenceServer server, int clients) throws NobodyAnswers {
    return swarm(server, clients, SwarmPlan.DEFAULT_PATIENCE);
  }

  static SwarmResult swarm(ReferenceServer server, int clients, Duration patience)
      throws NobodyAnswers {
    return new Swarm(plan(server.address(), clients, patience)).run(progress -> {});
  }

  static List<String> rules(SwarmResult result) {
    return result.firstViolations().stream().map(Violation::ruleId).distinct().toList();
  }

  static boolean isPosition(byte[] packets) {
    return packets.length == POSITION_BYTES;
  }
}
