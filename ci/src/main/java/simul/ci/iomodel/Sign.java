package simul.ci.iomodel;

import java.util.Locale;
import java.util.Optional;

/** What a call means for the I/O model. */
public enum Sign {
  /** {@code WSARecv} and its like given a completion routine. */
  RECEIVE_ROUTINE(IoModel.OVERLAPPED_CALLBACK, true),
  /** {@code WSASend} and its like given a completion routine. */
  SEND_ROUTINE(IoModel.OVERLAPPED_CALLBACK, true),
  /** A wait in which completion routines run. */
  ALERTABLE_WAIT(IoModel.OVERLAPPED_CALLBACK, true),
  /** The same with an argument that the sources do not tell. */
  PERHAPS_ALERTABLE_WAIT(IoModel.OVERLAPPED_CALLBACK, false),
  /** A wait that could be alertable, but is told not to be. */
  NOT_ALERTABLE_WAIT(IoModel.OVERLAPPED_CALLBACK, false),
  /** A blocking accept: alertable on Windows, though no page of Windows promises it. */
  ACCEPT_AS_WAIT(IoModel.OVERLAPPED_CALLBACK, false),
  /** {@code WSARecv} with an OVERLAPPED and no routine. */
  OVERLAPPED_RECEIVE(IoModel.OVERLAPPED_EVENT, true),
  /** {@code WSASend} with an OVERLAPPED and no routine. */
  OVERLAPPED_SEND(IoModel.OVERLAPPED_EVENT, false),
  /** A wait for events. */
  EVENT_WAIT(IoModel.OVERLAPPED_EVENT, false),
  /** {@code WSAGetOverlappedResult}. */
  OVERLAPPED_RESULT(IoModel.OVERLAPPED_EVENT, true),
  PORT_CREATE(IoModel.IO_COMPLETION_PORT, true),
  PORT_WAIT(IoModel.IO_COMPLETION_PORT, true),
  SELECT(IoModel.SELECT, true),
  ASYNC_SELECT(IoModel.WSA_ASYNC_SELECT, true),
  EVENT_SELECT(IoModel.WSA_EVENT_SELECT, true),
  ENUM_EVENTS(IoModel.WSA_EVENT_SELECT, false),
  /** A thread is started that receives blockingly. */
  CLIENT_THREAD(IoModel.SOCKET_THREAD, true),
  NON_BLOCKING(IoModel.NON_BLOCKING, true),
  POLL(IoModel.POLL, true),
  EPOLL(IoModel.EPOLL, true),
  BLOCKING_RECEIVE(IoModel.BLOCKING, false),
  BLOCKING_SEND(IoModel.BLOCKING, false),
  LISTEN(null, false),
  ACCEPT(null, false),
  CONNECT(null, false);

  private final IoModel model;
  private final boolean decisive;

  Sign(IoModel model, boolean decisive) {
    this.model = model;
    this.decisive = decisive;
  }

  /** The model that it points to; empty when it only tells servers from clients. */
  public Optional<IoModel> model() {
    return Optional.ofNullable(model);
  }

  boolean isDecisive() {
    return decisive;
  }

  /** Its name in texts of programs: {@code alertable-wait}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
