package simul.ci.build;

import java.util.List;
import java.util.Optional;

/**
 * What came of one strategy.
 *
 * @param command to run the server with, when it was built
 * @param firstError in one line, when it was not
 */
record Attempt(
    Optional<RunCommand> command,
    Optional<String> firstError,
    boolean timedOut,
    List<String> notes) {
  static Attempt built(RunCommand command, List<String> notes) {
    return new Attempt(Optional.of(command), Optional.empty(), false, List.copyOf(notes));
  }

  static Attempt failed(String firstError, boolean timedOut, List<String> notes) {
    return new Attempt(Optional.empty(), Optional.of(firstError), timedOut, List.copyOf(notes));
  }
}
