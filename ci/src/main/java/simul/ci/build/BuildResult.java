package simul.ci.build;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came of building a server.
 *
 * @param strategy that did it, or the first that tried; empty when none could even try
 * @param command to run the server with, when it was built
 * @param log all that was printed
 * @param firstError in one line, as {@code server.cpp:12: message}, when it was not built
 * @param took all attempts together
 * @param timedOut whether it was not built because the time was over
 * @param attempts one line each: the strategy, and what came of it or why it could not try
 * @param notes what was made up for, as an accept() that waits alertably; a report says so
 */
public record BuildResult(
    String strategy,
    Optional<RunCommand> command,
    Optional<Path> log,
    Optional<String> firstError,
    Duration took,
    boolean timedOut,
    List<String> attempts,
    List<String> notes) {
  public BuildResult {
    attempts = List.copyOf(attempts);
    notes = List.copyOf(notes);
  }

  /** Whether there is a server to run. */
  public boolean isBuilt() {
    return command.isPresent();
  }
}
