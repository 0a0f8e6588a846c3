package simul.ci.iomodel;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import simul.spec.source.Argument;
import simul.spec.source.Call;

/** What single calls mean, by their names and the shape of their arguments. */
final class Signs {
  private static final long FIONBIO = 0x8004667eL;
  private static final long F_SETFL = 4;

  /** {@code MWMO_ALERTABLE}. */
  private static final long MESSAGE_WAIT_ALERTABLE = 2;

  /** Where the completion routine stands; the OVERLAPPED is before it. */
  private static final Map<String, Integer> RECEIVES =
      Map.of("WSARecv", 6, "WSARecvFrom", 8, "ReadFileEx", 4, "WSARecvMsg", 4);

  private static final Map<String, Integer> SENDS =
      Map.of("WSASend", 6, "WSASendTo", 8, "WriteFileEx", 4, "WSASendMsg", 5);

  /** Where waits are told whether they are alertable. */
  private static final Map<String, Integer> WAITS =
      Map.of(
          "SleepEx", 1,
          "WSAWaitForMultipleEvents", 4,
          "WaitForSingleObjectEx", 2,
          "WaitForMultipleObjectsEx", 4,
          "SignalObjectAndWait", 3);

  private static final Set<String> EVENT_WAITS =
      Set.of("WSAWaitForMultipleEvents", "WaitForMultipleObjects", "WaitForSingleObject");

  private static final Map<String, Sign> PLAIN =
      Map.ofEntries(
          Map.entry("WSAGetOverlappedResult", Sign.OVERLAPPED_RESULT),
          Map.entry("GetOverlappedResult", Sign.OVERLAPPED_RESULT),
          Map.entry("CreateIoCompletionPort", Sign.PORT_CREATE),
          Map.entry("GetQueuedCompletionStatus", Sign.PORT_WAIT),
          Map.entry("GetQueuedCompletionStatusEx", Sign.PORT_WAIT),
          Map.entry("BindIoCompletionCallback", Sign.PORT_WAIT),
          Map.entry("CreateThreadpoolIo", Sign.PORT_WAIT),
          Map.entry("WSAEnumNetworkEvents", Sign.ENUM_EVENTS),
          Map.entry("poll", Sign.POLL),
          Map.entry("ppoll", Sign.POLL),
          Map.entry("WSAPoll", Sign.POLL),
          Map.entry("epoll_wait", Sign.EPOLL),
          Map.entry("epoll_pwait", Sign.EPOLL),
          Map.entry("recv", Sign.BLOCKING_RECEIVE),
          Map.entry("recvfrom", Sign.BLOCKING_RECEIVE),
          Map.entry("send", Sign.BLOCKING_SEND),
          Map.entry("sendto", Sign.BLOCKING_SEND),
          Map.entry("listen", Sign.LISTEN),
          Map.entry("accept", Sign.ACCEPT),
          Map.entry("WSAAccept", Sign.ACCEPT),
          Map.entry("AcceptEx", Sign.ACCEPT),
          Map.entry("connect", Sign.CONNECT),
          Map.entry("WSAConnect", Sign.CONNECT),
          Map.entry("ConnectEx", Sign.CONNECT));

  private Signs() {}

  /** What a call means; empty for nothing. Threads are another matter. */
  static Optional<Sign> of(Call call) {
    if (call.kind() != Call.Kind.FUNCTION || call.ofProgram()) {
      return Optional.empty();
    }
    String name = call.name();
    if (RECEIVES.containsKey(name)) {
      return Optional.of(
          overlapped(
              call,
              RECEIVES.get(name),
              Sign.RECEIVE_ROUTINE,
              Sign.OVERLAPPED_RECEIVE,
              Sign.BLOCKING_RECEIVE));
    }
    if (SENDS.containsKey(name)) {
      return Optional.of(
          overlapped(
              call, SENDS.get(name), Sign.SEND_ROUTINE, Sign.OVERLAPPED_SEND, Sign.BLOCKING_SEND));
    }
    return wait(call).or(() -> notifying(call)).or(() -> Optional.ofNullable(PLAIN.get(name)));
  }

  private static Sign overlapped(Call call, int at, Sign routine, Sign event, Sign blocking) {
    // Without an OVERLAPPED, Windows takes no notice of a routine.
    boolean overlapped = call.argument(at - 1).filter(each -> !each.isZero()).isPresent();
    boolean called = call.argument(at).filter(each -> !each.isZero()).isPresent();
    return !overlapped ? blocking : called ? routine : event;
  }

  private static Optional<Sign> wait(Call call) {
    String name = call.name();
    if (name.equals("MsgWaitForMultipleObjectsEx")) {
      OptionalLong flags = call.argument(4).map(Argument::value).orElse(OptionalLong.empty());
      boolean alertable = flags.isEmpty() || (flags.getAsLong() & MESSAGE_WAIT_ALERTABLE) != 0;
      return alertable ? Optional.of(Sign.PERHAPS_ALERTABLE_WAIT) : Optional.empty();
    }
    Integer at = WAITS.get(name);
    Optional<Argument> told = at == null ? Optional.empty() : call.argument(at);
    if (told.isPresent() && !told.get().isZero()) {
      boolean certain = told.get().isNonzeroConstant();
      return Optional.of(certain ? Sign.ALERTABLE_WAIT : Sign.PERHAPS_ALERTABLE_WAIT);
    }
    if (EVENT_WAITS.contains(name)) {
      return Optional.of(Sign.EVENT_WAIT);
    }
    return at == null ? Optional.empty() : Optional.of(Sign.NOT_ALERTABLE_WAIT);
  }

  /** Calls that mean nothing when they are told to stop. */
  private static Optional<Sign> notifying(Call call) {
    return switch (call.name()) {
      case "select", "pselect" -> sign(Sign.SELECT, isAny(call, 1, 2, 3));
      case "WSAAsyncSelect" -> sign(Sign.ASYNC_SELECT, isAny(call, 3));
      case "WSAEventSelect" -> sign(Sign.EVENT_SELECT, isAny(call, 2));
      case "ioctlsocket", "ioctl" -> sign(Sign.NON_BLOCKING, is(call.argument(1), FIONBIO));
      case "WSAIoctl" -> sign(Sign.NON_BLOCKING, is(call.argument(1), FIONBIO));
      case "fcntl" ->
          sign(
              Sign.NON_BLOCKING,
              is(call.argument(1), F_SETFL)
                  && call.argument(2).filter(each -> !each.isZero()).isPresent());
      default -> Optional.empty();
    };
  }

  private static Optional<Sign> sign(Sign sign, boolean holds) {
    return holds ? Optional.of(sign) : Optional.empty();
  }

  private static boolean isAny(Call call, int... indexes) {
    for (int index : indexes) {
      if (call.argument(index).filter(each -> !each.isZero()).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static boolean is(Optional<Argument> argument, long value) {
    return argument.isPresent()
        && argument.get().value().isPresent()
        && (argument.get().value().getAsLong() & 0xffffffffL) == value;
  }
}
