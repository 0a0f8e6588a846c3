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
 * @param timeout how long it may take until it serves
 */
public record LaunchPlan(CommandWords command, Path folder, OptionalInt port, Duration timeout) {
  /** Room for a virtual machine's start on a busy computer, or for a script that compiles first. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(15);

  public LaunchPlan {
    if (port.isEmpty() && !command.namesPort()) {
      throw new IllegalArgumentException("neither a port nor a place for one: " + command.text());
    }
  }
}
