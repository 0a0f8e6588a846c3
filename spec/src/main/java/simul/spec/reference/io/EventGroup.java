package simul.spec.reference.io;

import java.util.BitSet;
import java.util.concurrent.TimeUnit;

/**
 * As many events as one thread can wait for: {@code WSA_MAXIMUM_WAIT_EVENTS}, 64, of which event 0
 * wakes the thread itself and the others belong to a socket each. Any thread sets them, one waits.
 */
final class EventGroup {
  /** {@code WSA_MAXIMUM_WAIT_EVENTS} of {@code winsock2.h}. */
  static final int MAXIMUM_WAIT_EVENTS = 64;

  /** One event is the thread's own. */
  static final int MOST_SOCKETS = MAXIMUM_WAIT_EVENTS - 1;

  /** What {@link #waitForAny} returns when the time is over: {@code WSA_WAIT_TIMEOUT}. */
  static final int TIMEOUT = -1;

  static final int OWN_EVENT = 0;

  private final BitSet set = new BitSet(MAXIMUM_WAIT_EVENTS);

  /** {@code WSASetEvent}. */
  synchronized void set(int event) {
    set.set(event);
    notifyAll();
  }

  /** {@code WSAResetEvent}; whether it was set. */
  synchronized boolean reset(int event) {
    boolean wasSet = set.get(event);
    set.clear(event);
    return wasSet;
  }

  /**
   * {@code WSAWaitForMultipleEvents(count, events, FALSE, timeout, FALSE)}: waits until one is set.
   * As there, it is the lowest: whoever serves only that one lets the others starve.
   */
  synchronized int waitForAny(long timeoutNanos) throws InterruptedException {
    long due = System.nanoTime() + timeoutNanos;
    while (set.isEmpty() && due - System.nanoTime() > 0) {
      // Rounded up, for 0 would be for ever.
      wait(1 + TimeUnit.NANOSECONDS.toMillis(due - System.nanoTime()));
    }
    return set.isEmpty() ? TIMEOUT : set.nextSetBit(0);
  }
}
