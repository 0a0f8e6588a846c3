package simul.ci.launch;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import simul.conformance.check.TargetHost;
import simul.conformance.probe.TargetUnreachable;
import simul.conformance.verdict.ProcessExit;
import simul.spec.rule.Rule;

/**
 * A target that this program has started: serves when it has been made, is started anew when a
 * check has ended it, and is stopped, with all of its processes, when it is closed. One thread uses
 * it, whose interruption ends every wait; any may close it.
 */
public final class LaunchedTarget implements TargetHost, AutoCloseable {
  /**
   * A target that was lost so often is not started again: every one of some dozens of checks may
   * find a way to end it, and each restart may take seconds.
   */
  public static final int MOST_LOSSES = 40;

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(25);

  private final Launcher launcher;
  private final LaunchPlan plan;
  private final Readiness readiness;
  private final Restart policy;
  private final List<LaunchRecord.Loss> losses = new ArrayList<>();
  private ServerProcess process;
  private State state = new Serving();
  private Rule last;
  private int restarts;
  private String gone;

  private LaunchedTarget(LaunchPlan plan, Readiness readiness, Restart policy) {
    this.plan = plan;
    this.readiness = readiness;
    this.policy = policy;
    this.launcher = new Launcher(plan, readiness);
  }

  /**
   * Starts a target and waits until it serves.
   *
   * @throws LaunchFailed when it cannot be started, ends before it serves, or does not serve in
   *     time; nothing is left of it then
   */
  public static LaunchedTarget launch(LaunchPlan plan, Readiness readiness, Restart policy)
      throws LaunchFailed {
    LaunchedTarget target = new LaunchedTarget(plan, readiness, policy);
    try {
      target.process = target.launcher.start();
      return target;
    } finally {
      if (target.process == null) {
        target.close();
      }
    }
  }

  /** Where it listens now. */
  public InetSocketAddress address() {
    return launcher.address();
  }

  /** The ID of its first process. */
  public long pid() {
    return process.pid();
  }

  /** All that the current run has printed, in bytes. */
  public long outputBytes() {
    return process.outputBytes();
  }

  /** What has become of it so far. */
  public LaunchRecord record() {
    return new LaunchRecord(plan.command().text(), restarts, losses);
  }

  @Override
  public InetSocketAddress readyFor(Rule next) throws TargetUnreachable {
    boolean lost = state(Duration.ZERO).isLost();
    if (lost ? mayRestart() : isDueFor(next)) {
      restart();
    }
    if (gone != null) {
      throw new TargetUnreachable(gone);
    }
    last = next;
    return address();
  }

  private boolean mayRestart() {
    if (gone == null && policy == Restart.NEVER) {
      gone = losses.get(losses.size() - 1).text() + ", and is not to be started again";
    } else if (gone == null && losses.size() > MOST_LOSSES) {
      gone = "the server was lost " + losses.size() + " times and is not started again";
    }
    return gone == null;
  }

  private boolean isDueFor(Rule next) {
    return switch (policy) {
      case WHEN_LOST, NEVER -> false;
      case CASE -> last != null;
      case GROUP -> last != null && !last.area().equals(next.area());
    };
  }

  private void restart() {
    try {
      process = launcher.start();
      state = new Serving();
      restarts++;
    } catch (LaunchFailed e) {
      // One that does not come back now would cost every further check its time.
      gone = "the server cannot be started again: " + e.reason();
    }
  }

  @Override
  public State state(Duration patience) {
    if (!state.isLost()) {
      process.look();
      state = look(patience);
      if (state.isLost()) {
        Optional<ProcessExit> exit =
            state instanceof Ended end ? Optional.of(end.exit()) : Optional.empty();
        losses.add(
            new LaunchRecord.Loss(
                Optional.ofNullable(last).map(Rule::id), exit, process.lastOutput()));
      }
    }
    return state;
  }

  private State look(Duration patience) {
    long start = System.nanoTime();
    long left = patience.toNanos();
    while (left > 0 && !process.hasEnded()) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("the look at the server was interrupted");
      }
      if (readiness.lacking(address(), Duration.ofNanos(left)).isEmpty()) {
        return new Serving();
      }
      // A refused connection is often the last but one sign of a process that ends.
      if (!process.awaitEnd(BETWEEN_LOOKS)) {
        left = patience.toNanos() - (System.nanoTime() - start);
      }
    }
    if (process.hasEnded()) {
      return new Ended(process.exit());
    }
    // One that must not be started anew may yet recover, and the checks are to see what it does.
    return patience.isZero() || policy == Restart.NEVER ? new Serving() : new Hung();
  }

  @Override
  public void close() {
    launcher.close();
  }
}
