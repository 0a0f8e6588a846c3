package simul.spec.source;

import static org.assertj.core.api.Assertions.assertThat;
import static simul.spec.source.Programs.calls;
import static simul.spec.source.Programs.only;
import static simul.spec.source.Programs.parse;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simul.spec.header.Place;
import simul.spec.header.SourceFile;

class SourceProgramTest {
  @Test
  void callHasNameArgumentsFunctionAndLine() {
    SourceProgram program =
        parse(
            """
            int main() {
              SOCKET s;
              listen(s,
                     5);
            }
            """);

    Call call = only(program, "listen");
    assertThat(call.place()).isEqualTo(new Place("a.cpp", 3));
    assertThat(call.text()).isEqualTo("listen(s, 5)");
    assertThat(call.function().name()).isEqualTo("main");
    assertThat(call.reach()).isEqualTo(Reach.REACHED);
    assertThat(call.ofProgram()).isFalse();
    assertThat(call.arguments()).extracting(Argument::text).containsExactly("s", "5");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          NULL                          | CONSTANT   | 0
          nullptr                       | CONSTANT   | 0
          0                             | CONSTANT   | 0
          FALSE                         | CONSTANT   | 0
          (LPVOID)NULL                  | CONSTANT   | 0
          static_cast<HANDLE>(nullptr)  | CONSTANT   | 0
          reinterpret_cast<void*>(0)    | CONSTANT   | 0
          ((0))                         | CONSTANT   | 0
          TRUE                          | CONSTANT   | 1
          true                          | CONSTANT   | 1
          !FALSE                        | CONSTANT   | 1
          -1                            | CONSTANT   | -1
          0x10u                         | CONSTANT   | 16
          1'000                         | CONSTANT   | 1000
          LIMIT                         | CONSTANT   | 7
          limit                         | CONSTANT   | 8
          Eight                         | CONSTANT   | 88
          changed                       | NAME       |
          &changed                      | ADDRESS_OF |
          (void*)&changed               | ADDRESS_OF |
          thing.member                  | NAME       |
          f                             | FUNCTION   |
          &f                            | FUNCTION   |
          (LPTHREAD_START_ROUTINE)f     | FUNCTION   |
          &Type::work                   | FUNCTION   |
          [] { }                        | LAMBDA     |
          +[](int) { }                  | LAMBDA     |
          held                          | FUNCTION   |
          unknown                       | NAME       |
          f()                           | OTHER      |
          "text"                        | OTHER      |
          changed + 1                   | OTHER      |
          """)
  void argumentHasShape(String argument, Argument.Kind kind, Long value) {
    SourceProgram program =
        parse(
            """
            #define LIMIT (3 + 4)
            const int limit = 8;
            enum Number { Eight = 88 };
            struct Type { static void work(); int member; };
            void Type::work() {}
            int f() { return 0; }
            int main() {
              int changed = 5;
              Type thing;
              auto held = [] { };
              ask(%s);
            }
            """
                .formatted(argument));

    Argument found = only(program, "ask").arguments().get(0);
    assertThat(found.kind()).isEqualTo(kind);
    if (value == null) {
      assertThat(found.value()).isEmpty();
    } else {
      assertThat(found.value()).hasValue(value);
    }
    boolean handsOver = kind == Argument.Kind.FUNCTION || kind == Argument.Kind.LAMBDA;
    assertThat(found.functions()).hasSize(handsOver ? 1 : 0);
  }

  @Test
  void macroIsSeenThroughAtLineOfItsUse() {
    SourceProgram program =
        parse(
            """
            #define RECV WSARecv
            #define POST(s, done) WSASend(s, 0, 0, 0, 0, 0, done)
            #define FOREVER SleepEx(1, TRUE)
            int main() {
              RECV(1, 2);
              POST(3, 4);
              FOREVER;
            }
            """);

    assertThat(program.calls())
        .extracting(call -> call.name() + call.place().line() + call.macro().orElse(""))
        .containsExactly("WSARecv5RECV", "WSASend6POST", "SleepEx7FOREVER");
    assertThat(only(program, "WSASend").argument(6).orElseThrow().value()).hasValue(4);
    assertThat(only(program, "SleepEx").text()).isEqualTo("FOREVER");
  }

  @Test
  void commentsStringsAndSwitchedOffCodeCallNothing() {
    SourceProgram program =
        parse(
            """
            // select(1);
            /* select(2); */
            #if 0
            void old() { select(3); }
            #endif
            #ifdef NEVER_DEFINED
            void older() { select(4); }
            #endif
            int main() {
              puts("select(5);");
              puts(R"(select(6);)");
              // continued \\
              select(7);
              char c = '"'; select(8);
            }
            """);

    assertThat(only(program, "select").arguments().get(0).value()).hasValue(8);
  }

  @Test
  void functionsOfOtherFilesAreFoundAndIncludesResolved() {
    SourceProgram program =
        SourceProgram.parse(
            List.of(
                new SourceFile(
                    "src/main.cpp", "#include \"..\\\\INC\\\\net.h\"\nint main() { run(PORT); }"),
                new SourceFile(
                    "inc/Net.h",
                    "#define PORT 9000\nvoid run(int port);\nstatic void h() { poll(0, 0, 0); }"),
                new SourceFile(
                    "src/net.cpp",
                    "#include \"Net.h\"\nvoid run(int port) { listen(port, PORT); }")));

    Call call = only(program, "listen");
    assertThat(call.place()).isEqualTo(new Place("src/net.cpp", 2));
    assertThat(call.reach()).isEqualTo(Reach.REACHED);
    assertThat(call.argument(0).orElseThrow().value()).hasValue(9000);
    assertThat(call.argument(1).orElseThrow().value()).hasValue(9000);
    assertThat(only(program, "poll").reach()).isEqualTo(Reach.UNREACHED);
  }

  @Test
  void ownFunctionsOfLibraryNamesAreNotTheLibrarys() {
    SourceProgram program =
        parse(
            """
            int select(int a) { return a; }
            struct Box { void accept(int a); void go() { accept(1); } };
            void Box::accept(int a) {}
            int main() { select(1); Box b; b.go(); b.accept(2); ::listen(0, 1); accept(3, 0, 0); }
            """);

    assertThat(program.calls())
        .filteredOn(call -> call.isOf(Set.of("select", "accept", "listen")))
        .extracting(Call::text)
        .containsExactly("::listen(0, 1)", "accept(3, 0, 0)");
  }

  @Test
  void functionPointersAreSeenThrough() {
    SourceProgram program =
        parse(
            """
            LPFN_ACCEPTEX acceptEx;
            struct Net { LPFN_CONNECTEX m_connectEx; void go() { m_connectEx(1); } };
            int main() {
              auto receive = &WSARecv;
              receive(2);
              acceptEx(3);
              (*acceptEx)(4);
              Net().go();
            }
            """);

    assertThat(program.calls()).extracting(Call::name).contains("ConnectEx", "WSARecv", "AcceptEx");
    assertThat(calls(program, "AcceptEx")).hasSize(2);
  }

  @Test
  void parameterIsWhatAllCallersGive() {
    SourceProgram program =
        parse(
            """
            void done() {}
            void post(void (*routine)(), int flag) { WSARecv(routine, flag); }
            void wrap(int flag) { post(done, flag); }
            void unused() { post(0, 1); }
            int main() { wrap(TRUE); post(done, 1); }
            """);

    Call call = only(program, "WSARecv");
    assertThat(call.argument(0).orElseThrow().functions())
        .extracting(SourceFunction::name)
        .containsExactly("done");
    assertThat(call.argument(1).orElseThrow().value()).hasValue(1);
  }

  @Test
  void parameterThatCallersDisagreeOnHasNoValue() {
    SourceProgram program =
        parse("void nap(int a) { SleepEx(1, a); } int main() { nap(0); nap(1); }");

    assertThat(only(program, "SleepEx").argument(1).orElseThrow().value()).isEmpty();
  }

  @Test
  void functionsThatCallEachOtherWithTheirParametersEnd() {
    SourceProgram program =
        parse(
            """
            void b(int x);
            void a(int x) { SleepEx(1, x); b(x); }
            void b(int x) { a(x); }
            int main() { a(1); }
            """);

    assertThat(only(program, "SleepEx").place().line()).isEqualTo(2);
  }

  @Test
  void whatIsNoCppIsTolerated() {
    SourceProgram program =
        parse(
            """
            @@ no C++ @@
            void f() { listen(0, 1); }
            BEGIN_MESSAGE_MAP(CDlg, CDialog)
              ON_MESSAGE(WM_SOCKET, OnSocket)
            END_MESSAGE_MAP()
            void OnSocket() { accept(0, 0, 0); }
            int main() { int a = ; f(); }
            """);

    assertThat(only(program, "listen").reach()).isEqualTo(Reach.REACHED);
    assertThat(only(program, "accept").reach()).isEqualTo(Reach.ASSUMED);
    assertThat(program.remarks().stream().map(remark -> remark.place().line()))
        .contains(1, 3, 4, 5, 7);
  }

  @Test
  void koreanCodePageIsRead() {
    byte[] bytes =
        "// 한글\nint main() { const char* 이름 = \"홍길동\"; listen(0, 1); }"
            .getBytes(Charset.forName("MS949"));

    SourceProgram program = SourceProgram.parse(List.of(SourceFile.decode("서버.cpp", bytes)));

    assertThat(only(program, "listen").place()).isEqualTo(new Place("서버.cpp", 2));
  }

  @Test
  void fileThatTakesTooLongIsNamedAndTheOthersAreRead() {
    String deep = "int a = " + "f(".repeat(20_000) + ";";

    SourceProgram program =
        SourceProgram.parse(
            List.of(
                new SourceFile("deep.cpp", deep),
                new SourceFile("main.cpp", "int main() { listen(0, 1); }")),
            Duration.ofSeconds(5));

    assertThat(only(program, "listen").reach()).isEqualTo(Reach.REACHED);
    assertThat(program.remarks()).first().asString().startsWith("deep.cpp:1: not ");
  }

  @Test
  void callsInLoopsAreRepeated() {
    SourceProgram program =
        parse(
            """
            int main() {
              listen(0, 1);
              for (;;) accept(0, 0, 0);
              while (recv(0, 0, 0, 0)) { auto f = [] { send(0, 0, 0, 0); }; }
              for (int x : all) poll(0, 0, 0);
              do { Sleep(1); } while (connect(0, 0, 0));
            }
            """);

    assertThat(Stream.of("accept", "recv", "poll", "Sleep", "connect"))
        .allMatch(name -> only(program, name).repeated());
    assertThat(only(program, "listen").repeated()).isFalse();
    assertThat(only(program, "send").repeated()).isFalse();
  }

  @Test
  void noFilesAreAnEmptyProgram() {
    SourceProgram program = SourceProgram.parse(List.of());

    assertThat(program.calls()).isEmpty();
    assertThat(program.functions()).isEmpty();
  }
}
