package simul.spec.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import simul.spec.header.Guess.WorldNumber;
import simul.spec.load.SpecLoader;
import simul.spec.model.Direction;
import simul.spec.model.Sender;
import simul.spec.model.Spec;

/** What a person writes into a header with {@code simul:}, right and wrong. */
class AnnotationTest {
  /** A header of which no name says anything. */
  private static final String MUTE =
      """
      #define HOW_WIDE 12
      #pragma pack(push, 1)
      struct Start { unsigned short a; char b; };
      // simul: packet: GO, from: client, type: 1
      struct P1 : Start {
        char c;  // simul: name: way, range: [ 0, 3 ]
      };
      /* simul: from: server, type: 2 */
      typedef struct P2 {
        Start start;
        int d;
      } YOU;
      // Where somebody is.
      // simul: packet: AT, from: server, type: 3
      // simul: then: { name: tail, type: u8, count: rest }
      struct P3 : Start { int d; short e, f; };
      #pragma pack(pop)
      """;

  private static final String BLOCK =
      """
      /* simul: by hand, indented
         name: by-hand
         framing:
           length: { field: a, counts: body }
           type: { field: b }
         header: [ a, b ]
         # The four steps.
         roles:
           move:
             UP: { send: GO, set: { way: 0 } }
             DOWN: { send: GO, set: { way: 1 } }
             LEFT: { send: GO, set: { way: 2 } }
             RIGHT: { send: GO, set: { way: 3 } }

           self:
           - { packet: P2, id: d }
           position: [ { packet: AT, id: d, x: e, y: f } ]
         world: { width: HOW_WIDE, height: 3, edge: wrap }
      */
      """;

  /** Something beside the header of the tests, and what is refused of it: {@code line: text}. */
  private record Case(String text, String... refusals) {}

  private static final List<Case> CASES =
      List.of(
          new Case("/* simul:\nname: x\nnmae: y\n*/", "3: nmae: unknown key nmae in the spec"),
          new Case(
              "/* simul:\nroles:\n  leave: [ { packet: GONE, id: d } ]\n*/",
              "3: roles.leave: no packet GONE from the server"),
          new Case(
              "// simul: from: server, type: 1\nstruct A { char size, type, id; };\n"
                  + "/* simul:\nroles:\n  self:\n    - { packet: A, id: id }\n"
                  + "    - { packet: A, id: is }\n*/",
              "7: roles.self: A has no field is; did you mean id?"),
          new Case(
              "/* simul:\nworld:\n  width: 8\n  edge: warp\n*/",
              "4: world.edge: edge must be one of stay, wrap, free, but is 'warp'; did you mean"
                  + " wrap?"),
          new Case("/* simul:\nworld: { width: 8, edge: , }\n*/", "2: world: it must be KEY"),
          new Case("/* simul:\nworld: {\n  width: 8 }\n*/", "2: world: its keys must be on"),
          new Case("/* simul:\ntitle: a\ntitle: b\n*/", "3: title: it is told already, in line 2"),
          new Case("/* simul:\nheader: size\n*/", "2: header: it must be a list of names: [ size"),
          new Case("/* simul:\nName: x\nname: No\n*/", "2: Name: unknown key", "3: name: it must"),
          new Case("/* simul:\npackets:\n  - { name: A }\n*/", "2: packets: the structs say them"),
          new Case("/* simul:\nencoding: { pack: 4 }\n*/", "2: encoding.pack: #pragma pack says"),
          new Case("/* simul:\n- a\nport: *b\n*/", "2: - a: it is no KEY", "3: port: line 1 of it"),
          new Case(
              "/* simul:\nport: 99999\n*/", "2: port: port must be a whole number in 1..65535"),
          new Case("// simul: from: client", "1: from: client: no struct, enumeration or member"),
          new Case("// simul: from", "1: from: it must be KEY: VALUE, but is from"),
          new Case("// simul: from: [ a", "1: from: [ a: not YAML"),
          new Case(
              "// simul: from: clint\nstruct A { int a; };", "1: from: clint: it must be client"),
          new Case("// simul: type: 3\nstruct A { int a; };", "1: type: a packet needs from"),
          new Case(
              "// simul: from: client, type: NONE\nstruct A { char size, type; };",
              "1: type: NONE: it must be a number or a constant of the header"),
          new Case(
              "// simul: from: client, from: server\nstruct A { int a; };",
              "1: from: client, from: server: key from again; first on line 1"),
          new Case(
              "// simul: from: client, then: { name: a, type: Nix, count: rest }\nstruct A { int a; };",
              "1: then: field a again"),
          new Case(
              "// simul: from: client, then: rest\nstruct A { int a; };",
              "1: then: rest: it must be { KEY: VALUE, ... } on one line"),
          new Case(
              "// simul: from: client\nstruct A {\n  char a, b;  // simul: range: [ 0, 1 ]\n};",
              "3: range: [ 0, 1 ]: several declarations are on its line"),
          new Case(
              "// simul: from: client\nstruct A {\n  char a;  // simul: range: [ 0, 300 ]\n};",
              "3: range: range of a: 300 does not fit i8 (-128..127)"),
          new Case(
              "// simul: from: client\nstruct A {\n  char a[4];  // simul: type: dec3\n};",
              "3: type: dec3: dec3 must be an array of 3 bytes"),
          new Case(
              "enum class E { A,\n  B,  // simul: range: [ 0, 1 ]\n};",
              "2: range: [ 0, 1 ]: of a value of an enumeration may be told name"),
          new Case(
              "// simul: from: client\nstruct A {  // its pointer\n  int* a;  // of no use\n};\n"
                  + "struct B { int b; };",
              "1: from: client: no struct, enumeration or member",
              "3: a is a pointer, which means nothing to another computer"));

