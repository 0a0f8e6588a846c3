package simul.spec.source;

import static org.assertj.core.api.Assertions.assertThat;
import static simul.spec.source.Programs.only;
import static simul.spec.source.Programs.parse;
import static simul.spec.source.Programs.reach;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simul.spec.header.SourceFile;

/** Which functions the program gets to. */
class ReachTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "f();",
        "::f();",
        "CreateThread(0, 0, f, 0, 0, 0);",
        "_beginthreadex(0, 0, &f, 0, 0, 0);",
        "std::thread t(f, 1);",
        "std::thread t { f };",
        "std::thread(f).detach();",
        "auto p = f; p();",
        "std::vector<std::thread> v; v.emplace_back(f);",
        "auto call = [] { f(); }; call();",
        "[&] { f(); }();",
        "if (1) f(); else g();",
        "WNDCLASS w; w.lpfnWndProc = f;",
        "new Object(1);",
        "Object object;",
        "Object object(1);",
        "std::make_unique<Object>(2);",
        "Object* object; object->run();",
        "Derived* derived; derived->run();",
        "Object::start();",
        "space::inner();",
        "Global::instance();",
      })
  void functionIsReachedHoweverMainLeadsToIt(String statement) {
    SourceProgram program =
        parse(
            """
            int f() { return 0; }
            int g() { return 0; }
            class Object {
            public:
              Object() { }
              Object(int) { f(); }
              static void start() { helper(); }
              static void helper() { f(); }
              void run();
            private:
              Member member;
            };
            class Derived : public Object { };
            void Object::run() { virtual_step(); f(); }
            namespace space { void inner() { f(); } }
            struct Global { static void instance() { f(); } };
            int main() { %s }
            """
                .formatted(statement));

    assertThat(reach(program, "f")).isEqualTo(Reach.REACHED);
    assertThat(reach(program, "g")).isEqualTo(Reach.UNREACHED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "if (0) f();",
        "if (false) { f(); }",
        "while (0) f();",
        "if (TRUE) g(); else f();",
        "other::f();",
        "Object object;",
        "f_();",
        "puts(\"f()\");"
      })
  void functionThatNobodyLeadsToIsNotReached(String statement) {
    SourceProgram program =
        parse(
            """
            int f();
            int f() { return select(0, 0, 0, 0, 0); }
            int unused() { return f(); }
            int g() { return 0; }
            namespace other { int f() { return 1; } }
            struct Object { void run() { ::f(); } };
            int main() { %s }
            """
                .formatted(statement));

    assertThat(reach(program, "f")).isEqualTo(Reach.UNREACHED);
    assertThat(only(program, "select").reach()).isEqualTo(Reach.UNREACHED);
  }

  @Test
  void callInDeadBranchIsNotReached() {
    SourceProgram program = parse("int main() { if (0) { listen(1, 2); } accept(1, 0, 0); }");

    assertThat(only(program, "listen").reach()).isEqualTo(Reach.UNREACHED);
    assertThat(only(program, "accept").reach()).isEqualTo(Reach.REACHED);
  }

  @Test
  void objectMadeBeforeMainRunsItsConstructor() {
    SourceProgram program =
        parse("struct Server { Server() { listen(0, 1); } }; Server g; int main() {}");

    assertThat(only(program, "listen").reach()).isEqualTo(Reach.REACHED);
  }

  @Test
  void withoutEntryPointAllIsAssumed() {
    SourceProgram program = parse("void f() { listen(0, 1); }");

    assertThat(program.entryPoints()).isEmpty();
    assertThat(only(program, "listen").reach()).isEqualTo(Reach.ASSUMED);
  }

  @Test
  void frameworkMayCallWhatItsSubclassesDefine() {
    SourceProgram program =
        parse(
            """
            class App : public CWinApp { BOOL InitInstance() { listen(0, 1); return 1; } };
            class Plain { void never() { accept(0, 0, 0); } };
            App app;
            Plain plain;
            int main() {}
            """);

    assertThat(only(program, "listen").reach()).isEqualTo(Reach.ASSUMED);
    assertThat(only(program, "accept").reach()).isEqualTo(Reach.UNREACHED);
    assertThat(program.bases()).containsExactly("CWinApp");
  }

  @Test
  void twoProgramsInOneFolderKeepTheirOwnFunctions() {
    SourceProgram program =
        SourceProgram.parse(
            List.of(
                new SourceFile(
                    "server.cpp", "void work() { listen(0, 1); } int main() { work(); }"),
                new SourceFile(
                    "client.cpp", "void work() { connect(0, 0, 0); } int main() { work(); }")));

    List<SourceFunction> entries = program.entryPoints();
    assertThat(entries).hasSize(2);
    assertThat(program.reachedFrom(List.of(entries.get(0))))
        .contains(only(program, "listen").function())
        .doesNotContain(only(program, "connect").function());
  }

  @Test
  void headerThatNothingIncludesIsNotInTheProgram() {
    SourceFile header = new SourceFile("old.h", "void old() { poll(0, 0, 0); }");

    SourceProgram program =
        SourceProgram.parse(List.of(header, new SourceFile("a.cpp", "int main() {}")));
    SourceProgram alone = SourceProgram.parse(List.of(header));

    assertThat(program.calls()).isEmpty();
    assertThat(only(alone, "poll").reach()).isEqualTo(Reach.ASSUMED);
  }
}
