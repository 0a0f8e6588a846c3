package simul.conformance.script;

import static org.assertj.core.api.Assertions.assertThat;
import static simul.conformance.script.Step.Farewell.CLOSE;
import static simul.conformance.script.Step.Farewell.HALF_CLOSE;
import static simul.conformance.script.Step.Farewell.RESET;
import static simul.conformance.script.Trials.findingOn;
import static simul.conformance.script.Trials.findingWithin;
import static simul.conformance.script.Trials.onOdd;
import static simul.conformance.script.Trials.onRight;
import static simul.conformance.script.Trials.with;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import simul.conformance.verdict.Expectation;
import simul.conformance.verdict.Finding;
import simul.conformance.verdict.Observation;
import simul.conformance.verdict.Observation.Life;
import simul.conformance.verdict.Stimulus.Deed;
import simul.spec.world.Cell;

/**
 * Clients that come, go, and come too many at a time. The reference server hands out IDs from 0.
 */
@Execution(ExecutionMode.CONCURRENT)
class ComingAndGoingTest {
  private static final Observation SILENT_TO_A =
      new Observation.Silence("a", 500, Life.SERVES_OTHERS);

  @Test
  void arrivalIsToldToAll() {
    Script.Builder script =
        with(2).walk(1, 0, 1).arrive(2, 3).settle().walk(3, 0).walk(0, 1, 2).settle();

    assertThat(onRight(script)).isInstanceOf(Outcome.Held.class);
  }

  @ParameterizedTest
  @EnumSource(Step.Farewell.class)
  void departureIsToldToAllHoweverAClientGoes(Step.Farewell how) {
    Script.Builder script =
        with(3).walk(1, 0).settle().leave(1, how).settle().arrive(1).settle().walk(1, 0).settle();

    assertThat(onRight(script)).isInstanceOf(Outcome.Held.class);
  }

  @Test
  void slotsOfAllWhoLeaveAtOnceAreFree() {
    Script.Builder script = with(10);
    IntStream.range(0, 9).forEach(n -> script.leave(n, n % 2 == 0 ? CLOSE : RESET));

    assertThat(onRight(script.arriveFrom(0, 9).settle())).isInstanceOf(Outcome.Held.class);
  }

  static Stream<Arguments> faultyToldOfCompany() {
    return Stream.of(
        Arguments.of(
            "forgets-logout-of-whoever-closes",
            with(3).leave(1, CLOSE).settle(),
            new Expectation.Departure(1),
            SILENT_TO_A),
        Arguments.of(
            "never-notices-half-close",
            with(3).leave(2, HALF_CLOSE).settle(),
            new Expectation.Departure(2),
            SILENT_TO_A),
        Arguments.of(
            "tells-logout-twice",
            with(3).leave(1, CLOSE).settle().walk(0, 0).settle(),
            new Expectation.NoNews(1),
            new Observation.UnaskedDeparture("a", 1)),
        Arguments.of(
            "introduces-who-has-left",
            with(4).leave(1, CLOSE).leave(2, CLOSE).settle().arrive(1).settle(),
            new Expectation.NoNews(2),
            new Observation.UnaskedArrival("b", 2)),
        Arguments.of(
            "tells-newcomer-of-itself-last",
            with(1).arrive(1).settle(),
            // The first LOGIN that a client is told is its own.
            new Expectation.UniqueId(),
            new Observation.DuplicateId("b", 0, "a")),
        Arguments.of(
            "tells-newcomer-its-id-twice",
            with(1).arrive(1).settle(),
            new Expectation.NoMorePositions(1),
            new Observation.UnaskedArrival("b", 1)),
        Arguments.of(
            "tells-own-position-last",
            with(1).arrive(1).settle(),
            new Expectation.OwnFirst(),
            new Observation.UnaskedArrival("b", 0)),
        Arguments.of(
            "tells-nobody-of-newcomer",
            with(1).arrive(1).settle(),
            new Expectation.Introduction(1),
            SILENT_TO_A),
        Arguments.of(
            "tells-newcomer-of-nobody",
            with(1).arrive(1).settle(),
            new Expectation.Introduction(0),
            new Observation.Silence("b", 500, Life.SERVES_OTHERS)),
        Arguments.of(
            "tells-where-others-began",
            with(1).walk(0, 0).settle().arrive(1).settle(),
            new Expectation.Position(0, new Cell(0, 1)),
            new Observation.OtherPosition("b", 0, new Cell(0, 0))),
        Arguments.of(
            "acts-on-moves-of-refused",
            with(10).arrive(10).awaitClose(10),
            new Expectation.Close(),
            new Observation.Silence("k", 500, Life.FULL)));
  }

  @ParameterizedTest(name = "{0} {index}")
  @MethodSource("faultyToldOfCompany")
  void serverThatTellsOfCompanyWronglyIsFound(
      String mutant, Script.Builder script, Expectation expected, Observation actual) {

    Finding finding = findingOn(mutant, script);

    assertThat(finding.expected()).isEqualTo(expected);
    assertThat(finding.actual()).isEqualTo(actual);
  }

  @Test
  void findingTellsWhoCameAndWent() {
    Script.Builder script =
        with(3).leave(2, RESET).settle().arrive(3).leave(1, CLOSE).walk(0, 0).settle();

    Finding finding = findingOn("forgets-logout-of-whoever-closes", script);

    assertThat(finding.sent().deeds())
        .containsExactly(
            new Deed(Deed.Kind.JOINED, List.of("d")), new Deed(Deed.Kind.CLOSED, List.of("b")));
    assertThat(finding.sent().sends()).hasSize(1);
  }

  @Test
  void eleventhThatIsLetInIsFound() {
    Finding finding = findingOn("admits-one-more", with(10).arrive(10).settle());

    assertThat(finding.expected()).isEqualTo(new Expectation.Refusal(10));
    assertThat(finding.actual()).isEqualTo(new Observation.Admitted("k", 10));
    assertThat(finding.sent().deeds()).containsExactly(new Deed(Deed.Kind.KNOCKED, List.of("k")));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 9, 10})
  void ofACrowdOfFortyAsManyGetInAsThereIsRoomFor(int playing) {
    Script.Builder script = with(playing).arriveFrom(playing, 40).settle();

    assertThat(onRight(script)).isInstanceOf(Outcome.Held.class);
  }

  @Test
  void crowdOfWhichTooManyGetInIsFound() {
    // Several of a crowd must be met in one round of the server's loop, which a scheduler decides.
    Finding finding =
        findingWithin(20, "counts-newcomers-at-end-of-round", with(1).arriveFrom(1, 40).settle());

    assertThat(finding.expected()).isEqualTo(new Expectation.Refusal(10));
    assertThat(finding.actual()).isInstanceOf(Observation.Admitted.class);
  }

  @Test
  void crowdOfWhichTooFewGetInIsFound() {
    Finding finding = findingOn("admits-one-less", with(0).arriveFrom(0, 40).settle());

    assertThat(finding.expected()).isEqualTo(new Expectation.Admission());
    assertThat(finding.actual()).isInstanceOf(Observation.Closed.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"closes-eleventh-late", "resets-eleventh", "accepts-slowly", "tells-logout-late"})
  void oddWaysWithCompanyHold(String odd) {
    Script.Builder script = with(10).arrive(10).awaitClose(10).leave(10, CLOSE);
    script.leave(3, CLOSE).settle().arrive(3).settle().walk(3, 0).settle();

    assertThat(onOdd(odd, script)).isInstanceOf(Outcome.Held.class);
  }
}
