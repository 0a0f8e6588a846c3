package simul.conformance.check;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The thread that runs trials, as far as others may stop it: that ends its waits at once. */
public final class Runner {
  private final CountDownLatch stopped = new CountDownLatch(1);
  private Thread thread;

  /** The current thread runs it from now on. */
  public synchronized void begin() {
    thread = Thread.currentThread();
  }

  /** The current thread has run it. */
  public synchronized void end() {
    thread = null;
    if (isStopped()) {
      // What ended the waits must not end the writing of reports.
      Thread.interrupted();
    }
  }

  /** Has it end soon, whether it has begun or not. Any thread. */
  public synchronized void stop() {
    stopped.countDown();
    if (thread != null) {
      thread.interrupt();
    }
  }

  public boolean isStopped() {
    return stopped.getCount() == 0;
  }

  /** Whether that is so, or comes to be so within a while; for the thread that runs it. */
  boolean isStoppedWithin(Duration patience) {
    try {
      return stopped.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      stop();
      return true;
    }
  }
}
