package simul.ci.build;

import java.io.IOException;

/** What runs the programs of a build: as they are, or within a sandbox. */
public interface ProcessRunner {
  /**
   * Runs a program to its end, or to its time limit.
   *
   * @throws IOException when it cannot be started
   */
  ProcessOutcome run(ProcessOrder order) throws IOException;
}
