package simul.spec.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import simul.spec.header.Samples.Sample;
import simul.spec.model.Scalar;

class HeaderReaderTest {

  @Test
  void thereAreSamplesInManyStyles() {
    List<Sample> samples = Samples.all();

    assertThat(samples).hasSizeGreaterThanOrEqualTo(40);
  }

  @Test
  void everyStructOfTheSamplesIsImportedOrRefused() {
    Pattern definition =
        Pattern.compile("(?m)^\\s*(?:typedef )?(?:struct|class) ([\\w가-힣]+)[^;()]*\\{");
    for (Sample sample : Samples.all()) {
      Header header = sample.read();
      Set<String> known = new HashSet<>(header.structs().stream().map(Struct::name).toList());
      header.refusals().forEach(refusal -> known.add(refusal.subject()));

      for (SourceFile file : sample.files()) {
        Matcher matcher = definition.matcher(file.text());
        while (matcher.find()) {
          boolean expected = !Set.of("NotCompiled", "Local").contains(matcher.group(1));
          assertThat(known.contains(matcher.group(1)))
              .as("%s: %s", sample, matcher.group(1))
              .isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void onlySamplesMadeForItHaveRefusedStructs() {
    List<String> refused =
        Samples.all().stream()
            .flatMap(sample -> sample.read().refusals().stream())
            .filter(refusal -> refusal.reason() != Refusal.Reason.NOT_AN_INTEGER)
            .map(refusal -> refusal.place().file() + " " + refusal.subject())
            .distinct()
            .toList();

    assertThat(refused)
        .containsExactly(
            "session-beside.h EXP_OVER", "session-beside.h Session", "string-inside.h CS_SAY");
  }

  @Test
  void structIsReadWithAllThatASpecNeeds() {
    Header header = Samples.named("avatar-and-time.h").read();

    Struct move = header.struct("sc_move_object_packet").orElseThrow();
    assertThat(move.base()).contains("packet");
    assertThat(move.bytes()).isEqualTo(15);
    assertThat(move.place()).isEqualTo(new Place("avatar-and-time.h", 23));
    assertThat(move.members())
        .extracting(Member::name, Member::offset, Member::bytes, Member::spelling, Member::owner)
        .containsExactly(
            tuple("size", 0, 2, "unsigned short", "packet"),
            tuple("type", 2, 1, "PACKET_ID", "packet"),
            tuple("id", 3, 4, "int", "sc_move_object_packet"),
            tuple("x", 7, 2, "short", "sc_move_object_packet"),
            tuple("y", 9, 2, "short", "sc_move_object_packet"),
            tuple("move_time", 11, 4, "unsigned int", "sc_move_object_packet"));
    assertThat(move.member("type").orElseThrow().element())
        .isEqualTo(new ElementType.Enumerated("PACKET_ID", Scalar.I8));
    assertThat(header.constant("SC_REMOVE_OBJECT").orElseThrow())
        .isEqualTo(
            new Constant(
                "",
                "SC_REMOVE_OBJECT",
                Constant.Kind.ENUMERATOR,
                12,
                new Place("avatar-and-time.h", 11)));
  }

  private static org.assertj.core.groups.Tuple tuple(Object... values) {
    return org.assertj.core.groups.Tuple.tuple(values);
  }

  @Test
  void arraysKeepTheirDimensions() {
    Struct board = Samples.named("cells-2d.h").read().struct("sc_board").orElseThrow();

    assertThat(board.members())
        .extracting(Member::name, Member::dimensions)
        .containsExactly(
            tuple("size", List.of()),
            tuple("type", List.of()),
            tuple("cells", List.of(8, 10)),
            tuple("seen", List.of(2, 3, 4)),
            tuple("names", List.of(3, 16)),
            tuple("team", List.of(2, 16)),
            tuple("scores", List.of(4)));
  }

  @Test
  void elementTypesAreThoseOfWindows() {
    Struct widths = Samples.named("long-and-int64.h").read().struct("Widths").orElseThrow();

    assertThat(widths.member("l").orElseThrow().element())
        .isEqualTo(new ElementType.Whole(Scalar.I32));
    assertThat(widths.member("ul").orElseThrow().element())
        .isEqualTo(new ElementType.Whole(Scalar.U32));
    assertThat(widths.member("ui64").orElseThrow().element())
        .isEqualTo(new ElementType.Whole(Scalar.U64));
    assertThat(widths.member("sc").orElseThrow().element())
        .isEqualTo(new ElementType.Whole(Scalar.I8));
    assertThat(widths.member("c").orElseThrow().element()).isEqualTo(new ElementType.Character());
    assertThat(widths.member("w").orElseThrow().element())
        .isEqualTo(new ElementType.WideCharacter());
    assertThat(widths.member("d").orElseThrow().element()).isEqualTo(new ElementType.Real(8));
    assertThat(widths.member("b").orElseThrow().element()).isEqualTo(new ElementType.Truth());
  }

  @Test
  void constructorOfBaseTellsPacketType() {
    Header header = Samples.named("base-constructor.h").read();

    assertThat(header.struct("S2C_MOVE").orElseThrow().presets())
        .contains(
            entry("size", new Preset(16, "sizeof(S2C_MOVE)")),
            entry("id", new Preset(101, "E_S2C_MOVE")));
  }

  @Test
  void presetsOfNestedStructHaveItsNameBeforeDot() {
    Header header = Samples.named("nested-header.h").read();

    assertThat(header.struct("cs_packet_move").orElseThrow().presets())
        .containsOnly(
            entry("header.size", new Preset(7, "sizeof(cs_packet_move)")),
            entry("header.type", new Preset(1, "PACKET_CS_MOVE")));
    assertThat(header.struct("sc_packet_out").orElseThrow().presets()).isEmpty();
  }

  @Test
  void typedefNamesUnnamedStructAndIsAnAliasOfNamedOne() {
    Header header = Samples.named("typedef-structs.h").read();

    assertThat(header.structs())
        .extracting(Struct::name, Struct::aliases)
        .containsExactly(
            tuple("base_t", List.of()),
            tuple("tag_move", List.of("move_t")),
            tuple("tag_where", List.of()),
            tuple("tag_status", List.of("status_t", "status_packet")));
    assertThat(header.enumerations())
        .extracting(Enumeration::name)
        .containsExactly("go_t", "tag_state");
  }

  @Test
  void includesFindGivenFilesInAnyCaseAndFolder() {
    Header header = Samples.named("several-includes").read();

    assertThat(header.refusals()).isEmpty();
    assertThat(header.remarks()).isEmpty();
    assertThat(header.struct("Pos").orElseThrow().bytes()).isEqualTo(14);
    assertThat(header.constant("MAX_NAME").orElseThrow().place())
        .isEqualTo(new Place("several-includes/Common/Define.h", 1));
  }

  @Test
  void includeMeansTheFileWhosePathFitsBest() {
    SourceFile client = new SourceFile("client/types.h", "const int WHERE = 1;");
    SourceFile server = new SourceFile("server/types.h", "const int WHERE = 2;");
    SourceFile main =
        new SourceFile("main.h", "#include \"..\\Server\\Types.h\"\nchar text[WHERE];");

    Header header = HeaderReader.read(List.of(main, client, server));

    assertThat(header.constants())
        .extracting(Constant::value)
        .as("the other file is read last, and refused")
        .containsExactly(2L);
    assertThat(header.refusals())
        .extracting(Refusal::reason)
        .containsExactly(Refusal.Reason.DUPLICATE);
  }

  @Test
  void headerOfTheProjectThatIsMissingIsRemarked() {
    Header header = Samples.read("#include <vector>\n#include \"Enum.h\"\nstruct A { int a; };");

    assertThat(header.remarks())
        .extracting(Remark::toString)
        .containsExactly("protocol.h:2: Enum.h is not among the given files");
    assertThat(header.structs()).hasSize(1);
  }

  @Test
  void assertionThatDoesNotHoldIsRemarked() {
    Header header =
        Samples.read(
            "struct A { char c; int i; };\n"
                + "static_assert(sizeof(A) == 5, \"packed\");\n"
                + "static_assert(sizeof(A) == 8);\n"
                + "static_assert(sizeof(B) == 8);\n");

    assertThat(header.remarks())
        .extracting(Remark::toString)
        .containsExactly(
            "protocol.h:2: static_assert(sizeof(A) == 5) does not hold",
            "protocol.h:4: static_assert(sizeof(B) == 8) was not checked: B is a B, which none of"
                + " the given files defines");
  }

  @Test
  void widthThatDependsOnTheTargetIsRemarked() {
    Header header = Samples.read("struct A {\n  std::size_t length;\n};");

    assertThat(header.remarks())
        .extracting(Remark::toString)
        .containsExactly(
            "protocol.h:2: length is a std::size_t, taken as 8 bytes: on 32-bit Windows it is 4");
    assertThat(header.struct("A").orElseThrow().bytes()).isEqualTo(8);
  }

  @Test
  void structOfThePreludeIsListedWhereItIsUsed() {
    Header header = Samples.read("struct A { POINT p; };");

    assertThat(header.structs())
        .extracting(Struct::name, Struct::bytes)
        .containsExactly(tuple("POINT", 8), tuple("A", 8));
    assertThat(Samples.read("struct A { int a; };").structs()).hasSize(1);
  }

  @Test
  void commentsAreKeptWithTheirLine() {
    Header header = Samples.named("constexpr-ids.h").read();

    assertThat(header.comments())
        .extracting(Comment::place, Comment::text)
        .contains(tuple(new Place("constexpr-ids.h", 31), "0 : 위, 1 : 아래, 2 : 왼쪽, 3 : 오른쪽"));
  }

  @Test
  void macroThatIsUndefinedAgainIsNoConstant() {
    Header header = Samples.read("#define A 1\n#define B 2\n#undef A\n#define GUARD\n");

    assertThat(header.constants()).extracting(Constant::name).containsExactly("B");
    assertThat(header.refusals())
        .extracting(Refusal::toString)
        .containsExactly("protocol.h:1: A cannot be imported: it is undefined again");
  }

  @Test
  void lastDefinitionOfMacroCounts() {
    Header header = Samples.read("#define A 1\n#undef A\n#define A 2\n");

    assertThat(header.constants())
        .extracting(Constant::value, Constant::place)
        .containsExactly(tuple(2L, new Place("protocol.h", 3)));
  }

  @Test
  void constantsOfOneNameAreToldApartByScope() {
    Header header = Samples.named("scoped-clash.h").read();

    assertThat(header.constant("cs::MOVE").orElseThrow().value()).isEqualTo(1);
    assertThat(header.constant("sc::MOVE").orElseThrow().value()).isEqualTo(7);
    assertThat(header.struct("cs::move").orElseThrow().presets())
        .containsEntry("type", new Preset(1, "MOVE"));
    assertThat(header.struct("sc::move").orElseThrow().presets())
        .containsEntry("type", new Preset(7, "MOVE"));
  }

  @Test
  void oneBadLineCostsNoOtherStruct() {
    Header header = Samples.read("struct A { int a; };\n@@@ what is this;\nstruct B { int b; };\n");

    assertThat(header.structs()).extracting(Struct::name).containsExactly("A", "B");
    assertThat(header.refusals()).isNotEmpty();
  }

  @Test
  void nestingBeyondTheParserIsRefusedAsWhole() {
    String text = "const int A = " + "(".repeat(100_000) + "1" + ")".repeat(100_000) + ";";

    Header header = Samples.read(text);

    assertThat(header.refusals())
        .extracting(Refusal::toString)
        .containsExactly(
            "protocol.h:1: protocol.h cannot be imported: it is nested deeper than the parser can"
                + " follow");
  }

  @Test
  void textThatTakesForEverIsRefusedAsWhole() {
    SourceFile endless = new SourceFile("protocol.h", "a(".repeat(200));

    Header header = HeaderReader.read(List.of(endless), Duration.ofMillis(300));

    assertThat(header.refusals())
        .extracting(Refusal::toString)
        .containsExactly(
            "protocol.h:1: protocol.h cannot be imported: reading it takes longer than 0.3 s");
  }

  @Test
  void macrosThatDoubleOneAnotherAreNotExpanded() {
    StringBuilder text = new StringBuilder("#define A0 1\n");
    for (int i = 1; i <= 60; i++) {
      text.append("#define A").append(i).append(" A").append(i - 1).append("+A").append(i - 1);
      text.append('\n');
    }

    Header header = Samples.read(text.toString());

    assertThat(header.constants()).hasSizeBetween(5, 20);
    assertThat(header.refusals()).hasSize(61 - header.constants().size());
  }

  @Test
  void readingNothingIsMistakeOfTheCaller() {
    assertThatThrownBy(() -> HeaderReader.read(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no source file");
  }
}
