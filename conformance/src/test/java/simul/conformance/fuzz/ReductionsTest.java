package simul.conformance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import simul.conformance.odd.Servers;
import simul.conformance.script.Heading;
import simul.conformance.script.Script;
import simul.conformance.script.Step;

/** The smaller scripts of a script. */
class ReductionsTest {
  private static final Script SCRIPT =
      new Script.Builder(3)
          .walkHolding(1, 0, List.of(2, 3))
          .flush(0)
          .settle()
          .misbehave(1, new byte[] {0, 1, 2}, true)
          .build();

  /** So much is in a script that can become less. */
  private static long size(Script script) {
    long size = script.players();
    for (Step step : script.steps()) {
      size += 1000;
      if (step instanceof Step.Move move) {
        long turns = move.headings().stream().filter(h -> !h.equals(new Heading.Turn(0))).count();
        size += 10L * move.headings().size() + turns + (move.held() > 0 ? 1 : 0);
      } else if (step instanceof Step.Misbehave bad) {
        size += bad.bytes().length;
      }
    }
    return size;
  }

  @Test
  void everyOneIsSmallerSoThatTheSearchEnds() {
    Grammar grammar = Grammar.of(Servers.HOMEWORK3);
    Generator generator = new Generator(grammar, new Coverage(grammar), 2);

    for (Script script : Stream.generate(generator::next).limit(60).map(Sample::script).toList()) {
      assertThat(Reductions.of(script))
          .isNotEmpty()
          .allSatisfy(smaller -> assertThat(size(smaller)).isLessThan(size(script)));
    }
  }

  @Test
  void leavesOutWhatIsWrongFirst() {
    assertThat(Reductions.of(SCRIPT).findFirst())
        .contains(new Script(3, SCRIPT.steps().subList(0, 3)));
  }

  @Test
  void leavesOutStepsMovesCutsBytesAndLookers() {
    List<Script> smaller = Reductions.of(SCRIPT).toList();

    assertThat(smaller)
        .contains(new Script(2, SCRIPT.steps()))
        .contains(new Script(3, SCRIPT.steps().subList(2, 4)))
        .contains(with(0, new Step.Move(0, List.of(new Heading.Turn(2)), 1)))
        .contains(with(0, new Step.Move(0, List.of(new Heading.Turn(2), new Heading.Turn(3)), 0)))
        .contains(with(0, new Step.Move(0, List.of(new Heading.Turn(0), new Heading.Turn(0)), 1)))
        .contains(with(3, new Step.Misbehave(1, new byte[] {0, 2}, false)));
  }

  private static Script with(int index, Step step) {
    List<Step> steps = new java.util.ArrayList<>(SCRIPT.steps());
    steps.set(index, step);
    return new Script(3, steps);
  }

  @Test
  void smallestScriptHasNone() {
    assertThat(Reductions.of(new Script(1, List.of()))).isEmpty();
  }
}
