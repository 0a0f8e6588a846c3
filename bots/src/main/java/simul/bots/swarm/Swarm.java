package simul.bots.swarm;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import simul.bots.connection.Rehearsal;
import simul.bots.connection.Transport;
import simul.bots.measure.Progress;
import simul.bots.measure.SwarmResult;

/**
 * Bots that play against one target and keep book of what they meet. One run each; the calling
 * thread waits, while one event loop does everything. No thread and no connection is left when
 * {@link #run} returns.
 */
public final class Swarm {
  /** How often whoever waits hears how it goes. */
  private static final Duration PROGRESS = Duration.ofSeconds(1);

  private final SwarmPlan plan;
  private final CompletableFuture<SwarmResult> done = new CompletableFuture<>();
  private volatile boolean stopping;

  public Swarm(SwarmPlan plan) {
    this.plan = plan;
  }

  /**
   * Plays to the end.
   *
   * @param progress hears every second how it goes, on the calling thread
   * @throws NobodyAnswers when not one bot gets in
   * @throws IllegalStateException through a defect of our own
   */
  public SwarmResult run(Consumer<Progress> progress) throws NobodyAnswers {
    try (Transport transport = Transport.open()) {
      Rehearsal.hold(transport, plan.protocol());
      Run run = new Run(plan, transport, () -> stopping, done);
      run.begin();
      return await(transport, run, progress);
    }
  }

  /** Brings it to an early end, with what has been seen so far; from any thread. */
  public void stop() {
    stopping = true;
  }

  private SwarmResult await(Transport transport, Run run, Consumer<Progress> progress)
      throws NobodyAnswers {
    while (true) {
      try {
        return done.get(PROGRESS.toNanos(), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        progress.accept(transport.loop().submit(run::progress).syncUninterruptibly().getNow());
      } catch (InterruptedException e) {
        stop();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof NobodyAnswers nobody) {
          throw nobody;
        }
        throw new IllegalStateException("the swarm failed: " + e.getCause(), e.getCause());
      }
    }
  }
}
