package simul.ci.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import simul.spec.load.SpecLoader;

/** {@code spec list}: the specs that come with the program. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Lists the bundled specs.")
final class SpecListCommand implements Callable<Integer> {
  @CommandLine.Spec private CommandLine.Model.CommandSpec command;

  @Override
  public Integer call() {
    PrintWriter out = command.commandLine().getOut();
    int width = SpecLoader.BUNDLED.stream().mapToInt(String::length).max().orElse(0);
    for (String name : SpecLoader.BUNDLED) {
      String title = SpecOption.load(name).spec().title();
      out.println(name + " ".repeat(width - name.length()) + "  " + title);
    }
    return ExitCode.HOLDS;
  }
}
