package simul.ci.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import picocli.CommandLine.Option;
import simul.ci.launch.CommandWords;
import simul.ci.launch.LaunchFailed;
import simul.ci.launch.LaunchPlan;
import simul.ci.launch.LaunchedTarget;
import simul.ci.launch.LetsClientIn;
import simul.ci.launch.Restart;
import simul.spec.meaning.Protocol;

/** {@code --launch}: a target that the command starts, and stops when it ends. */
final class LaunchOptions {
  private enum RestartWord {
    CASE,
    GROUP,
    NEVER
  }

  @Option(
      names = "--launch",
      paramLabel = "COMMAND",
      description = {
        "Start the server with this command, and stop it at the end;",
        "{port} stands for a free port: 'java -jar server.jar {port}'.",
        "Quotes work as in a shell, but no shell is run."
      })
  private String command;

  @Option(
      names = "--launch-folder",
      paramLabel = "DIR",
      description = "Where the launched server runs (default: here).")
  private Path folder;

  @Option(
      names = "--launch-timeout",
      paramLabel = "DURATION",
      description = "How long it may take until it serves (default: 15s).")
  private Duration timeout;

  @Option(
      names = "--restart",
      paramLabel = "case|group|never",
      description = "When to start it anew (default: when a check has ended it).")
  private RestartWord restart;

  /** Whether there is something to launch. */
  boolean isAsked() {
    if (command == null && (folder != null || timeout != null || restart != null)) {
      String option =
          folder != null ? "--launch-folder" : timeout != null ? "--launch-timeout" : "--restart";
      throw CommandFailure.usage(option + " needs --launch");
    }
    return command != null;
  }

  /**
   * Starts the target and waits until it serves.
   *
   * @param target may name the port, but not a host
   */
  LaunchedTarget open(Protocol protocol, TargetOptions target) {
    LaunchPlan plan = plan(target);
    try {
      return LaunchedTarget.launch(plan, new LetsClientIn(protocol), policy());
    } catch (LaunchFailed e) {
      throw CommandFailure.unreachable(e.getMessage());
    }
  }

  private LaunchPlan plan(TargetOptions target) {
    if (target.namesHost()) {
      throw CommandFailure.usage("--launch starts a server on this host: leave out --host");
    }
    CommandWords words = words();
    OptionalInt port = target.port();
    if (port.isEmpty() && !words.namesPort()) {
      throw CommandFailure.usage(
          "--launch "
              + command
              + ": no word has a {port}, so --port must name the port that the server listens on");
    }
    if (folder != null && !Files.isDirectory(folder)) {
      throw CommandFailure.usage("--launch-folder " + folder + ": no such folder");
    }
    return new LaunchPlan(
        words,
        folder == null ? Path.of("") : folder,
        port,
        timeout == null ? LaunchPlan.DEFAULT_TIMEOUT : timeout);
  }

  private CommandWords words() {
    try {
      return CommandWords.parse(command);
    } catch (CommandWords.Malformed e) {
      throw CommandFailure.usage("--launch " + command + ": it " + e.getMessage());
    }
  }

  private Restart policy() {
    if (restart == null) {
      return Restart.WHEN_LOST;
    }
    return switch (restart) {
      case CASE -> Restart.CASE;
      case GROUP -> Restart.GROUP;
      case NEVER -> Restart.NEVER;
    };
  }
}
