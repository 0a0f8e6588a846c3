package simul.ci.build;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One attempt at building: what, where, and with what.
 *
 * @param project among the originals, which are only read
 * @param tree the submission's files
 * @param work an empty folder for everything that is written
 * @param log the file for all that is printed
 * @param deadline of {@link System#nanoTime()}, when the time for all attempts is over
 */
record BuildOrder(
    Project project,
    FileTree tree,
    Path work,
    Path log,
    Tools tools,
    ProcessRunner runner,
    long deadline) {
  /** Messages are searched, so they are in English, with quotes of one kind. */
  private static final Map<String, String> ENVIRONMENT =
      Map.of("LC_ALL", "C.UTF-8", "LANGUAGE", "en", "VSLANG", "1033", "DISPLAY", "");

  /** Runs a program; one that has no time left is not started. */
  ProcessOutcome run(List<String> words, Path folder) throws IOException {
    return run(words, folder, Map.of());
  }

  ProcessOutcome run(List<String> words, Path folder, Map<String, String> more) throws IOException {
    Duration left = Duration.ofNanos(deadline - System.nanoTime());
    if (left.isNegative()) {
      return new ProcessOutcome(-1, true, Duration.ZERO);
    }
    Map<String, String> environment = new HashMap<>(ENVIRONMENT);
    environment.putAll(more);
    return runner.run(new ProcessOrder(words, folder, environment, left, log));
  }

  /** A failure with the first error of the log. */
  Attempt failed(ProcessOutcome outcome, Path root, List<String> notes) throws IOException {
    String error =
        outcome.timedOut()
            ? "the build took too long and was ended"
            : FirstError.in(log, root).orElse("the build failed with status " + outcome.status());
    return Attempt.failed(error, outcome.timedOut(), notes);
  }
}
