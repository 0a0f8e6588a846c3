package simul.ci.compare;

import static simul.spec.reference.io.IoModels.ASYNC_SELECT;
import static simul.spec.reference.io.IoModels.EVENT_SELECT;
import static simul.spec.reference.io.IoModels.IOCP;
import static simul.spec.reference.io.IoModels.NONBLOCKING;
import static simul.spec.reference.io.IoModels.OVERLAPPED_CALLBACK;
import static simul.spec.reference.io.IoModels.OVERLAPPED_EVENT;
import static simul.spec.reference.io.IoModels.SELECT;
import static simul.spec.reference.io.IoModels.THREAD;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import simul.ci.compare.Conclusion.Outcome;
import simul.ci.compare.Conclusion.Words;
import simul.spec.reference.io.IoModels;

/**
 * The conclusions that lectures of this kind draw about the models, each with the figures that
 * confirm or contradict it. The course's own table is not part of the handout; these are the usual
 * ones: simplicity has no figure, number of sockets, processor time, scalability have.
 */
public final class Conclusions {
  /** Less than that is the grain of the measurement. */
  private static final double CLEARLY = 1.25;

  private static final double SOME_PERCENT = 5;

  /** 64 events, of which one is the thread's own. */
  private static final int SOCKETS_OF_ONE_WAIT = 63;

  private final Comparison comparison;
  private final List<Conclusion> all = new ArrayList<>();

  private Conclusions(Comparison comparison) {
    this.comparison = comparison;
  }

  /** All of them, in the order of the lecture. */
  public static List<Conclusion> of(Comparison comparison) {
    Conclusions conclusions = new Conclusions(comparison);
    conclusions.threads();
    conclusions.nonblocking();
    conclusions.select();
    conclusions.asyncSelect();
    conclusions.eventSelect();
    conclusions.overlapped();
    conclusions.callback();
    conclusions.iocp();
    return List.copyOf(conclusions.all);
  }

  private void add(String english, String korean, Optional<Finding> finding) {
    Words none = new Words("-", "-");
    all.add(
        new Conclusion(
            new Words(english, korean),
            finding.map(Finding::outcome).orElse(Outcome.OPEN),
            finding.map(Finding::number).orElse(none)));
  }

  private record Finding(Outcome outcome, Words number) {
    static Finding of(boolean holds, String english, String korean) {
      return new Finding(Outcome.of(holds), new Words(english, korean));
    }
  }

  /** The largest size at which all of these models have played. */
  private Optional<Integer> largest(IoModels... models) {
    return comparison.sizes().stream()
        .filter(
            size ->
                List.of(models).stream()
                    .allMatch(model -> comparison.load(model, size).isPresent()))
        .reduce((smaller, larger) -> larger);
  }

  private void threads() {
    add(
        "Socket Thread: a thread for each client, so memory and threads grow with them",
        "Socket Thread: 클라이언트마다 스레드가 필요하므로 메모리와 스레드 수가 함께 늘어난다",
        largest(THREAD, SELECT)
            .map(
                size -> {
                  Figures.Cost thread = comparison.cost(THREAD, size).orElseThrow();
                  Figures.Cost select = comparison.cost(SELECT, size).orElseThrow();
                  return Finding.of(
                      thread.threads() >= size
                          && thread.bytesPerClient() > CLEARLY * select.bytesPerClient(),
                      text(
                          "%,d threads for %,d clients; %s a client, with select %s",
                          thread.threads(),
                          size,
                          kilobytes(thread.bytesPerClient()),
                          kilobytes(select.bytesPerClient())),
                      text(
                          "클라이언트 %2$,d개에 스레드 %1$,d개; 클라이언트당 %3$s, select는 %4$s",
                          thread.threads(),
                          size,
                          kilobytes(thread.bytesPerClient()),
                          kilobytes(select.bytesPerClient())));
                }));
  }

  private void nonblocking() {
    add(
        "Non-blocking I/O: asking all the time burns the processor, also when nobody plays",
        "Non-blocking I/O: 계속 확인하므로 아무 일이 없어도 CPU를 소모한다",
        largest(NONBLOCKING, SELECT)
            .map(
                size -> {
                  double polling = comparison.cost(NONBLOCKING, size).orElseThrow().idlePercent();
                  double select = comparison.cost(SELECT, size).orElseThrow().idlePercent();
                  return Finding.of(
                      polling > select + SOME_PERCENT,
                      text(
                          "%.0f %% of a core with %,d silent clients, with select %.1f %%",
                          polling, size, select),
                      text(
                          "조용한 클라이언트 %2$,d개에서 코어의 %1$.0f %%, select는 %3$.1f %%",
                          polling, size, select));
                }));
  }

  private void select() {
    add(
        "select: what a call costs grows with the number of sockets, and 64 is the limit",
        "select: 소켓 수가 늘면 호출 비용이 커지고, 64개가 한계다",
        largest(SELECT)
            .filter(size -> size > SOCKETS_OF_ONE_WAIT && size > comparison.sizes().get(0))
            .map(
                size -> {
                  int smallest = comparison.sizes().get(0);
                  double few = cpu(SELECT, smallest);
                  double many = cpu(SELECT, size);
                  return Finding.of(
                      many > 2 * few,
                      text(
                          "%.1f µs a move with %,d clients, %.1f µs with %,d: a Selector keeps its"
                              + " set, and has no limit of 64",
                          many, size, few, smallest),
                      text(
                          "클라이언트 %2$,d개에서 이동당 %1$.1f µs, %4$,d개에서 %3$.1f µs: Selector는 집합을"
                              + " 유지하며 64개 제한이 없다",
                          many, size, few, smallest));
                }));
  }

