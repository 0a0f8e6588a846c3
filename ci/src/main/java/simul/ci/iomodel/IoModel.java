package simul.ci.iomodel;

import java.util.Locale;

/** A way in which a server waits for many clients: the lecture's eight, and others. */
public enum IoModel {
  /** A thread for each client, which blocks in {@code recv}. */
  SOCKET_THREAD,
  /** Sockets that never block, asked in turn. */
  NON_BLOCKING,
  SELECT,
  WSA_ASYNC_SELECT,
  WSA_EVENT_SELECT,
  /** Overlapped I/O whose end an event tells. */
  OVERLAPPED_EVENT,
  /** Overlapped I/O whose end calls a completion routine: what homework 3 demands. */
  OVERLAPPED_CALLBACK,
  IO_COMPLETION_PORT,
  /** {@code poll} or {@code WSAPoll}; not among the lecture's. */
  POLL,
  /** Linux' {@code epoll}; not among the lecture's. */
  EPOLL,
  /** One client after another, each call blocking; not among the lecture's. */
  BLOCKING;

  /** Whether it is one of the lecture's eight. */
  public boolean isOfLecture() {
    return ordinal() <= IO_COMPLETION_PORT.ordinal();
  }

  /** Its name in texts of programs: {@code overlapped-callback}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
