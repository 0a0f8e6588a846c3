package simul.ci.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program: hands over to one of its commands. */
@Command(
    name = "simul",
    description = "Tests and stress-tests the TCP game servers that students write.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      SwarmCommand.class,
      ConformCommand.class,
      FuzzCommand.class,
      GradeCommand.class,
      ServeCommand.class,
      ReplayCommand.class,
      ExplainCommand.class,
      SpecCommand.class,
      SelfcheckCommand.class,
      CompareIoModelsCommand.class,
      MeasuredServeCommand.class,
      IoModelCommand.class
    })
public final class Simul implements Runnable {
  @CommandLine.Spec private CommandLine.Model.CommandSpec command;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(command.commandLine(), "a command is needed");
  }

  /** Runs a command and exits with its code. */
  public static void main(String[] args) {
    PrintWriter out = writer(FileDescriptor.out);
    PrintWriter err = writer(FileDescriptor.err);
    int code = execute(out, err, args);
    out.flush();
    err.flush();
    System.exit(code);
  }

  /** Runs a command with its output going elsewhere; returns the exit code. */
  static int execute(PrintWriter out, PrintWriter err, String... args) {
    return new CommandLine(new Simul())
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(java.time.Duration.class, DurationText::parse)
        .setParameterExceptionHandler(wrongUse())
        .setExecutionExceptionHandler(failure())
        .setExitCodeExceptionMapper(exception -> ExitCode.DEFECT)
        .execute(args);
  }

  /** A Windows console has a code page of its own; everything else reads UTF-8. */
  private static PrintWriter writer(FileDescriptor descriptor) {
    Console console = System.console();
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    Charset charset = windows && console != null ? console.charset() : StandardCharsets.UTF_8;
    return new PrintWriter(new FileOutputStream(descriptor), true, charset);
  }

  private static IParameterExceptionHandler wrongUse() {
    return (exception, args) -> {
      CommandLine commandLine = exception.getCommandLine();
      String said = String.valueOf(exception.getMessage()).lines().findFirst().orElse("");
      // Of options that exclude one another it is said after a word of Picocli's own.
      String message = said.replaceFirst("^Error: ", "");
      List<String> guesses =
          exception instanceof UnmatchedArgumentException unmatched
              ? unmatched.getSuggestions()
              : List.of();
      String name = commandLine.getCommandSpec().qualifiedName();
      commandLine
          .getErr()
          .println(
              "simul: "
                  + message
                  + (guesses.isEmpty() ? "" : "; did you mean " + guesses.get(0) + "?")
                  + " (see "
                  + name
                  + " --help)");
      return ExitCode.USAGE;
    };
  }

  private static IExecutionExceptionHandler failure() {
    return (exception, commandLine, result) -> {
      if (exception instanceof CommandFailure failure) {
        failure.getMessage().lines().forEach(l -> commandLine.getErr().println("simul: " + l));
        return failure.exitCode();
      }
      StackTraceElement[] trace = exception.getStackTrace();
      commandLine
          .getErr()
          .println(
              "simul: a defect of this program, not of the target: "
                  + exception
                  + (trace.length > 0 ? " at " + trace[0] : ""));
      return ExitCode.DEFECT;
    };
  }
}
