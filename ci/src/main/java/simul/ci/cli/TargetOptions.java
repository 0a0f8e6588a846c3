package simul.ci.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.OptionalInt;
import picocli.CommandLine.Option;
import simul.conformance.probe.Probes;
import simul.spec.meaning.Protocol;
import simul.spec.reference.Parts;
import simul.spec.reference.ReferenceServer;

/** {@code --host} and {@code --port}: which server. Neither means the embedded reference server. */
final class TargetOptions {
  private static final int LARGEST_PORT = 65_535;

  @Option(
      names = "--host",
      description = "The target's host (default: 127.0.0.1 when --port is given).")
  private String host;

  @Option(
      names = "--port",
      description = "The target's port (default: the spec's when --host is given).")
  private Integer port;

  /** A server to go at: another's, or one of our own that ends with the command. */
  record Target(InetSocketAddress address, ReferenceServer embedded) implements AutoCloseable {
    @Override
    public void close() {
      if (embedded != null) {
        embedded.close();
      }
    }
  }

  /** Resolves the target, or starts the embedded server and says so. */
  Target open(Protocol protocol, PrintWriter out) {
    if (host != null || port != null) {
      return new Target(address(protocol), null);
    }
    try {
      InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      ReferenceServer server = ReferenceServer.start(free, Parts.of(protocol));
      out.println(
          "no --host, so this goes at the embedded reference server on "
              + Probes.describe(server.address()));
      return new Target(server.address(), server);
    } catch (IOException e) {
      throw CommandFailure.unreachable(
          "the embedded reference server cannot listen: " + e.getMessage());
    }
  }

  /** Whether a host was asked for. */
  boolean namesHost() {
    return host != null;
  }

  /** The port that was asked for, if one was. */
  OptionalInt port() {
    if (port == null) {
      return OptionalInt.empty();
    }
    checkPort(port);
    return OptionalInt.of(port);
  }

  /** The address that was asked for, with defaults filled in. */
  InetSocketAddress address(Protocol protocol) {
    return address(host == null ? "127.0.0.1" : host, port().orElse(protocol.spec().port()));
  }

  private static void checkPort(int port) {
    if (port < 1 || port > LARGEST_PORT) {
      throw CommandFailure.usage("--port must be in 1..65535, but is " + port);
    }
  }

  /** A host and a port as they were asked for, checked. */
  static InetSocketAddress address(String host, int port) {
    checkPort(port);
    InetSocketAddress address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      throw CommandFailure.unreachable("--host " + host + ": no such host");
    }
    return address;
  }
}
