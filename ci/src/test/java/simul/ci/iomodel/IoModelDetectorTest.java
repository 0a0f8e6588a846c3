package simul.ci.iomodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import simul.spec.header.SourceFile;
import simul.spec.source.SourceProgram;

class IoModelDetectorTest {
  /**
   * Each sample: its models, the constraint, the calls that decide it, those that are unreached.
   */
  private static final String TABLE =
      """
      accept-only               |                                        | NOTHING_FOUND       |  |
      async-select-mfc          | wsa-async-select                       | OTHER_MODEL         | Listen:ServerDlg.cpp:14 |
      async-select-window       | wsa-async-select                       | OTHER_MODEL         | WSAAsyncSelect:12 WSAAsyncSelect:18 |
      blocking-single           | blocking                               | OTHER_MODEL         |  |
      broken                    | overlapped-callback                    | CALLBACKS           | WSARecv:8 SleepEx:25 |
      callback-events-alertable | overlapped-callback                    | CALLBACKS           | WSASend:13 WSARecv:15 WSAWaitForMultipleEvents:35 WSARecv:39 |
      callback-in-accept        | overlapped-callback                    | CALLBACKS_IN_ACCEPT | WSARecv:14 WSARecv:27 |
      callback-lambda           | overlapped-callback                    | CALLBACKS           | WSARecv:9 WaitForSingleObjectEx:29 |
      callback-never-alertable  | overlapped-callback                    | NEVER_COMPLETES     | WSARecv:14 WSARecv:33 |
      callback-routine-variable | overlapped-callback                    | CALLBACKS           | WSARecv:8 SleepEx:18 |
      callback-sleepex          | overlapped-callback                    | CALLBACKS           | WSARecv:22 WSASend:30 WSARecv:51 SleepEx:53 |
      callback-static-member    | overlapped-callback                    | CALLBACKS           | WaitForMultipleObjectsEx:Listener.cpp:20 WSARecv:Session.cpp:7 WSASend:Session.cpp:12 |
      client-beside             | overlapped-callback                    | CALLBACKS           | WSARecv:server/main.cpp:12 SleepEx:server/main.cpp:13 |
      client-only               | overlapped-callback                    | NO_SERVER           | WSARecv:10 SleepEx:11 |
      cut-off                   | select                                 | OTHER_MODEL         | select:8 |
      dead-functions            | select                                 | OTHER_MODEL         | select:24 | GetQueuedCompletionStatus:7 CreateIoCompletionPort:11 WSARecv:17 SleepEx:18
      decoys                    | overlapped-callback                    | CALLBACKS           | WSARecv:37 WSARecv:56 SleepEx:57 | WSAPoll:49
      epoll                     | epoll                                  | OTHER_MODEL         | epoll_wait:12 |
      event-select-class        | wsa-event-select                       | OTHER_MODEL         | WSAEventSelect:include/reactor.hpp:20 |
      event-select-classic      | wsa-event-select                       | OTHER_MODEL         | WSAEventSelect:20 WSAEventSelect:29 |
      iocp-accept-ex            | io-completion-port                     | OTHER_MODEL         | CreateIoCompletionPort:23 CreateIoCompletionPort:24 GetQueuedCompletionStatus:33 |
      iocp-other-file           | io-completion-port                     | OTHER_MODEL         | CreateIoCompletionPort:network/Network.cpp:13 CreateIoCompletionPort:network/Network.cpp:24 GetQueuedCompletionStatusEx:network/Network.cpp:33 |
      iocp-single               | io-completion-port                     | OTHER_MODEL         | GetQueuedCompletionStatus:26 CreateIoCompletionPort:37 CreateIoCompletionPort:45 |
      mixed-iocp                | overlapped-callback io-completion-port | MIXED               | WSASend:8 GetQueuedCompletionStatus:13 CreateIoCompletionPort:20 WSARecv:26 SleepEx:27 |
      mixed-thread-select       | socket-thread select                   | OTHER_MODEL         | select:13 _beginthreadex:23 |
      no-sockets                |                                        | NO_SERVER           |  |
      nonblocking-fcntl         | non-blocking                           | OTHER_MODEL         | fcntl:6 |
      nonblocking-ioctl         | non-blocking                           | OTHER_MODEL         | ioctlsocket:9 |
      one-receiver-thread       | select                                 | OTHER_MODEL         | select:9 |
      only-dead                 |                                        | ONLY_UNREACHED      |  | WSARecv:6 SleepEx:7
      only-sends                | overlapped-callback                    | ONLY_SENDS          | WSASend:13 SleepEx:14 |
      overlapped-event-class    | overlapped-event                       | OTHER_MODEL         | WSARecv:EventServer.cpp:21 WSAGetOverlappedResult:EventServer.cpp:31 WSARecv:EventServer.cpp:33 |
      poll                      | poll                                   | OTHER_MODEL         | WSAPoll:9 |
      routine-always-null       | overlapped-event                       | OTHER_MODEL         | WSARecv:8 WSAGetOverlappedResult:23 |
      routine-null              | overlapped-event                       | OTHER_MODEL         | WSARecv:19 WSAGetOverlappedResult:37 | WSARecv:13
      select-classic            | select                                 | OTHER_MODEL         | select:20 |
      select-wrapper            | select                                 | OTHER_MODEL         | select:Server.cpp:31 |
      thread-create             | socket-thread                          | OTHER_MODEL         | CreateThread:26 |
      thread-lambda             | socket-thread                          | OTHER_MODEL         | thread:7 |
      thread-vector             | socket-thread                          | OTHER_MODEL         | emplace_back:33 |
      """;

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = TABLE)
  void tellsModelConstraintAndEvidence(
      String sample, String models, Constraint constraint, String decisive, String unreached) {
    IoModelReport report = IoModelDetector.detect(Sources.of(sample));

    assertThat(report.models().stream().map(IoModel::word).collect(Collectors.joining(" ")))
        .isEqualTo(models == null ? "" : models);
    assertThat(report.constraint()).isEqualTo(constraint);
    assertThat(places(report, Strength.DECISIVE)).isEqualTo(decisive == null ? "" : decisive);
    assertThat(places(report, Strength.UNREACHED)).isEqualTo(unreached == null ? "" : unreached);
  }

  /** {@code call:line} of the only file, {@code call:file:line} where there are several. */
  private static String places(IoModelReport report, Strength strength) {
    boolean single = report.files().size() == 1;
    return report.evidence(strength).stream()
        .map(each -> each.call() + ":" + (single ? each.place().line() : each.place().toString()))
        .collect(Collectors.joining(" "));
  }

  @Test
  void everySampleIsInTheTable() {
    Set<String> inTable =
        TABLE.lines().map(line -> line.split("\\|")[0].strip()).collect(Collectors.toSet());

    assertThat(inTable).containsExactlyInAnyOrderElementsOf(Sources.all());
    assertThat(inTable).hasSizeGreaterThanOrEqualTo(24);
  }

  @Test
  void everyModelIsAmongTheSamples() {
    Set<IoModel> seen = EnumSet.noneOf(IoModel.class);

    Sources.all().forEach(name -> seen.addAll(IoModelDetector.detect(Sources.of(name)).models()));

    assertThat(seen).containsExactlyInAnyOrder(IoModel.values());
  }

  @Test
  void serverListensAndAcceptsInReachedCode() {
    Set<String> others = new TreeSet<>(Sources.all());

    others.removeIf(name -> IoModelDetector.isServer(SourceProgram.parse(Sources.of(name))));

    assertThat(others).containsExactly("client-only", "no-sockets");
  }

  @Test
  void clientBesideTheServerIsLeftOut() {
    IoModelReport report = IoModelDetector.detect(Sources.of("client-beside"));

    assertThat(report.evidence())
        .extracting(each -> each.place().file())
        .containsOnly("server/main.cpp");
  }

  @Test
  void blockingAcceptIsNoWaitOnNonBlockingSocket() {
    IoModelReport report = IoModelDetector.detect(Sources.of("callback-never-alertable"));

    assertThat(report.evidence())
        .extracting(Evidence::sign)
        .contains(Sign.NOT_ALERTABLE_WAIT)
        .doesNotContain(Sign.ACCEPT_AS_WAIT, Sign.ALERTABLE_WAIT);
  }

  @Test
  void whatIsNotUnderstoodIsTold() {
    IoModelReport report = IoModelDetector.detect(Sources.of("broken"));

    assertThat(report.unparsed())
        .extracting(remark -> remark.place().line())
        .containsExactlyInAnyOrder(4, 13, 22);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WSARecv(s, &b, 1, 0, &f, &o, done); SleepEx(1, TRUE);",
        "WSARecvFrom(s, &b, 1, 0, &f, 0, 0, &o, done); SleepEx(1, TRUE);",
        "ReadFileEx((HANDLE)s, &b, 1, &o, done); SleepEx(1, TRUE);",
        "WSARecv(s, &b, 1, 0, &f, &o, done); WaitForSingleObjectEx(h, 1, TRUE);",
        "WSARecv(s, &b, 1, 0, &f, &o, done); WaitForMultipleObjectsEx(1, &h, 0, 1, TRUE);",
        "WSARecv(s, &b, 1, 0, &f, &o, done); WSAWaitForMultipleEvents(1, &h, 0, 1, TRUE);",
        "WSARecv(s, &b, 1, 0, &f, &o, done); SignalObjectAndWait(h, h, 1, TRUE);",
        "WSARecv(s, &b, 1, 0, &f, &o, done); MsgWaitForMultipleObjectsEx(1, &h, 1, 1, 2);"
      })
  void everyFormOfRoutineAndAlertableWaitIsKnown(String statements) {
    IoModelReport report = inMain(statements);

    assertThat(report.models()).containsExactly(IoModel.OVERLAPPED_CALLBACK);
    assertThat(report.constraint()).isEqualTo(Constraint.CALLBACKS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "select(0, 0, 0, 0, &pause);",
        "WSAEventSelect(s, 0, 0);",
        "WSAAsyncSelect(s, h, 0, 0);",
        "fcntl(s, F_GETFL, 0);",
        "ioctlsocket(s, FIONREAD, &n);",
        "SleepEx(1, TRUE);",
        "CreateIoCompletionPort(h, 0, 0, 0);",
        "WSASend(s, &b, 1, 0, 0, &o, 0);",
        "object.select(1, 2, 3, 4, 5);",
        "other::select(1, 2, 3, 4, 5);"
      })
  void callsThatOnlyLookLikeModelAreNone(String statements) {
    IoModelReport report = inMain(statements);

    assertThat(report.models()).isEmpty();
    assertThat(report.constraint()).isEqualTo(Constraint.NOTHING_FOUND);
  }

  private static IoModelReport inMain(String statements) {
    String text =
        "namespace other { int select(int, int, int, int, int) { return 0; } }\n"
            + "void CALLBACK done(DWORD, DWORD, LPWSAOVERLAPPED, DWORD) {}\n"
            + "int main() { listen(s, 1); accept(s, 0, 0); "
            + statements
            + " }";
    return IoModelDetector.detect(List.of(new SourceFile("a.cpp", text)));
  }
}
