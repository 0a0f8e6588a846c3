package simul.ci.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import simul.ci.compare.Vitals;
import simul.spec.reference.Parts;
import simul.spec.reference.ReferenceServer;

/**
 * {@code serve-measured}, which {@code compare-io-models} starts: a server that is asked on
 * standard input what it takes, and ends with that.
 */
@Command(
    name = "serve-measured",
    hidden = true,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "What compare-io-models measures. Lines of standard input ask: look, or collect.")
final class MeasuredServeCommand implements Callable<Integer> {
  @Mixin private IoModelOptions io;
  @Mixin private MaxClientsOption limit;
  @Mixin private SpecOption spec;

  @CommandLine.Spec private CommandLine.Model.CommandSpec command;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = command.commandLine().getOut();
    Parts parts =
        Parts.of(limit.apply(spec)).withIo(io.factory()).withLog(line -> printRefusal(out, line));
    int others = Vitals.own(false).threads();
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (ReferenceServer server = ReferenceServer.start(anyPort, parts);
        BufferedReader questions =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      out.println("serving on " + server.address().getPort());
      for (String line = questions.readLine(); line != null; line = questions.readLine()) {
        out.println(Vitals.own(line.equals("collect")).since(others).line());
      }
    }
    return ExitCode.HOLDS;
  }

  private static void printRefusal(PrintWriter out, String line) {
    if (line.contains(" refused: ")) {
      out.println(line);
    }
  }
}
