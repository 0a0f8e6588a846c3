package simul.conformance.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import simul.conformance.verdict.Evidence;
import simul.conformance.verdict.Hint;
import simul.conformance.verdict.Observation;
import simul.conformance.verdict.Stimulus;
import simul.spec.world.Cell;

class HintsTest {
  private static final Observation CLOSED = new Observation.Closed("a", 3);
  private static final Observation SILENCE =
      new Observation.Silence("a", 300, Observation.Life.SERVES_OTHERS);
  private static final Observation OTHER = new Observation.OtherPosition("a", 0, new Cell(1, 1));

  private static final Stimulus.Sent LONE_BYTE = sent("a", true, false, 1, 2);
  private static final Stimulus.Sent TWO_AND_ONE = sent("a", true, false, 2, 1);
  private static final Stimulus.Sent COALESCED = sent("a", false, true, 6);
  private static final Stimulus.Sent WHOLE = sent("a", false, false, 3);
  private static final Stimulus.Sent CUT_BY_ANOTHER = sent("b", true, false, 1);

  private static Stimulus.Sent sent(
      String client, boolean cut, boolean coalesced, Integer... segments) {
    return new Stimulus.Sent(client, List.of("MOVE up"), List.of(segments), cut, coalesced);
  }

  static Stream<Arguments> knownMistakes() {
    return Stream.of(
        Arguments.of(List.of(LONE_BYTE), CLOSED, false, Hint.TAKES_LONE_BYTE_FOR_PACKET),
        Arguments.of(List.of(TWO_AND_ONE), CLOSED, false, Hint.ACTS_ON_PART_OF_PACKET),
        Arguments.of(List.of(LONE_BYTE), OTHER, true, Hint.ACTS_ON_PART_OF_PACKET),
        Arguments.of(List.of(LONE_BYTE), SILENCE, false, Hint.FORGETS_CUT_PACKET),
        Arguments.of(List.of(COALESCED), SILENCE, true, Hint.HANDLES_FIRST_PACKET_ONLY),
        Arguments.of(List.of(WHOLE, CUT_BY_ANOTHER), SILENCE, true, Hint.SHARES_BUFFER));
  }

  @ParameterizedTest
  @MethodSource("knownMistakes")
  void guessesKnownMistake(
      List<Stimulus.Sent> sends, Observation actual, boolean answered, Hint hint) {
    assertThat(Hints.of(new Stimulus(sends, Evidence.PROVEN), actual, answered)).contains(hint);
  }

  static Stream<Arguments> unknownMistakes() {
    return Stream.of(
        Arguments.of(List.of(), CLOSED, false),
        Arguments.of(List.of(WHOLE), CLOSED, false),
        Arguments.of(List.of(WHOLE), SILENCE, false),
        Arguments.of(List.of(COALESCED), SILENCE, false),
        Arguments.of(List.of(WHOLE, sent("b", false, true, 6)), SILENCE, true));
  }

  @ParameterizedTest
  @MethodSource("unknownMistakes")
  void doesNotGuessWithoutSign(List<Stimulus.Sent> sends, Observation actual, boolean answered) {
    assertThat(Hints.of(new Stimulus(sends, Evidence.PROVEN), actual, answered)).isEmpty();
  }

  @Test
  void everyHintIsGuessedOnce() {
    assertThat(knownMistakes().map(arguments -> arguments.get()[3]))
        .containsAll(List.of(Hint.values()));
  }
}
