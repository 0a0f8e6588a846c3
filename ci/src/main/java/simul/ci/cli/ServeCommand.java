package simul.ci.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import simul.conformance.mutant.Mutant;
import simul.conformance.mutant.Mutants;
import simul.conformance.odd.OddServer;
import simul.conformance.odd.OddServers;
import simul.conformance.probe.Probes;
import simul.spec.meaning.Protocol;
import simul.spec.reference.Parts;
import simul.spec.reference.ReferenceServer;
import simul.spec.text.Suggestion;

/** {@code serve}: the reference server, or one with a mistake in it. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Runs the reference server until it is stopped (Ctrl-C, SIGTERM).")
final class ServeCommand implements Callable<Integer> {
  @Mixin private IoModelOptions io;
  @Mixin private MaxClientsOption limit;
  @Mixin private SpecOption spec;

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      description = "Where to listen; 0.0.0.0 for everywhere (default: ${DEFAULT-VALUE}).")
  private String host;

  @Option(
      names = "--port",
      description = "The port to listen on; 0 for any free one (default: the spec's).")
  private Integer port;

  @Option(names = "--bug", paramLabel = "NAME", description = "Put a mistake in; see --list-bugs.")
  private String bug;

  @Option(names = "--list-bugs", description = "List the mistakes there are, and stop.")
  private boolean listBugs;

  @Option(
      names = "--odd",
      paramLabel = "NAME",
      description = "Keep every rule in an odd way; see --list-odd.")
  private String odd;

  @Option(names = "--list-odd", description = "List the odd ways there are, and stop.")
  private boolean listOdd;

  @Option(names = "--quiet", description = "Do not print who comes and goes.")
  private boolean quiet;

  @CommandLine.Spec private CommandLine.Model.CommandSpec command;

  @Override
  public Integer call() {
    PrintWriter out = command.commandLine().getOut();
    if (listBugs) {
      Mutants.all().forEach(mutant -> out.println(listed(mutant)));
      return ExitCode.HOLDS;
    }
    if (listOdd) {
      OddServers.all().forEach(server -> out.println(listed(server)));
      return ExitCode.HOLDS;
    }
    if (bug != null && odd != null) {
      throw CommandFailure.usage("--bug " + bug + " and --odd " + odd + ": only one of them");
    }
    if ((bug != null || odd != null) && !io.isDefault()) {
      throw CommandFailure.usage(
          "--io-model "
              + io.name()
              + ": what --bug and --odd alter is the server that uses select");
    }
    Manner manner = manner();
    Protocol protocol = limit.apply(spec);
    Parts right =
        Parts.of(protocol).withIo(io.factory()).withLog(quiet ? line -> {} : out::println);
    Parts parts = manner.change().apply(right);
    try (ReferenceServer server = ReferenceServer.start(address(protocol), parts)) {
      out.println(
          "serving "
              + protocol.spec().name()
              + " on "
              + Probes.describe(server.address())
              + manner.words());
      serve(server, out);
    } catch (IOException e) {
      throw CommandFailure.unreachable(
          "cannot listen on " + Probes.describe(address(protocol)) + ": " + e.getMessage());
    }
    return ExitCode.HOLDS;
  }

  /** What is special about the server. */
  private record Manner(UnaryOperator<Parts> change, String words) {}

  private Manner manner() {
    if (bug != null) {
      Mutant mutant = find(bug);
      return new Manner(mutant.infect(), ", with a bug: " + mutant.summary());
    }
    if (odd != null) {
      OddServer server = findOdd(odd);
      return new Manner(server.alter(), ", in an odd way: " + server.summary());
    }
    return new Manner(UnaryOperator.identity(), io.isDefault() ? "" : ", with " + io.name());
  }

  private static String listed(OddServer server) {
    return String.format("%-36s%s", server.name(), server.summary());
  }

  private static OddServer findOdd(String name) {
    return OddServers.find(name)
        .orElseThrow(
            () ->
                CommandFailure.usage(
                    "no odd server "
                        + name
                        + " (see --list-odd)"
                        + Suggestion.phrase(
                            name, OddServers.all().stream().map(OddServer::name).toList())));
  }

  private static String listed(Mutant mutant) {
    String subtle = mutant.subtle() ? "subtle" : "";
    return String.format(
        "%-42s%-12s%-8s%s", mutant.name(), mutant.ruleId(), subtle, mutant.summary());
  }

  private static Mutant find(String name) {
    return Mutants.find(name)
        .orElseThrow(
            () ->
                CommandFailure.usage(
                    "no bug "
                        + name
                        + " (see --list-bugs)"
                        + Suggestion.phrase(
                            name, Mutants.all().stream().map(Mutant::name).toList())));
  }

  private InetSocketAddress address(Protocol protocol) {
    int number = port == null ? protocol.spec().port() : port;
    if (number < 0 || number > 65_535) {
      throw CommandFailure.usage("--port must be in 0..65535, but is " + number);
    }
    InetSocketAddress address = new InetSocketAddress(host, number);
    if (address.isUnresolved()) {
      throw CommandFailure.unreachable("--host " + host + ": no such host");
    }
    return address;
  }

  /** Serves until the process is told to stop, or the thread is interrupted. */
  private static void serve(ReferenceServer server, PrintWriter out) {
    CountDownLatch stop = new CountDownLatch(1);
    try (Interruption interruption = Interruption.then(stop::countDown)) {
      stop.await();
      server.close();
      out.println("stopped");
      interruption.finished(ExitCode.HOLDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
