package simul.ci.launch;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * One run of a program that does a job and ends, as a compiler, with all the processes that it
 * starts. None of them outlives the {@link #close}. For one thread.
 */
public final class ToolProcess implements AutoCloseable {
  private final Process process;
  private final ProcessTree tree;

  private ToolProcess(Process process, ProcessTree tree) {
    this.process = process;
    this.tree = tree;
  }

  /** Starts a program with an empty standard input; where its output goes, the builder says. */
  public static ToolProcess start(ProcessBuilder builder) throws IOException {
    String mark = UUID.randomUUID().toString();
    builder.environment().put(ProcessTree.MARK, mark);
    Process process = builder.start();
    ToolProcess tool = new ToolProcess(process, new ProcessTree(process.toHandle(), mark));
    process.getOutputStream().close();
    return tool;
  }

  /** The first of its processes, for its output. */
  public Process process() {
    return process;
  }

  /** Waits so long for the first of its processes to end by itself; whether it has. */
  public boolean awaitEnd(Duration patience) throws InterruptedException {
    boolean ended = process.waitFor(patience.toNanos(), TimeUnit.NANOSECONDS);
    if (!ended) {
      tree.look();
    }
    return ended;
  }

  /**
   * Ends all of its processes that are left.
   *
   * @throws IllegalStateException when one cannot even be killed
   */
  @Override
  public void close() {
    List<Long> left = tree.stop(Duration.ZERO);
    if (!left.isEmpty()) {
      throw new IllegalStateException("the processes " + left + " cannot be stopped");
    }
  }
}
