package simul.ci.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import simul.spec.load.SpecException;
import simul.spec.load.SpecLoader;

/** {@code spec}: work with spec files. */
@Command(
    name = "spec",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Works with spec files.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      SpecCommand.Check.class,
      SpecListCommand.class,
      SpecShowCommand.class,
      SpecImportCommand.class,
      SpecExportCommand.class,
      SpecProbeCommand.class
    })
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
      List<String> errors = new ArrayList<>();
      for (String name : specs) {
        try {
          report(name, SpecLoader.check(name), out);
        } catch (SpecException e) {
          errors.add(e.getMessage());
        }
      }
      if (!errors.isEmpty()) {
        throw CommandFailure.usage(String.join("\n", errors));
      }
      return ExitCode.HOLDS;
    }

    private static void report(String name, SpecLoader.Loaded loaded, PrintWriter out) {
      loaded.warnings().forEach(out::println);
      int packets = loaded.spec().packets().size();
      int warnings = loaded.warnings().size();
      String complaints =
          warnings == 0 ? "" : ", " + warnings + (warnings == 1 ? " warning" : " warnings");
      out.println(name + ": " + loaded.spec().title() + ", " + packets + " packets" + complaints);
    }
  }
}
