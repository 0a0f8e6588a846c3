package simul.conformance.script;

import static org.assertj.core.api.Assertions.assertThat;
import static simul.conformance.script.Trials.with;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import simul.conformance.odd.Servers;
import simul.conformance.verdict.Expectation;
import simul.conformance.verdict.Finding;
import simul.conformance.verdict.Observation;
import simul.spec.model.Direction;

/**
 * Every kind of step, played from a script and again from the text of its replay file. One test
 * after the other, for buffers are filled.
 */
@Tag("whole")
class ReplayedStepsTest {

  private static Script replayed(Script script) {
    try {
      String text = new ReplayFile("homework3", "LEAVE-001", script).text();
      return ReplayFile.parse("a.trace", text).script();
    } catch (ReplayFile.Malformed e) {
      throw new AssertionError(e);
    }
  }

  private static Script.Builder everyStep() {
    Script.Builder script = with(2);
    script.send(0, new byte[] {3, 1}).send(0, new byte[] {3}).settle();
    script.move(1, new Heading.Toward(Direction.DOWN), new Heading.Turn(2)).settle();
    script.walkHolding(1, 0, List.of(0, 1)).flush(0).settle();
    script.arrive(2).settle().misbehave(2, new byte[] {3, 9, 0}, true).walk(2, 0).settle();
    script.leave(2, Step.Farewell.GOODBYE).settle().arriveAmid(2, 0, 1, 0).settle();
    script.misbehave(2, new byte[] {0, 1, 2}, false).settle();
    script.leave(2, Step.Farewell.HALF_CLOSE_AND_RESET).settle();
    script.arriveFrom(10, 8).settle().arrive(20).awaitClose(20);
    script.leave(10, Step.Farewell.HALF_CLOSE).leave(11, Step.Farewell.CLOSE).settle();
    script.arriveNarrow(3).settle().stall(3).fill(0, 32).resume(3, true).settle();
    return script.leave(3, Step.Farewell.RESET).settle();
  }

  @Test
  void scriptHasEveryKindOfStepAndFarewell() {
    List<Step> steps = everyStep().build().steps();

    assertThat(steps.stream().map(Object::getClass).map(Class::getName))
        .containsAll(
            Arrays.stream(Step.class.getPermittedSubclasses()).map(Class::getName).toList());
    assertThat(steps)
        .filteredOn(Step.Leave.class::isInstance)
        .extracting(step -> ((Step.Leave) step).how())
        .containsAll(List.of(Step.Farewell.values()));
  }

  @Test
  void rightServerHoldsBothTimes() {
    Script script = everyStep().build();

    Outcome first = Trials.on(Servers.right(Trials.PROTOCOL), script, Trials.LONG);
    Outcome again = Trials.on(Servers.right(Trials.PROTOCOL), replayed(script), Trials.LONG);

    assertThat(replayed(script)).isEqualTo(script);
    assertThat(first).isInstanceOf(Outcome.Held.class);
    assertThat(again).isInstanceOf(Outcome.Held.class);
  }

  static Stream<Arguments> faulty() {
    return Stream.of(
        Arguments.of("repeats-packet-that-was-cut", everyStep()),
        Arguments.of("forgets-logout-of-whoever-closes", everyStep()),
        Arguments.of(
            "takes-unknown-type-for-move", with(2).misbehave(0, new byte[] {3, 9, 3}, true)),
        Arguments.of("tells-newcomer-its-id-twice", with(1).arriveNarrow(1)),
        Arguments.of("admits-one-more", with(10).arrive(10)),
        Arguments.of("acts-on-moves-of-refused", with(10).arrive(10).awaitClose(10)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faulty")
  void faultyServerIsFoundTheSameBothTimes(String mutant, Script.Builder written) {
    Script script = written.build();

    Outcome first = Trials.onMutant(mutant, script);
    Outcome again = Trials.onMutant(mutant, replayed(script));

    assertThat(first).isInstanceOf(Outcome.Broke.class);
    assertThat(withoutTimes(again)).isEqualTo(withoutTimes(first));
  }

  /** What does not depend on how busy the machine is. */
  private static List<Object> withoutTimes(Outcome outcome) {
    Outcome.Broke broke = (Outcome.Broke) outcome;
    Finding finding = broke.finding();
    Expectation expected = finding.expected();
    Object actual =
        finding.actual() instanceof Observation.Closed closed ? closed.client() : finding.actual();
    return List.of(expected, actual, finding.sent().deeds(), broke.script());
  }
}
