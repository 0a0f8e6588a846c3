package simul.ci.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import picocli.CommandLine.Option;
import simul.bots.live.LiveServer;
import simul.bots.swarm.Swarm;
import simul.bots.swarm.SwarmPlan;

/** {@code --live} and {@code --live-address}: a page to watch a swarm on. */
final class LiveOptions {
  private static final int LARGEST_PORT = 65_535;

  @Option(
      names = "--live",
      arity = "0..1",
      fallbackValue = "0",
      paramLabel = "PORT",
      description =
          "Serve a page to watch the swarm on and to change it from, and /metrics for Prometheus,"
              + " while it runs; without a port on any free one.")
  private Integer port;

  @Option(
      names = "--live-address",
      paramLabel = "ADDRESS",
      description =
          "Where --live listens (default: 127.0.0.1). On any other address than loopback its URL has"
              + " a random token in it.")
  private String address;

  /** The page, if it was asked for. */
  Optional<LiveServer> open(Optional<String> language, SwarmPlan plan, Swarm swarm) {
    if (port == null) {
      if (address != null) {
        throw CommandFailure.usage("--live-address is for --live");
      }
      return Optional.empty();
    }
    if (port < 0 || port > LARGEST_PORT) {
      throw CommandFailure.usage("--live must be in 0..65535, but is " + port);
    }
    try {
      InetAddress where =
          address == null ? InetAddress.getLoopbackAddress() : InetAddress.getByName(address);
      InetSocketAddress listening = new InetSocketAddress(where, port);
      return Optional.of(LiveServer.open(listening, language, plan, swarm));
    } catch (UnknownHostException e) {
      throw CommandFailure.usage("--live-address " + address + ": no such address");
    } catch (IOException e) {
      throw CommandFailure.usage("--live " + port + ": cannot listen: " + e.getMessage());
    }
  }
}
