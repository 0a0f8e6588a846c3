package simul.spec.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import simul.spec.header.Refusal.Reason;

class RefusalTest {

  /** A header, and all that it is refused for: {@code line: text}. */
  private record Case(String text, Reason reason, String... refusals) {}

  private static final List<Case> CASES =
      List.of(
          new Case(
              "struct A { int a;\n char* name; };",
              Reason.POINTER,
              "2: A cannot be imported: name is a pointer, which means nothing to another computer"),
          new Case(
              "struct A { void (*call)(int); };",
              Reason.POINTER,
              "1: A cannot be imported: call is a pointer, which means nothing to another computer"),
          new Case(
              "struct A { HANDLE h; };",
              Reason.POINTER,
              "1: A cannot be imported: h is a pointer, which means nothing to another computer"),
          new Case(
              "struct A { int &r; };",
              Reason.REFERENCE,
              "1: A cannot be imported: r is a reference, which means nothing to another computer"),
          new Case(
              "struct A {\n virtual void f();\n};",
              Reason.VIRTUAL,
              "2: A cannot be imported: a virtual function puts a hidden pointer into it"),
          new Case(
              "struct A { virtual ~A() {} };",
              Reason.VIRTUAL,
              "1: A cannot be imported: a virtual function puts a hidden pointer into it"),
          new Case(
              "struct A {};\nstruct B : virtual A {};",
              Reason.VIRTUAL,
              "2: B cannot be imported: a virtual base puts a hidden pointer into it"),
          new Case(
              "struct A { int a : 3; };",
              Reason.BIT_FIELD,
              "1: A cannot be imported: a is a bit-field, whose place depends on the compiler"),
          new Case(
              "struct A { char c; int : 4; };",
              Reason.BIT_FIELD,
              "1: A cannot be imported: a member without a name is a bit-field, whose place depends"
                  + " on the compiler"),
          new Case(
              "union U { int a; float b; };",
              Reason.UNION,
              "1: U cannot be imported: a union, several members at one place"),
          new Case(
              "struct A { std::string s; };",
              Reason.LIBRARY_TYPE,
              "1: A cannot be imported: s is a std::string, whose bytes are not its value"),
          new Case(
              "using namespace std;\nstruct A {\n\n vector<int> v; };",
              Reason.LIBRARY_TYPE,
              "4: A cannot be imported: v is a vector<int>, whose bytes are not its value"),
          new Case(
              "struct A { const std::array<char, 4> s[2]; };",
              Reason.LIBRARY_TYPE,
              "1: A cannot be imported: s is a std::array<char, 4>, whose bytes are not its value"),
          new Case(
              "template <class T> struct A { T t; };",
              Reason.TEMPLATE,
              "1: A cannot be imported: a template has no layout of its own"),
          new Case(
              "struct A {\n int a;  // simul: colour: 3\n};",
              Reason.ANNOTATION,
              "2: the annotation colour: 3 cannot be imported: of a member may be told name, type,"
                  + " range, value"),
          new Case(
              "struct A { WSABUF b; };",
              Reason.UNKNOWN_TYPE,
              "1: A cannot be imported: b is a WSABUF, which none of the given files defines"),
          new Case(
              "struct B;\nstruct A { struct B b; };",
              Reason.UNKNOWN_TYPE,
              "2: A cannot be imported: b is a struct B, which none of the given files defines"),
          new Case(
              "struct A : Header { int a; };",
              Reason.UNKNOWN_TYPE,
              "1: A cannot be imported: its base is a Header, which none of the given files"
                  + " defines"),
          new Case(
              "struct A { char a[MAX]; };",
              Reason.UNKNOWN_VALUE,
              "1: A cannot be imported: a is an array whose length is unclear: none of the"
                  + " given files defines MAX"),
          new Case(
              "int f();\nconst int A = f();",
              Reason.UNKNOWN_VALUE,
              "2: A cannot be imported: f() is not a constant that can be computed here"),
          new Case(
              "int b;\nconst int A = b;",
              Reason.UNKNOWN_VALUE,
              "2: A cannot be imported: b is not a constant"),
          new Case(
              "const int A = 1 / 0;",
              Reason.UNKNOWN_VALUE,
              "1: A cannot be imported: a division by 0"),
          new Case(
              "extern const int A;",
              Reason.UNKNOWN_VALUE,
              "1: A cannot be imported: nothing gives it a value"),
          new Case(
              "#define A (B + 1)",
              Reason.UNKNOWN_VALUE,
              "1: A cannot be imported: none of the given files defines B"),
          new Case(
              "#define A \"127.0.0.1\"",
              Reason.NOT_AN_INTEGER,
              "1: A cannot be imported: it stands for \"127.0.0.1\", which was not read as an"
                  + " integer"),
          new Case(
              "#define A 3.5f",
              Reason.NOT_AN_INTEGER,
              "1: A cannot be imported: 3.5f is no integer"),
          new Case(
              "#define A(x) ((x) + 1)",
              Reason.NOT_AN_INTEGER,
              "1: A cannot be imported: it is a macro with parameters"),
          new Case(
              "#define A unsigned char",
              Reason.NOT_AN_INTEGER,
              "1: A cannot be imported: it stands for unsigned char, which was not read as an"
                  + " integer"),
          new Case(
              "constexpr float A = 1.5;",
              Reason.NOT_AN_INTEGER,
              "1: A cannot be imported: 1.5 is no integer"),
          new Case(
              "constexpr double A = 2;",
              Reason.NOT_AN_INTEGER,
              "1: A cannot be imported: constexpr double is no integer type"),
          new Case(
              "const int A[3] = {1, 2, 3};",
              Reason.NOT_AN_INTEGER,
              "1: A cannot be imported: {1, 2, 3} is not one integer"),
          new Case(
              "const char A[] = \"x\";",
              Reason.NOT_AN_INTEGER,
              "1: A cannot be imported: \"x\" is no integer"),
          new Case(
              "constexpr const char* A = \"x\";",
              Reason.NOT_AN_INTEGER,
              "1: A cannot be imported: \"x\" is no integer"),
          new Case(
              "struct A {};\nstruct B {};\nstruct C : A, B {};",
              Reason.SEVERAL_BASES,
              "3: C cannot be imported: it inherits from 2 structs"),
          new Case(
              "struct alignas(8) A { int a; };",
              Reason.ALIGNMENT,
              "1: A cannot be imported: alignas(8) aligns otherwise than #pragma pack"),
          new Case(
              "struct A {\n __declspec(align(8)) int a; };",
              Reason.ALIGNMENT,
              "2: A cannot be imported: __declspec(align(8)) aligns otherwise than #pragma pack"),
          new Case(
              "#define ALIGNED __attribute__((aligned(4)))\nstruct ALIGNED A { int a; };",
              Reason.ALIGNMENT,
              "1: ALIGNED cannot be imported: it stands for __attribute__((aligned(4))), which was"
                  + " not read as an integer",
              "2: A cannot be imported: ALIGNED aligns otherwise than #pragma pack"),
          new Case(
              "struct A { char a[]; };",
              Reason.LENGTH,
              "1: A cannot be imported: a is an array without a length"),
          new Case(
              "struct A { char a[0]; };",
              Reason.LENGTH,
              "1: A cannot be imported: a is an array of length 0"),
          new Case(
              "struct A { char a[70000][70000]; };",
              Reason.LENGTH,
              "1: A cannot be imported: a is larger than 16777216 bytes, which no packet is"),
          new Case(
              "struct A { int a; };\nstruct A { int a; int b; };",
              Reason.DUPLICATE,
              "2: A cannot be imported: the name has been defined before"),
          new Case(
              "typedef struct A { int a; } B;\ntypedef struct { B b; } A;",
              Reason.DUPLICATE,
              "2: A cannot be imported: the name has been defined before"),
          new Case(
              "struct A { int a;\n char a; };",
              Reason.DUPLICATE,
              "2: A cannot be imported: a is defined a second time"),
          new Case(
              "struct { int a; };",
              Reason.UNNAMED,
              "1: (unnamed) cannot be imported: nothing gives it a name"),
          new Case(
              "struct A { int a; A again; };",
              Reason.DEPENDENCY,
              "1: A cannot be imported: again is a A, which cannot be imported (line 1)"),
          new Case(
              "struct A {\n int a;\n unsigned BYTE b;\n int c;\n};",
              Reason.SYNTAX,
              "3: A cannot be imported: unsigned BYTE b; cannot be read as a member"),
          new Case(
              "int a;\nstruckt A { int a; };",
              Reason.SYNTAX,
              "2: struckt A { int a; }; cannot be imported: the parser does not take it for C++"),
          new Case(
              "struct A { int a;\n\nstruct B { int b; };\n",
              Reason.SYNTAX,
              "1: A cannot be imported: its end is missing: is there a } too few?"),
          new Case(
              "namespace n {\nstruct A { int a; };\n",
              Reason.SYNTAX,
              "1: n cannot be imported: its end is missing: is there a } too few?"),
          new Case(
              "struct A {\n void f() { if (1) { }\n};\n\n\n",
              Reason.SYNTAX,
              "1: A cannot be imported: its end is missing: is there a } too few?"),
          new Case(
              "struct A { int a };",
              Reason.SYNTAX,
              "1: A cannot be imported: int a cannot be read as a member"),
          new Case(
              "enum class E { A = 1 << B, C };",
              Reason.UNKNOWN_VALUE,
              "1: E cannot be imported: none of the given files defines B"));

