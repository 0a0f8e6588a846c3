package simul.ci.iomodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import simul.conformance.explain.Language;
import simul.spec.header.SourceFile;

class IoModelTextTest {
  private static List<String> lines(String sample, Language language) {
    return new IoModelText(language).lines(IoModelDetector.detect(Sources.of(sample)));
  }

  @Test
  void saysWhyCallbacksNeverRun() {
    assertThat(lines("callback-never-alertable", Language.ENGLISH))
        .startsWith(
            "PARTLY: completion callbacks are given, but nothing waits alertably"
                + " (SleepEx(..., TRUE) and its like): they never run",
            "I/O model: Overlapped I/O (callback)",
            "what decides it:",
            "  server.cpp:14: WSARecv(info->socket, &info->dataBuffer, 1, 0, &flags, overlapped,"
                + " recv_complete)",
            "    Overlapped I/O (callback): a receive is given a completion routine"
                + " [recv_complete]")
        .contains(
            "  server.cpp:27: SleepEx(100, FALSE)",
            "    Overlapped I/O (callback): a wait that is told not to be alertable: no completion"
                + " routine runs here [main]");
  }

  @Test
  void saysTheSameInKorean() {
    assertThat(lines("only-dead", Language.KOREAN))
        .containsExactly(
            "알 수 없음: 있는 것이 모두 프로그램이 결코 실행하지 않는 코드에 있습니다",
            "I/O 모델: 찾지 못함",
            "프로그램이 결코 실행하지 않는 코드에 있어 세지 않음:",
            "  server.cpp:6: WSARecv(s, b, 1, 0, &flags, o, done)",
            "    Overlapped I/O (콜백): 받기에 완료 루틴을 넘김 [start]",
            "  server.cpp:7: SleepEx(INFINITE, TRUE)",
            "    Overlapped I/O (콜백): alertable 대기: 여기에서 완료 루틴이 불림 [start]",
            "살펴본 파일 1개: server.cpp");
  }

  @Test
  void callBehindMacroIsNamed() {
    assertThat(lines("callback-events-alertable", Language.ENGLISH))
        .contains("  server.cpp:13: WSASend: SEND_ALL(p, sent)");
  }

  @Test
  void manyPlacesAreCut() {
    StringBuilder text = new StringBuilder("int main() { listen(0, 1); accept(0, 0, 0);\n");
    text.append("select(0, &a, 0, 0, 0);\n".repeat(20)).append("}");

    List<String> lines =
        new IoModelText(Language.ENGLISH)
            .lines(IoModelDetector.detect(List.of(new SourceFile("a.cpp", text.toString()))));

    assertThat(lines).contains("  and 8 more").hasSizeLessThan(40);
  }

  /** Every word that a report can need is there, in both languages. */
  @TestFactory
  Stream<DynamicTest> everythingHasItsWords() {
    List<String> keys = new ArrayList<>();
    Stream.of(IoModel.values()).map(each -> "model." + each.word()).forEach(keys::add);
    Stream.of(Constraint.values()).map(each -> "constraint." + each.word()).forEach(keys::add);
    Stream.of(Sign.values())
        .filter(each -> each.model().isPresent())
        .map(each -> "sign." + each.word())
        .forEach(keys::add);
    return Stream.of(Language.values())
        .map(
            language ->
                DynamicTest.dynamicTest(
                    language.name(),
                    () -> {
                      ResourceBundle bundle =
                          ResourceBundle.getBundle("simul.ci.iomodel.iomodel", language.locale());
                      assertThat(bundle.keySet()).containsAll(keys);
                      assertThat(bundle.getLocale()).isEqualTo(language.locale());
                    }));
  }
}
