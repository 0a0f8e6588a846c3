package simul.spec.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import simul.spec.header.Place;
import simul.spec.header.SourceFile;

/** Whatever the text, reading ends in a program, and every place in it is a line of the text. */
class ArbitrarySourcesProperties {
  private static final String TEXT =
      """
      #include "a.cpp"
      #define RECV(s, done) WSARecv(s, 0, 0, 0, 0, 0, done)
      template <typename T> struct Session : public Base<T> {
        Session(SOCKET s) : socket(s), worker(&Session::run, this) {}
        static void CALLBACK done(DWORD e, DWORD n, LPWSAOVERLAPPED o, DWORD f);
        virtual void run() { while (recv(socket, 0, 0, 0) > 0) RECV(socket, done); }
        SOCKET socket; std::thread worker;
      };
      BEGIN_MESSAGE_MAP(A, B)
      namespace net { enum { A = 1, B }; auto f = [](int a) -> int { return a + ::send(0); }; }
      typedef struct { int a; } Packet, *PPacket;
      unsigned WINAPI Thread(void* p) { if (0) { SleepEx(1, TRUE); } else f(p); return 0; }
      int main(int argc, char* argv[]) {
        std::vector<std::thread> threads;
        for (auto& t : threads) { threads.emplace_back(Thread, [&] { accept(0, 0, 0); }); }
        __try { select(0, &set, 0, 0, 0); } __except (1) { }
        switch (argc) { case A: goto end; default: delete new Session<int>(3); }
        end: return _beginthreadex(0, 0, Thread, 0, 0, 0);
      }
      """;

  @Property(tries = 50)
  void anyTextIsRead(@ForAll String text) {
    check(text);
  }

  @Property(tries = 40)
  void anyBytesAreRead(@ForAll byte[] bytes) {
    check(SourceFile.decode("a.cpp", bytes).text());
  }

  @Property(tries = 50)
  void sourceCutAnywhereIsRead(@ForAll("cut") String text) {
    check(text);
  }

  @Property(tries = 50)
  void sourceWithTokensLostDoubledAndSwappedIsRead(@ForAll("shuffled") String text) {
    check(text);
  }

  private static void check(String text) {
    SourceFile file = new SourceFile("a.cpp", text);
    SourceProgram program =
        SourceProgram.parse(
            List.of(file, new SourceFile("b.cpp", "inline int g() { return f(); }")));

    int lines = (int) file.text().chars().filter(c -> c == '\n').count() + 1;
    List<Place> places = new ArrayList<>();
    program.calls().forEach(call -> places.add(call.place()));
    program.remarks().forEach(remark -> places.add(remark.place()));
    program.functions().forEach(function -> places.add(function.place()));
    assertThat(places)
        .isNotEmpty()
        .allSatisfy(place -> assertThat(place.line()).isBetween(1, Math.max(lines, 1)));
    assertThat(program.functions()).extracting(SourceFunction::name).contains("g");
  }

  @Provide
  Arbitrary<String> cut() {
    return Arbitraries.integers().between(0, TEXT.length()).map(end -> TEXT.substring(0, end));
  }

  @Provide
  Arbitrary<String> shuffled() {
    Arbitrary<List<Integer>> edits = Arbitraries.integers().between(0, 9999).list().ofMaxSize(12);
    return Combinators.combine(Arbitraries.just(TEXT), edits).as(ArbitrarySourcesProperties::edit);
  }

  private static String edit(String text, List<Integer> edits) {
    List<String> tokens = new ArrayList<>(List.of(text.split("(?<=\\W)|(?=\\W)")));
    for (int edit : edits) {
      int at = edit % tokens.size();
      switch (edit % 3) {
        case 0 -> tokens.set(at, "");
        case 1 -> tokens.add(at, tokens.get(at));
        default -> tokens.set(at, tokens.set((at * 7) % tokens.size(), tokens.get(at)));
      }
    }
    return String.join("", tokens);
  }
}