  @TestFactory
  Stream<DynamicTest> nothingIsLeftOutWithoutLineAndReason() {
    return CASES.stream()
        .map(
            refused ->
                DynamicTest.dynamicTest(
                    refused.reason() + ": " + refused.text().replace('\n', ' '),
                    () -> check(refused)));
  }

  private static void check(Case refused) {
    Header header = Samples.read(refused.text());

    assertThat(header.refusals())
        .extracting(Refusal::toString)
        .containsExactly(
            Stream.of(refused.refusals()).map("protocol.h:"::concat).toArray(String[]::new));
    assertThat(header.refusals()).extracting(Refusal::reason).contains(refused.reason());
  }

  @Test
  void structWithSeveralObstaclesHasRefusalForEach() {
    Header header = Samples.named("session-beside.h").read();

    assertThat(header.refusals())
        .filteredOn(refusal -> refusal.subject().equals("Session"))
        .extracting(Refusal::reason)
        .containsExactly(
            Reason.DEPENDENCY,
            Reason.UNKNOWN_TYPE,
            Reason.LIBRARY_TYPE,
            Reason.POINTER,
            Reason.BIT_FIELD,
            Reason.VIRTUAL);
    assertThat(header.structs())
        .extracting(Struct::qualifiedName)
        .containsExactly("CsMove", "ScMove");
  }

  @Test
  void everyReasonIsTested() {
    assertThat(CASES).extracting(Case::reason).contains(Reason.values());
  }
}
