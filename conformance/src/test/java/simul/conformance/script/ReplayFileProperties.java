package simul.conformance.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import simul.spec.model.Direction;

/** Whatever a replay file holds, it is read or said to be malformed. */
class ReplayFileProperties {
  private static final Arbitrary<String> NAMES =
      Arbitraries.strings().withCharRange('!', '~').excludeChars('#').ofMinLength(1);

  @Provide
  Arbitrary<ReplayFile> files() {
    Arbitrary<Integer> players = Arbitraries.integers().between(1, 30);
    return players.flatMap(
        count ->
            Combinators.combine(NAMES, NAMES, steps(count).list().ofMaxSize(20))
                .as((spec, rule, steps) -> new ReplayFile(spec, rule, new Script(count, steps))));
  }

  private static Arbitrary<Step> steps(int players) {
    Arbitrary<Integer> player = Arbitraries.integers().between(0, players - 1);
    Arbitrary<byte[]> segment = Arbitraries.bytes().array(byte[].class).ofMinSize(1).ofMaxSize(40);
    Arbitrary<Heading> heading =
        Arbitraries.oneOf(
            Arbitraries.of(Direction.values()).map(Heading.Toward::new),
            Arbitraries.integers().between(0, 999).map(Heading.Turn::new));
    Arbitrary<List<Heading>> headings = heading.list().ofMinSize(1).ofMaxSize(5);
    Arbitrary<Boolean> either = Arbitraries.of(true, false);
    return Arbitraries.oneOf(
        Combinators.combine(player, segment).as(Step.Send::new),
        Combinators.combine(player, headings, Arbitraries.integers().between(0, 9))
            .as(Step.Move::new),
        Combinators.combine(player.list().ofMinSize(1).ofMaxSize(4), either).as(Step.Arrive::new),
        Combinators.combine(player, player, headings).as(Step.ArriveAmid::new),
        Combinators.combine(player, Arbitraries.of(Step.Farewell.values())).as(Step.Leave::new),
        Combinators.combine(player, segment, either).as(Step.Misbehave::new),
        player.map(Step.Stall::new),
        Combinators.combine(player, either).as(Step.Resume::new),
        Combinators.combine(player, Arbitraries.integers().between(0, 999)).as(Step.Fill::new),
        player.map(Step.AwaitClose::new),
        Arbitraries.just(new Step.Settle()));
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void readsWhatItWrote(@ForAll("files") ReplayFile file) throws ReplayFile.Malformed {
    assertThat(ReplayFile.parse("a.trace", file.text())).isEqualTo(file);
  }

  @Property(tries = 500)
  void arbitraryTextIsReadOrMalformed(@ForAll String text) {
    assertReadOrMalformed(text);
    assertReadOrMalformed("simul-replay 1\n" + text);
  }

  @Provide
  Arbitrary<String> almostRight() {
    Arbitrary<String> line =
        Arbitraries.of(
            "simul-replay 1",
            "spec s",
            "rule r",
            "players 3",
            "players 1",
            "send a 03 01",
            "send c 00",
            "send",
            "settle",
            "arrive a",
            "arrive d narrow",
            "arrive-amid d a up 3",
            "arrive-amid d",
            "move a up 3 hold 1",
            "leave b close",
            "misbehave a packet 00",
            "stall a",
            "resume a slowly",
            "fill a 32",
            "#",
            "");
    Arbitrary<String> text = line.list().ofMaxSize(12).map(lines -> String.join("\n", lines));
    Arbitrary<Integer> place = Arbitraries.integers().between(0, 200);
    return Combinators.combine(text, place, Arbitraries.chars(), Arbitraries.of(true, false))
        .as(ReplayFileProperties::spoiled);
  }

  private static String spoiled(String text, int place, char extra, boolean whole) {
    String file = "simul-replay 1\nspec s\nrule r\nplayers 3\n" + text;
    int at = Math.min(place, file.length());
    return whole ? file : file.substring(0, at) + extra + file.substring(at);
  }

  @Property(tries = 1000)
  void spoiledFileIsReadOrMalformed(@ForAll("almostRight") String text) {
    assertReadOrMalformed(text);
  }

  private static void assertReadOrMalformed(String text) {
    Optional<ReplayFile> file = Optional.empty();
    String message = "";
    try {
      file = Optional.of(ReplayFile.parse("a.trace", text));
    } catch (ReplayFile.Malformed e) {
      message = e.getMessage();
    }

    if (file.isEmpty()) {
      assertThat(message).matches("(?s)a\\.trace:\\d+: .+").doesNotContain("\n");
    } else {
      Script script = file.get().script();
      assertThat(sends(script)).allMatch(send -> send.segment().length > 0);
    }
  }

  private static List<Step.Send> sends(Script script) {
    return script.steps().stream()
        .filter(Step.Send.class::isInstance)
        .map(Step.Send.class::cast)
        .toList();
  }
}
