package simul.spec.reference.io;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.ThreadFactory;

/** How I/O models start their threads, and wait for their ends. */
final class Threads {
  private Threads() {}

  /** Threads of the system, which do not keep the program alive. */
  static ThreadFactory platform(String name) {
    return work -> {
      Thread thread = new Thread(work, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  /**
   * Threads that the JVM itself schedules, from JDK 21 on. They are asked for by name, since this
   * program is compiled for JDK 17, which has none.
   *
   * @throws UnsupportedOperationException where the JDK has none
   */
  static ThreadFactory virtual() {
    try {
      Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
      return (ThreadFactory)
          Class.forName("java.lang.Thread$Builder").getMethod("factory").invoke(builder);
    } catch (ReflectiveOperationException | ClassCastException e) {
      Throwable why = e instanceof InvocationTargetException ? e.getCause() : e;
      throw new UnsupportedOperationException(
          "virtual threads need JDK 21 or later, and this is " + Runtime.version().feature(), why);
    }
  }

  /** Waits for a thread to end, so long at most. */
  static void join(Thread thread, long millis) {
    try {
      thread.join(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
