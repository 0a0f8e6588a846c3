package simul.ci.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import simul.spec.export.SpecText;

/** {@code spec show}: packets byte by byte, what each role resolves to, the rules of the world. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Shows a spec: packets with offsets and examples, roles, rules of the world.")
final class SpecShowCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME|FILE", description = "A bundled spec or a file.")
  private String spec;

  @CommandLine.Spec private CommandLine.Model.CommandSpec command;

  @Override
  public Integer call() {
    command.commandLine().getOut().print(SpecText.of(SpecOption.load(spec).spec()));
    command.commandLine().getOut().flush();
    return ExitCode.HOLDS;
  }
}
