package simul.ci.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import simul.bots.measure.SwarmResult;
import simul.bots.swarm.Load;
import simul.bots.swarm.NobodyAnswers;
import simul.bots.swarm.Swarm;
import simul.bots.swarm.SwarmPlan;
import simul.ci.report.SwarmConsole;
import simul.ci.report.SwarmJson;
import simul.conformance.probe.Probes;
import simul.spec.meaning.Protocol;

/** {@code swarm}: how does a server behave under many clients? */
@Command(
    name = "swarm",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Lets bots play on a server and checks what they are told.",
      "Without --host and --port, they play on the embedded reference server."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:every bot was told of every move, and no rule was broken",
      "1:the server broke a rule",
      "2:wrong use",
      "3:the server cannot be reached, or lets nobody in",
      "4:no verdict could be reached",
      "5:a defect of this program"
    })
final class SwarmCommand implements Callable<Integer> {
  @Option(
      names = "--patience",
      paramLabel = "DURATION",
      defaultValue = "3s",
      description = "How long an admission or a sight may take (default: ${DEFAULT-VALUE}).")
  private Duration patience;

  @Mixin private LoadOptions options;
  @Mixin private SpecOption spec;
  @Mixin private TargetOptions target;
  @Mixin private SeedOption seed;
  @Mixin private OutputOptions output;

  @CommandLine.Spec private CommandLine.Model.CommandSpec command;

  @Override
  public Integer call() {
    PrintWriter out = command.commandLine().getOut();
    Protocol protocol = spec.protocol();
    Load load = options.load(protocol);
    output.checkWritable();
    try (TargetOptions.Target server = target.open(protocol, out)) {
      return run(out, new SwarmPlan(protocol, server.address(), load, seed.value(), patience));
    }
  }

  private int run(PrintWriter out, SwarmPlan plan) {
    SwarmConsole console =
        new SwarmConsole(
            out, output.language(), output.ansi(), output.quiet(), Terminal.isInteractive());
    console.begin(plan);
    Swarm swarm = new Swarm(plan);
    try (Interruption interruption = Interruption.then(swarm::stop)) {
      SwarmResult result = swarm.run(console::progress);
      console.end(result);
      output.writeJson(() -> SwarmJson.of(plan, result, Version.text()));
      int code =
          switch (result.verdict()) {
            case PASS -> ExitCode.HOLDS;
            case FAIL -> ExitCode.BROKEN;
            case INCONCLUSIVE -> ExitCode.INCONCLUSIVE;
          };
      interruption.finished(code);
      return code;
    } catch (NobodyAnswers e) {
      throw CommandFailure.unreachable(Probes.describe(plan.target()) + ": " + e.getMessage());
    }
  }
}
