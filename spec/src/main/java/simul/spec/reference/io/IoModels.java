package simul.spec.reference.io;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** The I/O models there are, in the order of the lecture. */
public enum IoModels {
  THREAD("thread", "Socket Thread", "two blocking threads for each client", SocketThreads::with),
  VIRTUAL_THREAD(
      "virtual-thread",
      "Socket Thread",
      "the same with threads of the JVM, from JDK 21 on",
      SocketThreads::virtual),
  NONBLOCKING(
      "nonblocking",
      "Non-blocking I/O",
      "one thread asks every socket in turn, and takes one core",
      most -> NonblockingLoop::start),
  SELECT("select", "select", "one thread at one Selector", most -> SelectLoop::start),
  ASYNC_SELECT(
      "async-select",
      "WSAAsyncSelect",
      "readiness as messages, handled by a message loop",
      most -> AsyncSelect::start),
  EVENT_SELECT(
      "event-select",
      "WSAEventSelect",
      "each thread waits for the events of 63 sockets",
      EventSelect::with),
  OVERLAPPED_EVENT(
      "overlapped-event",
      "Overlapped I/O (event)",
      "operations set events, 63 sockets a thread",
      OverlappedEvent::with),
  OVERLAPPED_CALLBACK(
      "overlapped-callback",
      "Overlapped I/O (callback)",
      "completion routines on one thread that waits alertably",
      most -> OverlappedCallback::start),
  IOCP(
      "iocp",
      "I/O Completion Port",
      "a few workers at one queue of completions",
      most -> Iocp::start);

  private final String id;
  private final String lecture;
  private final String summary;
  private final IntFunction<IoModel.Factory> factory;

  IoModels(String id, String lecture, String summary, IntFunction<IoModel.Factory> factory) {
    this.id = id;
    this.lecture = lecture;
    this.summary = summary;
    this.factory = factory;
  }

  /** The model of that name. */
  public static Optional<IoModels> find(String id) {
    return Arrays.stream(values()).filter(model -> model.id.equals(id)).findFirst();
  }

  /** The names of all. */
  public static List<String> ids() {
    return Arrays.stream(values()).map(IoModels::id).toList();
  }

  /** Its name, as the command line has it. */
  public String id() {
    return id;
  }

  /** What the lecture calls it. */
  public String lecture() {
    return lecture;
  }

  /** What it is on the JVM. */
  public String summary() {
    return summary;
  }

  /** Whether it needs more threads for more clients. */
  public boolean takesThreadsPerClient() {
    return this == THREAD
        || this == VIRTUAL_THREAD
        || this == EVENT_SELECT
        || this == OVERLAPPED_EVENT;
  }

  /** Whether this JDK has what it needs. */
  public boolean isAvailable() {
    try {
      return factory.apply(1) != null;
    } catch (UnsupportedOperationException e) {
      return false;
    }
  }

  /**
   * Serves in this way.
   *
   * @param mostThreads how many threads it may have for its clients; only some need many
   * @throws UnsupportedOperationException where this JDK has not what it needs
   */
  public IoModel.Factory factory(int mostThreads) {
    return factory.apply(mostThreads);
  }
}