  @TestFactory
  Stream<DynamicTest> whatIsWrongIsNamedWithItsLine() {
    return CASES.stream().map(each -> DynamicTest.dynamicTest(each.text(), () -> isRefused(each)));
  }

  private static void isRefused(Case each) {
    List<String> refusals =
        Samples.read(each.text()).refusals().stream().map(AnnotationTest::line).toList();

    assertThat(refusals).hasSameSizeAs(each.refusals());
    for (int i = 0; i < refusals.size(); i++) {
      assertThat(refusals.get(i)).startsWith(each.refusals()[i]);
    }
  }

  private static String line(Refusal refusal) {
    String subject = refusal.subject().replace("the annotation ", "");
    boolean told = refusal.reason() == Refusal.Reason.ANNOTATION;
    return refusal.place().line() + ": " + (told ? subject + ": " : "") + refusal.text();
  }

  private static String write(Header header) {
    return write(header, Guess.of(header));
  }

  private static String write(Header header, Guess guess) {
    SpecDraft draft = SpecDraft.of(header, guess);
    return SpecWriter.write(draft, draft.toldName().orElse("other"), List.of("protocol.h"));
  }

  @Test
  void headerWhoseNamesSayNothingIsSpecByWhatItTells() throws Exception {
    Header header = Samples.read(BLOCK + MUTE);

    String text = write(header);

    assertThat(header.refusals()).isEmpty();
    assertThat(text.lines().filter(line -> line.contains("guessed")))
        .containsExactly(
            "# Look at every line that says guessed, then delete its comment.",
            "  max-clients: 10  # guessed: the header does not say, the handout has so many; check");
    assertThat(text)
        .contains(
            "  width: 12  # told in the header\n",
            "      - { name: way, type: i8, range: [ 0, 3 ] }  # told in the header\n",
            "    from: server  # told in the header\n");
    Spec spec = SpecLoader.parse("by-hand.yaml", text);
    assertThat(spec.name()).isEqualTo("by-hand");
    assertThat(spec.packets()).extracting("name").containsExactly("GO", "P2", "AT");
    assertThat(spec.roles().moves()).containsOnlyKeys(Direction.values());
  }

  @Test
  void framingWithoutSpaceAfterColonIsTakenAsYamlTakesIt() throws Exception {
    String told =
        "/* simul:\nframing:\n  client: { length:{ field: size }, type: { field: type } }\n";
    String other = "  server: { length: { field: size }, type: { field: type } }\n*/\n";

    String structs =
        "struct CS_MOVE { char size, type, direction; };\n"
            + "struct SC_POS { char size, type, id, x, y; };\n";

    String text = write(Samples.read(told + other + structs));

    assertThat(text).contains("    { length:{ field: size }, type: { field: type } }\n");
  }

  @Test
  void whatIsToldStandsAboveEachGuess() {
    String struct = "struct CS_MOVE { char size, type; char dir; };\n#define CS_MOVE_TYPE 9\n";

    Guess guess = Guess.of(Samples.read("// simul: from: server, type: 4\n" + struct));

    PacketGuess packet = guess.packets().get(0);
    assertThat(packet.sender()).contains(Hunch.told(Sender.SERVER));
    assertThat(packet.type().map(type -> type.value().value())).contains(4L);
    assertThat(Guess.of(Samples.read(struct)).packets().get(0).sender().map(Hunch::value))
        .contains(Sender.CLIENT);
  }

  @Test
  void toldTypeIsNoOthersByGuess() {
    String header =
        "#define SC_GO 1\nstruct sc_go { char size, type; };\n"
            + "// simul: from: server, type: SC_GO\nstruct sc_too { char size, type; };\n";

    assertThat(write(Samples.read(header)))
        .contains("    # type: NUMBER  # fill in: 1 is the type of sc_too\n")
        .contains("  - name: sc_too\n    type: 1  # told in the header\n");
  }

  @Test
  void partThatIsWrongIsGuessedInstead() {
    String header =
        "/* simul:\nworld:\n  width: -1\n*/\n#define MAP_WIDTH 30\nstruct sc_a { int a; };";

    Header read = Samples.read(header);

    assertThat(read.refusals()).hasSize(1);
    assertThat(read.annotations().isEmpty()).isTrue();
    assertThat(write(read)).contains("width: 30  # guessed: the name MAP_WIDTH says so; check");
  }

  @Test
  void nobodyIsAskedAboutWhatIsTold() {
    Header header = Samples.read(BLOCK + MUTE);

    Guess reviewed =
        GuessReview.review(
            Guess.of(header),
            question -> {
              throw new AssertionError(question);
            });

    assertThat(reviewed.packets()).isEqualTo(Guess.of(header).packets());
    assertThat(reviewed.world()).doesNotContainKey(WorldNumber.WIDTH);
  }

  @Test
  void structThatDoesNotStartWithTheToldHeaderIsLeftOut() {
    Header header = Samples.read(BLOCK + MUTE + "struct sc_other { char b; short a; };");

    SpecDraft draft = SpecDraft.of(header, Guess.of(header));

    assertThat(draft.leftOut())
        .extracting(SpecDraft.LeftOut::reason)
        .contains("it does not start with the header that is told: a, b");
  }

  @Test
  void whatMeansNothingToTheImportIsPlainComment() {
    Header header =
        Samples.read("// made by simul, simulation: 3\n/* see simul */ struct A { int a; };");

    assertThat(header.annotations().isEmpty()).isTrue();
    assertThat(header.refusals()).isEmpty();
    assertThat(header.comments()).hasSize(2);
  }
}
