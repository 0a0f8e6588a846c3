package simul.ci.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import simul.ci.compare.Comparison;
import simul.ci.compare.Conclusion;
import simul.ci.compare.Conclusions;
import simul.ci.compare.Figures;
import simul.conformance.explain.Language;
import simul.spec.reference.io.IoModels;

/** A comparison of the I/O models in words and cells, for whatever page they end up on. */
final class ComparisonText {
  private final Comparison comparison;
  private final boolean korean;

  ComparisonText(Comparison comparison, Language language) {
    this.comparison = comparison;
    this.korean = language == Language.KOREAN;
  }

  String title() {
    return korean ? "강의의 I/O 모델과 그 비용" : "The lecture's I/O models, and what they cost";
  }

  /** What was measured, and on what. */
  List<String> introduction() {
    String machine =
        String.format(
            Locale.ROOT,
            korean
                ? "코어 %d개에서 서버와 봇이 함께 실행되었고, 서버의 JDK는 %s입니다. 전체 %d초 걸렸습니다."
                : "%d cores, shared by the server and the bots; the servers ran on JDK %s. It took %d s.",
            comparison.cores(),
            comparison.jdk(),
            comparison.took().toSeconds());
    if (comparison.isDisturbed()) {
      machine += disturbance();
    }
    if (korean) {
      return List.of(
          machine,
          "`bin/simul compare-io-models`로 만들었으며, 조용한 컴퓨터에서 10분 안에 다시 만들 수 있습니다.",
          "이동은 움직인 클라이언트에게만 알립니다(crowd 스펙에서 sees: mover). 모두에게 알리면 I/O 모델이 아니라 방송 비용을 재게 됩니다."
              + " 조용한 클라이언트로 메모리, 스레드, 유휴 CPU를, 응답이 오자마자 다시 움직이는 클라이언트로 손실 없는 최고 속도를,"
              + " 모든 모델에 같은 속도로 움직이는 클라이언트로 응답 시간과 이동당 CPU를 잽니다. 모든 응답을 확인하며, 하나라도 틀리면 수치가 없습니다."
              + " ≥는 봇이 먼저 한계에 닿았다는 뜻이고, *는 봇이 늦어 응답 시간이 실제보다 크다는 뜻입니다.");
    }
    return List.of(
        machine,
        "Made by `bin/simul compare-io-models`, which makes it anew on a quiet machine in less than ten minutes.",
        "A move is told to its mover alone (the spec crowd with sees: mover); told to all, the telling would be measured and not"
            + " the model. Silent clients show memory, threads and idle processor time; clients that move as soon as their last"
            + " move was answered, the highest rate without loss; clients that move by the clock, at the same rate with every"
            + " model, response times and processor time. Every answer is checked, and where one was wrong there is no figure."
            + " A ≥ says that the bots were at their limit first, a * that they were late, so that the times are too large.");
  }

  private String disturbance() {
    return String.format(
        Locale.ROOT,
        korean
            ? " **다른 프로그램도 CPU를 쓰고 있었습니다(시작 전 부하 %.1f). 시간과 속도는 모델의 실제 성능보다 나쁘며, 작은 차이는 의미가 없습니다.**"
            : " **Other programs wanted the cores as well (load %.1f before the run): times and rates are worse than the"
                + " models, and small differences mean nothing.**",
        comparison.load());
  }

  String modelsHeading() {
    return korean ? "모델" : "The models";
  }

  List<String> modelsHeader() {
    return korean
        ? List.of("모델", "강의", "윈도우에서 기다리는 함수", "JVM에서")
        : List.of("model", "lecture", "on Windows it waits in", "on the JVM");
  }

  /** What each model is, there and here. */
  List<List<String>> models() {
    return comparison.models().stream()
        .map(
            model ->
                List.of(
                    model.id(),
                    model.lecture(),
                    waitsIn(model),
                    korean ? onTheJvm(model) : model.summary()))
        .toList();
  }

  private static String waitsIn(IoModels model) {
    return switch (model) {
      case THREAD, VIRTUAL_THREAD -> "recv, send";
      case NONBLOCKING -> "-";
      case SELECT -> "select";
      case ASYNC_SELECT -> "GetMessage";
      case EVENT_SELECT, OVERLAPPED_EVENT -> "WSAWaitForMultipleEvents";
      case OVERLAPPED_CALLBACK -> "SleepEx";
      case IOCP -> "GetQueuedCompletionStatus";
    };
  }

