package simul.conformance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simul.conformance.odd.Servers;
import simul.conformance.script.ReplayFile;
import simul.conformance.script.Script;
import simul.conformance.script.Step;
import simul.spec.meaning.Protocol;

/** What the fuzzer writes, before any of it is sent. */
class GeneratorTest {
  private static final int MANY = 400;

  private static List<Sample> samples(Protocol protocol, long seed, int count) {
    Grammar grammar = Grammar.of(protocol);
    Coverage coverage = new Coverage(grammar);
    Generator generator = new Generator(grammar, coverage, seed);
    return Stream.generate(generator::next)
        .limit(count)
        .peek(sample -> coverage.add(sample.points()))
        .toList();
  }

  private static Stream<Script> scripts() {
    return samples(Servers.HOMEWORK3, 1, MANY).stream().map(Sample::script);
  }

  @Test
  void sameSeedMakesSameScripts() {
    List<Sample> first = samples(Servers.HOMEWORK3, 7, 50);

    assertThat(samples(Servers.HOMEWORK3, 7, 50)).isEqualTo(first);
    assertThat(samples(Servers.HOMEWORK3, 8, 50)).isNotEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "homework3",
        "homework3-wide",
        "one-byte",
        "text",
        "word-length",
        "fixed-402",
        "scan-codes",
        "player-array",
        "signed-length",
        "term-project",
        "view-range"
      })
  void fewScriptsReachEveryCombination(String spec) {
    Grammar grammar = Grammar.of(Servers.protocol(spec));
    Coverage coverage = new Coverage(grammar);
    Generator generator = new Generator(grammar, coverage, 1);

    for (int i = 0; i < 2000 && coverage.reached() < coverage.all(); i++) {
      coverage.add(generator.next().points());
    }

    assertThat(grammar.points()).isNotEmpty();
    assertThat(grammar.points()).filteredOn(point -> coverage.count(point) == 0).isEmpty();
    assertThat(coverage.reached()).isEqualTo(coverage.all());
  }

  @Test
  void lengthPrefixedProtocolHasEveryMutation() {
    Grammar grammar = Grammar.of(Servers.HOMEWORK3);

    assertThat(grammar.points().stream().map(CoveragePoint::mutation).distinct())
        // A move of homework3 says nothing of who makes it.
        .containsExactlyInAnyOrder(
            Stream.of(Mutation.values())
                .filter(mutation -> mutation != Mutation.FOREIGN_ID)
                .toArray(Mutation[]::new));
  }

  @Test
  void protocolWithoutLengthsHasNoWrongLengths() {
    Grammar grammar = Grammar.of(Servers.protocol("one-byte"));

    assertThat(grammar.points().stream().map(CoveragePoint::mutation))
        .contains(Mutation.NONE, Mutation.RESET, Mutation.SERVER_PACKET)
        .noneMatch(mutation -> mutation.word().startsWith("length"));
    assertThat(grammar.points())
        .filteredOn(point -> point.packet().equals("KEY"))
        .isNotEmpty()
        .noneMatch(point -> point.cut().isInside());
  }

  @Test
  void piecesThatBlockOneAnotherMeetOnlyWhatIsRight() {
    Protocol blocking = Servers.protocol("bit-mask");

    assertThat(Grammar.of(blocking).points())
        .isNotEmpty()
        .noneMatch(point -> point.mutation().isBad());
  }

  @Test
  void oneOfTheClientsOnlyPlays() {
    assertThat(scripts())
        .allSatisfy(
            script -> {
              int healthy = script.players() - 1;
              assertThat(script.steps())
                  .noneMatch(step -> step instanceof Step.Misbehave b && b.player() == healthy)
                  .noneMatch(step -> step instanceof Step.Leave l && l.player() == healthy)
                  .anyMatch(step -> step instanceof Step.Move m && m.player() == healthy);
            });
  }

  @Test
  void halfOfTheScriptsHaveNothingWrong() {
    List<Sample> all = samples(Servers.HOMEWORK3, 3, MANY);
    List<Sample> right = all.stream().filter(sample -> !Symptom.isBad(sample.script())).toList();

    assertThat(right).hasSizeBetween(MANY / 3, 2 * MANY / 3);
    assertThat(right)
        .noneMatch(sample -> sample.points().stream().anyMatch(p -> p.mutation().isBad()));
    assertThat(all).anyMatch(sample -> sample.script().players() == 10);
    assertThat(all).allSatisfy(sample -> assertThat(sample.script().players()).isBetween(2, 10));
  }

  @Test
  void scriptsAreFairAndCanBeReplayed() throws Exception {
    for (Script script : scripts().toList()) {
      ReplayFile file = new ReplayFile("homework3", "MODEL-002", script);

      assertThat(Fairness.of(script, 10)).isEqualTo(script);
      assertThat(ReplayFile.parse("x.trace", file.text())).isEqualTo(file);
    }
  }
}
