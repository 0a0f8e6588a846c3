package simul.conformance.odd;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * When and on which thread the game hears of what has happened on the sockets: of one thing at a
 * time, and of the same connection's in their order. Any thread may tell it. What has not been
 * heard when it is closed never is.
 */
interface Pace extends AutoCloseable {

  /** Lets the game hear of something, now or later. */
  void tell(Runnable event);

  @Override
  void close();

  /** At once, on the thread that tells it, under one lock. */
  static Pace locked() {
    return new Pace() {
      @Override
      public synchronized void tell(Runnable event) {
        event.run();
      }

      @Override
      public void close() {}
    };
  }

  /** So long after it has happened, on a thread of its own. */
  static Pace delayed(Duration delay) {
    return new OneThread() {
      @Override
      public synchronized void tell(Runnable event) {
        // Equal delays keep the order in which they were asked for.
        schedule(event, delay);
      }
    };
  }

  /** All that has happened since the last tick, on a thread of its own. */
  static Pace ticking(Duration period) {
    return new Ticking(period);
  }

  /** A thread that is the game's alone. */
  abstract class OneThread implements Pace {
    private static final long STOP_MILLIS = 5_000;

    private volatile Thread game;

    final ScheduledExecutorService thread =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              game = new Thread(work, "odd-server-game");
              game.setDaemon(true);
              return game;
            });

    final void schedule(Runnable event, Duration delay) {
      try {
        var ignored = thread.schedule(() -> hear(event), delay.toNanos(), TimeUnit.NANOSECONDS);
      } catch (RejectedExecutionException e) {
        // The server stops; nobody is left to be told.
        assert thread.isShutdown();
      }
    }

    /** An executor would keep to itself what goes wrong. */
    final void hear(Runnable event) {
      try {
        event.run();
      } catch (RuntimeException e) {
        Thread current = Thread.currentThread();
        current.getUncaughtExceptionHandler().uncaughtException(current, e);
      }
    }

    @Override
    public void close() {
      thread.shutdownNow();
      try {
        if (game != null) {
          // An executor that has terminated may have a thread that has not ended yet.
          game.join(STOP_MILLIS);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Hears of everything in ticks. */
  final class Ticking extends OneThread {
    private final Queue<Runnable> happened = new ArrayDeque<>();

    private Ticking(Duration period) {
      var ignored =
          thread.scheduleAtFixedRate(
              this::tick, period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void tell(Runnable event) {
      synchronized (happened) {
        happened.add(event);
      }
    }

    private void tick() {
      Queue<Runnable> due;
      synchronized (happened) {
        due = new ArrayDeque<>(happened);
        happened.clear();
      }
      due.forEach(this::hear);
    }
  }
}
