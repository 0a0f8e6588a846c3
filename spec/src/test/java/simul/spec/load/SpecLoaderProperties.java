package simul.spec.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import simul.spec.meaning.Protocol;
import simul.spec.model.Sender;
import simul.spec.model.Spec;
import simul.spec.yaml.Problem;

/** Whatever a file holds, it is a spec that can be used, or a list of places in it. */
class SpecLoaderProperties {
  /** What means something in YAML or in a spec, and what has upset readers of YAML. */
  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ", ",
          ": ",
          "- ",
          "? ",
          "&a ",
          "*a",
          "!!int ",
          "!!str ",
          "!<x> ",
          "| ",
          ">-\n",
          "%YAML 9.9\n",
          "%TAG ! x\n",
          "---\n",
          "...\n",
          "@",
          "`",
          "\"",
          "'",
          "#",
          "\t",
          "\n",
          "\n\n",
          "\r",
          "\\",
          "\\x",
          "\u0000",
          "\uFEFF",
          "\uD800",
          "\u2028",
          "~",
          "null",
          "true",
          "<<: ",
          "0x",
          "-",
          "1e9",
          ".inf",
          "99999999999999999999",
          "-1",
          "256",
          "u64",
          "i8",
          "id",
          "x",
          "size",
          "type",
          "MOVE",
          "LOGIN",
          "UP",
          "always",
          "body",
          "range: [3, 1]",
          "한글");

  /** A piece written over some of a text's characters. */
  record Edit(int place, int deleted, String inserted) {

    String applyTo(String text) {
      int from = place % (text.length() + 1);
      int to = Math.min(text.length(), from + deleted);
      return text.substring(0, from) + inserted + text.substring(to);
    }
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> any = Arbitraries.strings().ofMaxLength(60);
    Arbitrary<String> pieces =
        Arbitraries.of(PIECES).list().ofMaxSize(40).map(l -> String.join("", l));
    return Arbitraries.oneOf(any, pieces);
  }

  @Provide
  Arbitrary<String> damagedSpecs() {
    Arbitrary<Edit> edit =
        Combinators.combine(
                Arbitraries.integers().between(0, 10_000),
                Arbitraries.frequencyOf(
                    Tuple.of(4, Arbitraries.integers().between(0, 8)),
                    Tuple.of(1, Arbitraries.integers().between(0, 300))),
                Arbitraries.oneOf(Arbitraries.just(""), Arbitraries.of(PIECES)))
            .as(Edit::new);
    return Combinators.combine(
            Arbitraries.of(SpecLoader.BUNDLED), edit.list().ofMinSize(1).ofMaxSize(4))
        .as(
            (name, edits) -> {
              String text = SpecLoader.bundled(name);
              for (Edit next : edits) {
                text = next.applyTo(text);
              }
              return text;
            });
  }

  @Property(tries = 500)
  void arbitraryTextIsRefusedWithItsPlaces(@ForAll("texts") String text) {
    assertThat(loadOrCheckProblems(text)).isEmpty();
  }

  @Property(tries = 500)
  @StatisticsReport(onFailureOnly = true)
  void damagedSpecIsRefusedWithItsPlacesOrCanBeUsed(@ForAll("damagedSpecs") String text) {
    Optional<Spec> spec = loadOrCheckProblems(text);

    spec.ifPresent(
        loaded ->
            assertThat(Protocol.of(loaded).packets(Sender.SERVER).packets())
                .hasSameSizeAs(loaded.packets(Sender.SERVER)));
    Statistics.label("loads").collect(spec.isPresent());
    Statistics.label("loads")
        .coverage(
            seen -> {
              seen.check(true).percentage(share -> share > 3);
              seen.check(false).percentage(share -> share > 30);
            });
  }

  /** The spec, or empty when it has problems, which must then be places in the text. */
  private static Optional<Spec> loadOrCheckProblems(String text) {
    try {
      return Optional.of(SpecLoader.parse("it", text));
    } catch (SpecException e) {
      int lines = text.split("\r\n|[\n\r\u0085\u2028\u2029]", -1).length;
      assertThat(e.problems()).isNotEmpty();
      for (Problem problem : e.problems()) {
        assertThat(problem.line()).isBetween(1, lines);
        assertThat(problem.column()).isBetween(1, text.length() + 1);
        assertThat(problem.message()).isNotBlank();
      }
      assertThat(e.getMessage().lines()).hasSameSizeAs(e.problems());
      return Optional.empty();
    }
  }
}
