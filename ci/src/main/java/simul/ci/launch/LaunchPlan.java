package simul.ci.launch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * How to start a target.
 *
 * @param folder where it runs
 * @param port where it will listen; when empty a free one is picked for each start, and the command
 *     must have a place for it
 * @param portIsFound whether nobody knows the port: the first on which one of its processes listens
 *     is taken
 * @param timeout how long it may take until it serves
 */
public record LaunchPlan(
    CommandWords command, Path folder, OptionalInt port, boolean portIsFound, Duration timeout) {
  /** Room for a virtual machine's start on a busy computer, or for a script that compiles first. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(15);

  /** A target that is told its port, or whose port is known. */
  public LaunchPlan(CommandWords command, Path folder, OptionalInt port, Duration timeout) {
    this(command, folder, port, false, timeout);
  }

  /** A target whose port nobody knows. */
  public static LaunchPlan findingPort(CommandWords command, Path folder, Duration timeout) {
    return new LaunchPlan(command, folder, OptionalInt.empty(), true, timeout);
  }

  public LaunchPlan {
    if (port.isEmpty() && !portIsFound && !command.namesPort()) {
      throw new IllegalArgumentException("neither a port nor a place for one: " + command.text());
    }
  }
}
