package simul.ci.grading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simul.ci.build.PlainProcessRunner;
import simul.ci.build.ProcessOrder;
import simul.ci.build.ProcessOutcome;
import simul.ci.build.ProcessRunner;
import simul.ci.sandbox.Bubblewrap;
import simul.ci.sandbox.Confinement;

/** Runs the programs of a build within a sandbox: a submission's own makefile is one of them. */
final class ConfinedRunner implements ProcessRunner {
  private final Bubblewrap sandbox;
  private final Path submission;
  private final Path work;
  private final PlainProcessRunner runner = new PlainProcessRunner();

  /**
   * A runner for one build.
   *
   * @param submission may be read
   * @param work may be written
   */
  ConfinedRunner(Bubblewrap sandbox, Path submission, Path work) {
    this.sandbox = sandbox;
    this.submission = submission;
    this.work = work;
  }

  @Override
  public ProcessOutcome run(ProcessOrder order) throws IOException {
    sandbox.give(submission);
    sandbox.give(work);
    Path home = Files.createDirectories(work.resolve(".home"));
    sandbox.give(home);
    Confinement confinement =
        new Confinement(
            List.of(submission),
            List.of(work),
            Optional.of(order.folder()),
            order.environment(),
            false,
            Confinement.Limits.BUILD);
    return runner.run(
        new ProcessOrder(
            sandbox.confine(order.words(), confinement),
            order.folder(),
            Map.of(),
            order.timeLimit(),
            order.log()));
  }
}