  private static String onTheJvm(IoModels model) {
    return switch (model) {
      case THREAD -> "클라이언트마다 블로킹 스레드 두 개";
      case VIRTUAL_THREAD -> "같은 것을 JVM의 가상 스레드로, JDK 21부터";
      case NONBLOCKING -> "스레드 하나가 모든 소켓을 차례로 확인하며 코어 하나를 쓴다";
      case SELECT -> "Selector 하나에 스레드 하나";
      case ASYNC_SELECT -> "준비 상태를 메시지로 받아 메시지 루프가 처리한다";
      case EVENT_SELECT -> "스레드마다 소켓 63개의 이벤트를 기다린다";
      case OVERLAPPED_EVENT -> "작업이 끝나면 이벤트가 설정된다, 스레드마다 소켓 63개";
      case OVERLAPPED_CALLBACK -> "알림 가능 상태로 기다리는 스레드 하나에서 완료 루틴을 실행한다";
      case IOCP -> "작업자 몇 개가 완료 큐 하나에서 기다린다";
    };
  }

  /** What the columns say. */
  List<String> header() {
    return korean
        ? List.of(
            "모델",
            "강의",
            "최고 속도, 이동/s",
            "p50, ms",
            "p99, ms",
            "CPU/이동, µs",
            "메모리/클라이언트, KB",
            "스레드",
            "유휴 CPU, 코어 %")
        : List.of(
            "model",
            "lecture",
            "highest rate, moves/s",
            "p50, ms",
            "p99, ms",
            "CPU a move, µs",
            "memory a client, KB",
            "threads",
            "idle CPU, % of a core");
  }

  String heading(int clients) {
    return String.format(Locale.ROOT, korean ? "클라이언트 %,d개" : "%,d clients", clients);
  }

  /** One row for each model that was tried with so many clients. */
  List<List<String>> rows(int clients) {
    return comparison.models().stream()
        .map(model -> comparison.of(model, clients))
        .flatMap(Optional::stream)
        .map(this::row)
        .toList();
  }

  private List<String> row(Figures figures) {
    IoModels model = figures.model();
    Optional<Figures.Load> load = figures.load();
    Optional<Figures.Cost> cost = figures.cost();
    return List.of(
        model.id(),
        model.lecture(),
        load.map(l -> (l.generatorBound() ? "≥ " : "") + number("%,.0f", l.movesPerSecond()))
            .orElse("-"),
        load.map(l -> number("%.2f", l.p50Millis())).orElse("-"),
        load.map(l -> number("%.2f", l.p99Millis()) + (l.late() ? " *" : "")).orElse("-"),
        load.map(l -> number("%.1f", l.cpuMicrosPerMove())).orElse("-"),
        cost.map(c -> number("%.1f", c.bytesPerClient() / 1024.0)).orElse("-"),
        cost.map(c -> number("%,d", c.threads())).orElse("-"),
        cost.map(c -> number("%.1f", c.idlePercent())).orElse("-"));
  }

  /** Why there are figures missing, one line for each. */
  List<String> gaps() {
    return comparison.figures().stream()
        .filter(figures -> figures.missing().isPresent())
        .map(
            figures ->
                String.format(
                    Locale.ROOT,
                    korean ? "%s, %,d개 중 %,d개 접속: %s" : "%s, %3$,d of %2$,d clients served: %4$s",
                    figures.model().id(),
                    figures.clients(),
                    figures.admitted(),
                    figures.missing().orElseThrow()))
        .toList();
  }

  String conclusionsHeading() {
    return korean ? "강의의 결론" : "The lecture's conclusions";
  }

  List<String> conclusionsHeader() {
    return korean ? List.of("결론", "이 수치로는", "근거") : List.of("conclusion", "here", "by");
  }

  List<List<String>> conclusions() {
    return Conclusions.of(comparison).stream()
        .map(each -> List.of(of(each.claim()), of(each.outcome().words()), of(each.number())))
        .toList();
  }

  private String of(Conclusion.Words words) {
    return korean ? words.korean() : words.english();
  }

  private static String number(String format, Object value) {
    return String.format(Locale.ROOT, format, value);
  }
}
