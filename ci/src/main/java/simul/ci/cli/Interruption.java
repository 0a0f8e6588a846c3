package simul.ci.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What Ctrl-C or SIGTERM does to a command that has results to show: it is asked to come to its
 * end, gets a little time for that, and its exit code counts.
 */
final class Interruption implements AutoCloseable {
  /** A run that is stopped waits for what is still due, which has a patience of its own. */
  private static final Duration GRACE = Duration.ofSeconds(12);

  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook;
  private volatile int exitCode = ExitCode.INCONCLUSIVE;

  private Interruption(Runnable stop) {
    this.hook = new Thread(() -> interrupted(stop), "interruption");
  }

  /** Watches for an interruption, which then does this. */
  static Interruption then(Runnable stop) {
    Interruption interruption = new Interruption(stop);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  private void interrupted(Runnable stop) {
    stop.run();
    try {
      if (finished.await(GRACE.toSeconds(), TimeUnit.SECONDS)) {
        Runtime.getRuntime().halt(exitCode);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The command has shown its result. */
  void finished(int code) {
    exitCode = code;
    finished.countDown();
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The program is ending already; the hook runs, and waits for this.
      finished.countDown();
    }
  }
}
