package simul.ci.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import simul.spec.meaning.Protocol;
import simul.spec.model.Spec;

/** {@code spec}: work with spec files. */
@Command(
    name = "spec",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Works with spec files.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {SpecCommand.Check.class, SpecImportCommand.class, SpecProbeCommand.class})
final class SpecCommand implements Runnable {
  @CommandLine.Spec private CommandLine.Model.CommandSpec command;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(command.commandLine(), "a command is needed");
  }

  /** {@code spec check}: every problem of a file, with its place. */
  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      description = "Reports every problem of spec files, as file:line:column.")
  static final class Check implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "NAME|FILE", description = "Bundled specs or files.")
    private List<String> specs;

    @CommandLine.Spec private CommandLine.Model.CommandSpec command;

    @Override
    public Integer call() {
      PrintWriter out = command.commandLine().getOut();
      for (String name : specs) {
        Protocol protocol = SpecOption.load(name);
        Spec spec = protocol.spec();
        out.println(name + ": " + spec.title() + ", " + spec.packets().size() + " packets");
      }
      return ExitCode.HOLDS;
    }
  }
}