  private void asyncSelect() {
    add(
        "WSAAsyncSelect: needs a window, and each message is a detour",
        "WSAAsyncSelect: 윈도우가 필요하고, 메시지를 거치는 만큼 돌아간다",
        largest(ASYNC_SELECT, SELECT).map(size -> costlier(ASYNC_SELECT, SELECT, size)));
  }

  private Finding costlier(IoModels model, IoModels other, int size) {
    double own = cpu(model, size);
    double others = cpu(other, size);
    return Finding.of(
        own > CLEARLY * others,
        text("%.1f µs a move with %,d clients, %s %.1f µs", own, size, other.id(), others),
        text("클라이언트 %2$,d개에서 이동당 %1$.1f µs, %3$s는 %4$.1f µs", own, size, other.id(), others));
  }

  private void eventSelect() {
    add(
        "WSAEventSelect: one wait takes 64 events, so more sockets need more threads",
        "WSAEventSelect: 한 번에 64개 이벤트만 기다릴 수 있어 소켓이 늘면 스레드도 늘어야 한다",
        largest(EVENT_SELECT)
            .filter(size -> size > SOCKETS_OF_ONE_WAIT)
            .map(
                size -> {
                  int threads = comparison.cost(EVENT_SELECT, size).orElseThrow().threads();
                  return Finding.of(
                      threads >= size / SOCKETS_OF_ONE_WAIT,
                      text("%,d threads for %,d clients", threads, size),
                      text("클라이언트 %2$,d개에 스레드 %1$,d개", threads, size));
                }));
  }

  private void overlapped() {
    add(
        "Overlapped I/O is faster than models that ask first and then receive",
        "Overlapped I/O는 먼저 확인하고 받는 모델보다 빠르다",
        largest(OVERLAPPED_CALLBACK, OVERLAPPED_EVENT, SELECT)
            .filter(size -> size > SOCKETS_OF_ONE_WAIT)
            .map(
                size -> {
                  double best =
                      Math.max(rate(OVERLAPPED_CALLBACK, size), rate(OVERLAPPED_EVENT, size));
                  double select = rate(SELECT, size);
                  return Finding.of(
                      best > CLEARLY * select,
                      text(
                          "%,.0f moves a second at best with %,d clients, select %,.0f: below the"
                              + " JVM, Linux asks first all the same",
                          best, size, select),
                      text(
                          "클라이언트 %2$,d개에서 최고 초당 %1$,.0f 이동, select는 %3$,.0f: 리눅스에서는 JVM 아래에서"
                              + " 결국 먼저 확인한다",
                          best, size, select));
                }));
  }

  private void callback() {
    add(
        "Completion routines have no limit of 64: one thread serves all",
        "완료 루틴에는 64개 제한이 없다: 스레드 하나가 모두를 처리한다",
        largest(OVERLAPPED_CALLBACK)
            .filter(size -> size > SOCKETS_OF_ONE_WAIT)
            .map(
                size -> {
                  int threads = comparison.cost(OVERLAPPED_CALLBACK, size).orElseThrow().threads();
                  return Finding.of(
                      threads <= threadsOfFew(OVERLAPPED_CALLBACK),
                      text("%d threads for %,d clients", threads, size),
                      text("클라이언트 %2$,d개에 스레드 %1$d개", threads, size));
                }));
  }

  private void iocp() {
    add(
        "IOCP is the fastest with many clients",
        "IOCP는 클라이언트가 많을 때 가장 빠르다",
        largest(IOCP, SELECT)
            .filter(size -> size > SOCKETS_OF_ONE_WAIT)
            .map(
                size -> {
                  IoModels fastest =
                      comparison.models().stream()
                          .filter(model -> comparison.load(model, size).isPresent())
                          .reduce((a, b) -> rate(b, size) > rate(a, size) ? b : a)
                          .orElseThrow();
                  return Finding.of(
                      rate(IOCP, size) * CLEARLY >= rate(fastest, size),
                      text(
                          "%,.0f moves a second with %,d clients; the fastest is %s with %,.0f",
                          rate(IOCP, size), size, fastest.id(), rate(fastest, size)),
                      text(
                          "클라이언트 %2$,d개에서 초당 %1$,.0f 이동; 가장 빠른 것은 %3$s, %4$,.0f",
                          rate(IOCP, size), size, fastest.id(), rate(fastest, size)));
                }));
    add(
        "IOCP scales: its few threads stay the same, however many clients come",
        "IOCP는 확장된다: 클라이언트가 늘어도 스레드 수는 그대로다",
        largest(IOCP)
            .filter(size -> size > SOCKETS_OF_ONE_WAIT)
            .map(
                size -> {
                  int threads = comparison.cost(IOCP, size).orElseThrow().threads();
                  return Finding.of(
                      threads <= threadsOfFew(IOCP),
                      text("%d threads for %,d clients", threads, size),
                      text("클라이언트 %2$,d개에 스레드 %1$d개", threads, size));
                }));
  }

  /** With the fewest clients, and one more that may have come or gone. */
  private int threadsOfFew(IoModels model) {
    int fewest = comparison.sizes().get(0);
    return 1 + comparison.cost(model, fewest).map(Figures.Cost::threads).orElse(0);
  }

  private double cpu(IoModels model, int size) {
    return comparison.load(model, size).map(Figures.Load::cpuMicrosPerMove).orElse(0.0);
  }

  private double rate(IoModels model, int size) {
    return comparison.load(model, size).map(Figures.Load::movesPerSecond).orElse(0.0);
  }

  private static String kilobytes(long bytes) {
    return text("%.1f KB", bytes / 1024.0);
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
