package simul.spec.reference.io;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Where completions wait until a thread has time for them. The system puts those of operations into
 * it, and whoever likes one of their own. As an {@link java.util.concurrent.ExecutorService} it is
 * the pool that an {@link java.nio.channels.AsynchronousChannelGroup} is given, whose threads are
 * those that call {@link #take} and {@link #poll}. Any thread.
 */
final class CompletionQueue extends AbstractExecutorService {
  private final BlockingQueue<Runnable> completions = new LinkedBlockingQueue<>();
  private volatile boolean closed;

  /** Puts a completion into the queue: {@code PostQueuedCompletionStatus}. */
  void post(Runnable completion) {
    completions.add(completion);
  }

  /** The system does the same for operations that have ended. */
  @Override
  public void execute(Runnable completion) {
    post(completion);
  }

  /** Waits for the next completion: {@code GetQueuedCompletionStatus(..., INFINITE)}. */
  Runnable take() throws InterruptedException {
    return completions.take();
  }

  /** Waits for the next completion so long; null when none has come. */
  Runnable poll(long timeoutNanos) throws InterruptedException {
    return completions.poll(timeoutNanos, TimeUnit.NANOSECONDS);
  }

  /** The channel group has ended, and needs the queue no more. */
  @Override
  public void shutdown() {
    closed = true;
  }

  @Override
  public List<Runnable> shutdownNow() {
    shutdown();
    return List.of();
  }

  @Override
  public boolean isShutdown() {
    return closed;
  }

  @Override
  public boolean isTerminated() {
    return closed;
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) {
    return closed;
  }
}
