package simul.ci.iomodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import simul.conformance.explain.Language;
import simul.spec.header.SourceFile;

/** Whatever the text, there is a report, and words and JSON for it. */
class ArbitrarySourcesProperties {
  private static final List<String> TEXTS =
      Sources.all().stream()
          .map(name -> String.join("\n", Sources.of(name).stream().map(SourceFile::text).toList()))
          .toList();

  @Property(tries = 25)
  void anyTextHasReport(@ForAll String text) {
    check(text);
  }

  @Property(tries = 25)
  void serverCutAnywhereHasReport(@ForAll("cut") String text) {
    check(text);
  }

  @Property(tries = 40)
  void serverWithTokensLostDoubledAndSwappedHasReport(@ForAll("shuffled") String text) {
    check(text);
  }

  private static void check(String text) {
    IoModelReport report = IoModelDetector.detect(List.of(new SourceFile("a.cpp", text)));

    for (Language language : Language.values()) {
      assertThat(new IoModelText(language).lines(report)).hasSizeGreaterThanOrEqualTo(2);
    }
    assertThat(IoModelJson.of(report, "1")).contains("\"holds\"");
    boolean yes = report.constraint().holds() == Constraint.Holds.YES;
    assertThat(yes && !report.models().equals(List.of(IoModel.OVERLAPPED_CALLBACK))).isFalse();
  }

  @Provide
  Arbitrary<String> cut() {
    return Combinators.combine(Arbitraries.of(TEXTS), Arbitraries.doubles().between(0, 1))
        .as((text, share) -> text.substring(0, (int) (share * text.length())));
  }

  @Provide
  Arbitrary<String> shuffled() {
    Arbitrary<List<Integer>> edits = Arbitraries.integers().between(0, 9999).list().ofMaxSize(12);
    return Combinators.combine(Arbitraries.of(TEXTS), edits).as(ArbitrarySourcesProperties::edit);
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
