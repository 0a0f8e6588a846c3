package simul.ci.launch;

import java.util.List;
import java.util.Optional;
import simul.conformance.verdict.ProcessExit;

/**
 * What became of a launched target.
 *
 * @param command as it was written
 * @param restarts how often it was started again
 * @param losses how often it was lost, in order
 */
public record LaunchRecord(String command, int restarts, List<Loss> losses) {
  public LaunchRecord {
    losses = List.copyOf(losses);
  }

  /**
   * One end of a target that nobody had asked for.
   *
   * @param check the ID of the last check that was run on it; none when it was the first client
   * @param exit how its process ended; empty when it ran on but served nobody any more
   * @param lastOutput the last lines that it had printed
   */
  public record Loss(Optional<String> check, Optional<ProcessExit> exit, List<String> lastOutput) {
    public Loss {
      lastOutput = List.copyOf(lastOutput);
    }

    /** In words, a clause: {@code the server exited with status 139 (SIGSEGV)}. */
    public String text() {
      return exit.map(how -> "the server exited with status " + how.text())
          .orElse("the server runs, but serves nobody any more");
    }
  }
}
