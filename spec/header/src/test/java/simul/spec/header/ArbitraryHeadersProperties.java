package simul.spec.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import simul.spec.export.CppHeader;
import simul.spec.header.Samples.Sample;
import simul.spec.load.SpecException;
import simul.spec.load.SpecLoader;

/** Whatever the text, reading ends in a header, and every place in it is a line of the text. */
class ArbitraryHeadersProperties {
  /** Headers in students' styles, and as the export writes them, with annotations. */
  private static final List<String> TEXTS =
      Stream.concat(
              Samples.all().stream().map(sample -> text(sample)),
              Stream.of("homework3", "padded", "fixed-402").map(name -> exported(name)))
          .toList();

  private static final Pattern DEFINITION =
      Pattern.compile("(?:struct|class) ([\\w가-힣]+)[^;(){}]*\\{");

  /** In a condition that does not hold, and inside a function. */
  private static final Set<String> NOT_COMPILED = Set.of("NotCompiled", "Local");

  private static String text(Sample sample) {
    return String.join("\n", sample.files().stream().map(SourceFile::text).toList());
  }

  private static String exported(String name) {
    try {
      return CppHeader.of(SpecLoader.load(name));
    } catch (SpecException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  @Property(tries = 150)
  void anyTextIsRead(@ForAll String text) {
    check(text);
  }

  @Property(tries = 150)
  void anyBytesAreRead(@ForAll byte[] bytes) {
    check(SourceFile.decode("protocol.h", bytes).text());
  }

  @Property(tries = 150)
  void headerCutAnywhereIsRead(@ForAll("cut") String text) {
    check(text);
    checkNothingIsLostUnnamed(text);
  }

  @Property(tries = 150)
  void headerWithTokensLostDoubledAndSwappedIsRead(@ForAll("shuffled") String text) {
    check(text);
  }

  /** What a header tells may be anything; it becomes a spec's text or is refused. */
  @Property(tries = 150)
  void annotationsWithAnyLinesAreRead(@ForAll("annotated") String text) {
    check(text);
  }

  @Property(tries = 150)
  void anyTokensAreRead(@ForAll("tokens") String text) {
    check(text);
  }

  private static void check(String text) {
    Header header = Samples.read(text);

    int lines = (int) new SourceFile("", text).text().chars().filter(c -> c == '\n').count() + 1;
    List<Place> places = new ArrayList<>();
    header.refusals().forEach(refusal -> places.add(refusal.place()));
    header.remarks().forEach(remark -> places.add(remark.place()));
    header.comments().forEach(comment -> places.add(comment.place()));
    header.allConstants().forEach(constant -> places.add(constant.place()));
    assertThat(places)
        .allSatisfy(
            place -> {
              assertThat(place.file()).isEqualTo("protocol.h");
              assertThat(place.line()).isBetween(1, lines);
            });
    assertThat(Guess.of(header).packets()).hasSizeLessThanOrEqualTo(header.structs().size());
    SpecDraft draft = SpecDraft.of(header, Guess.of(header));
    assertThat(SpecLoader.checkSyntax("spec", SpecWriter.write(draft, "a", List.of("a.h"))))
        .isEmpty();
    for (Struct struct : header.structs()) {
      assertThat(struct.members())
          .allSatisfy(member -> assertThat(member.end()).isBetween(1, struct.bytes()));
    }
  }

  /** Either every struct of the text is there, or something was refused. */
  private static void checkNothingIsLostUnnamed(String text) {
    Header header = Samples.read(text);
    List<String> names = new ArrayList<>(header.structs().stream().map(Struct::name).toList());
    header.enumerations().forEach(enumeration -> names.add(enumeration.name()));
    List<String> lost =
        DEFINITION
            .matcher(text.replaceAll("(?s)/\\*.*?\\*/|//[^\n]*", ""))
            .results()
            .map(match -> match.group(1))
            .filter(name -> !names.contains(name))
            .filter(name -> !NOT_COMPILED.contains(name))
            .toList();

    assertThat(header.refusals().isEmpty() && !lost.isEmpty()).as("%s is lost", lost).isFalse();
  }

  @Provide
  Arbitrary<String> cut() {
    return Combinators.combine(Arbitraries.of(TEXTS), Arbitraries.doubles().between(0, 1))
        .as((text, share) -> text.substring(0, (int) (share * text.length())));
  }

  @Provide
  Arbitrary<String> shuffled() {
    Arbitrary<List<Integer>> edits = Arbitraries.integers().between(0, 9999).list().ofMaxSize(12);
    return Combinators.combine(Arbitraries.of(TEXTS), edits).as(ArbitraryHeadersProperties::edit);
  }

  @Provide
  Arbitrary<String> annotated() {
    String header = exported("homework3");
    String chars = "{}[]:,-#\"'|>&*!%@`\\? \t\nab1$.~=/";
    return Combinators.combine(
            Arbitraries.strings().withChars(chars).ofMaxLength(12),
            Arbitraries.integers().between(0, header.length()),
            Arbitraries.integers().between(0, 9))
        .as(
            (junk, at, cut) ->
                header.substring(0, at)
                    + junk
                    + header.substring(Math.min(header.length(), at + cut)));
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

  @Provide
  Arbitrary<String> tokens() {
    return Arbitraries.of(
            "struct",
            "class",
            "union",
            "enum",
            "namespace",
            "template",
            "typename",
            "typedef",
            "using",
            "const",
            "constexpr",
            "static",
            "virtual",
            "operator",
            "sizeof",
            "A",
            "B",
            "int",
            "char",
            "BYTE",
            "std::",
            "::",
            "{",
            "}",
            "(",
            ")",
            "[",
            "]",
            "<",
            ">",
            ";",
            ",",
            ":",
            "=",
            "*",
            "&",
            "~",
            "...",
            "1",
            "0x",
            "'",
            "\"",
            "\n#define A ",
            "\n#define B(x) ",
            "\n#pragma pack(",
            "\n#include \"protocol.h\"\n",
            "\n#if A\n",
            "\n#endif\n",
            "##",
            "\\")
        .list()
        .ofMaxSize(60)
        .map(tokens -> String.join(" ", tokens));
  }
}
