package simul.conformance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import simul.conformance.odd.Servers;
import simul.conformance.script.ReplayFile;
import simul.conformance.script.Script;

/** Which scripts are kept from run to run, and how. */
class CorpusTest {
  private static Sample sample(int moves, String... points) {
    Script.Builder script = new Script.Builder(2);
    for (int i = 0; i < moves; i++) {
      script.walk(0, 0);
    }
    Set<CoveragePoint> reached =
        Stream.of(points)
            .map(point -> CoveragePoint.parse(point).orElseThrow())
            .collect(Collectors.toSet());
    return new Sample(script.build(), reached, "MODEL-002", Mutation.NONE);
  }

  @Test
  void fewestThatReachAllAreKept() {
    Corpus corpus = new Corpus();
    Sample one = sample(3, "MOVE whole none");
    Sample both = sample(4, "MOVE whole none", "MOVE joined none");
    Sample other = sample(2, "MOVE cut-1 none");
    Stream.of(one, both, other).forEach(corpus::add);

    assertThat(corpus.kept()).containsExactlyInAnyOrder(both, other);
  }

  @Test
  void shorterScriptTakesThePlaceOfLonger() {
    Corpus corpus = new Corpus();
    Sample shorter = sample(1, "MOVE whole none");
    Stream.of(sample(3, "MOVE whole none"), shorter, sample(2, "MOVE whole none"))
        .forEach(corpus::add);

    assertThat(corpus.kept()).containsExactly(shorter);
  }

  @Test
  void whatIsKeptReachesWhatWasReached() {
    Grammar grammar = Grammar.of(Servers.HOMEWORK3);
    Generator generator = new Generator(grammar, new Coverage(grammar), 5);
    Corpus corpus = new Corpus();
    Set<CoveragePoint> reached = new HashSet<>();
    List<Sample> all = Stream.generate(generator::next).limit(200).toList();
    for (Sample sample : all) {
      corpus.add(sample);
      reached.addAll(sample.points());
    }

    List<Sample> kept = corpus.kept();

    assertThat(kept).hasSizeLessThan(reached.size());
    assertThat(kept.stream().flatMap(sample -> sample.points().stream()).distinct())
        .containsExactlyInAnyOrderElementsOf(reached);
  }

  @Test
  void filesAreReadAsTheyAreWritten() throws Exception {
    Grammar grammar = Grammar.of(Servers.HOMEWORK3);
    Generator generator = new Generator(grammar, new Coverage(grammar), 6);
    for (Sample sample : Stream.generate(generator::next).limit(40).toList()) {
      CorpusFile file = new CorpusFile("homework3", sample);

      assertThat(CorpusFile.parse("x.trace", file.text())).isEqualTo(file);
      assertThat(ReplayFile.parse("x.trace", file.text()).script()).isEqualTo(sample.script());
    }
  }

  @Test
  void unknownCombinationsAreLeftOut() throws Exception {
    String text =
        new CorpusFile("homework3", sample(1, "MOVE whole none")).text()
            + "# reaches MOVE upside-down none\n# mutation none-such\n";

    assertThat(CorpusFile.parse("x.trace", text).sample()).isEqualTo(sample(1, "MOVE whole none"));
    assertThatThrownBy(() -> CorpusFile.parse("x.trace", "reaches"))
        .isInstanceOf(ReplayFile.Malformed.class)
        .hasMessage("x.trace:1: the first line must be 'simul-replay 1'");
  }
}
