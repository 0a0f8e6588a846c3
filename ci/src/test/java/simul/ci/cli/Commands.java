package simul.ci.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.Stream;
import simul.conformance.mutant.Mutants;
import simul.spec.load.SpecException;
import simul.spec.load.SpecLoader;
import simul.spec.meaning.Protocol;
import simul.spec.reference.Parts;
import simul.spec.reference.ReferenceServer;

/** The program as its users call it, within this process. */
final class Commands {
  private Commands() {}

  /**
   * How a command ended.
   *
   * @param out what it printed
   * @param err what it complained of
   */
  record Ended(int code, String out, String err) {

    /** The lines of its complaint. */
    List<String> complaints() {
      return err.lines().toList();
    }
  }

  /** Runs a command line, its words separated by single spaces. */
  static Ended run(String commandLine) {
    return run(commandLine.split(" "));
  }

  static Ended run(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Simul.execute(new PrintWriter(out, true), new PrintWriter(err, true), words);
    return new Ended(code, out.toString(), err.toString());
  }

  /** Runs a command against a server on this machine. */
  static Ended against(ReferenceServer server, String commandLine) {
    Stream<String> target = Stream.of("--port", String.valueOf(server.address().getPort()));
    return run(Stream.concat(Stream.of(commandLine.split(" ")), target).toArray(String[]::new));
  }

  /** The reference server on a free port. */
  static ReferenceServer reference() throws IOException {
    return ReferenceServer.start(freePort(), Parts.of(homework3()));
  }

  /** The reference server with a bug. */
  static ReferenceServer mutant(String name) throws IOException {
    return ReferenceServer.start(
        freePort(), Mutants.find(name).orElseThrow().infect().apply(Parts.of(homework3())));
  }

  static InetSocketAddress freePort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  /** The default protocol. */
  static Protocol homework3() {
    try {
      return Protocol.of(SpecLoader.load("homework3"));
    } catch (SpecException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A port that nobody listens on. */
  static int deadPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
