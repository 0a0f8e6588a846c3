package simul.conformance.property;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import net.jqwik.api.sessions.JqwikSession;

/**
 * One thread's session of jqwik. What sessions remember is shared by the process and not safe for
 * several threads, so suites that run side by side take turns: for each sample, not for the whole
 * of a property, which would make the others wait for a target's silence.
 */
final class JqwikTurns implements AutoCloseable {
  private static final ReentrantLock TURN = new ReentrantLock();

  private JqwikTurns() {}

  /** Opens a session for the current thread, which must be the one that closes it. */
  static JqwikTurns begin() {
    TURN.lock();
    try {
      JqwikSession.start();
    } finally {
      TURN.unlock();
    }
    return new JqwikTurns();
  }

  /** What jqwik answers; it must need no more than computing. */
  <R> R take(Supplier<R> question) {
    TURN.lock();
    try {
      return question.get();
    } finally {
      TURN.unlock();
    }
  }

  @Override
  public void close() {
    TURN.lock();
    try {
      JqwikSession.finish();
    } finally {
      TURN.unlock();
    }
  }
}
