package simul.bots.swarm;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import simul.bots.connection.Rehearsal;
import simul.bots.connection.Transport;
import simul.bots.measure.Buckets;
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
  private final Controls controls;
  private volatile Run running;

  /** Bots to begin. */
  public Swarm(SwarmPlan plan) {
    this(plan, more -> Optional.empty());
  }

  /**
   * Bots to begin, of which nobody may wish for more than this machine bears.
   *
   * @param shortage what is lacking for so many more of them
   */
  public Swarm(SwarmPlan plan, IntFunction<Optional<String>> shortage) {
    this.plan = plan;
    this.controls = new Controls(plan, shortage);
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
      Run run = new Run(plan, transport, controls, done);
      run.begin();
      running = run;
      return await(transport, run, progress);
    } finally {
      running = null;
    }
  }

  /** Brings it to an early end, with what has been seen so far; from any thread. */
  public void stop() {
    ask(new Wish.Stop());
  }

  /**
   * Asks for a change, which is made a few milliseconds later, though not before the bots play;
   * from any thread.
   *
   * @throws IllegalArgumentException when it cannot be made; the message says why
   */
  public void ask(Wish wish) {
    controls.ask(wish);
  }

  /**
   * Has a snapshot taken and given to somebody, on the bots' loop, where nothing may take long;
   * from any thread. Nothing comes when the run ends meanwhile.
   *
   * @param firstSecond which of the finished seconds is the first that is wanted
   * @return whether a run goes on
   */
  public boolean look(int firstSecond, Consumer<Snapshot> eye) {
    return observe(run -> eye.accept(run.snapshot(firstSecond)));
  }

  /** The same for the response times so far. */
  public boolean measure(Consumer<Buckets> eye) {
    return observe(run -> eye.accept(run.tally().responseBuckets()));
  }

  private boolean observe(Consumer<Run> how) {
    Run run = running;
    if (run == null) {
      return false;
    }
    try {
      run.execute(() -> how.accept(run));
      return true;
    } catch (RejectedExecutionException e) {
      // It has just ended.
      return false;
    }
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
