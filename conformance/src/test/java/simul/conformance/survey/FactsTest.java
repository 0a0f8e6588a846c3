package simul.conformance.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FactsTest {
  private static List<String> facts(Recording recording) {
    return Survey.of(recording).facts().stream()
        .map(fact -> fact.kind() + " " + String.join(" | ", fact.values()))
        .map(String::strip)
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("conversations")
  void saysWhatWasHeard(String name, String script, List<String> expected) {
    List<String> facts = facts(Recordings.of(script));

    assertThat(facts).containsExactlyElementsOf(expected);
  }

  static Stream<Arguments> conversations() {
    return Stream.of(
        arguments(
            "joins and a leave are broadcast",
            """
            open a
            a 03 02 00
            open b
            b 03 02 01
            a 03 02 01
            leave b
            a 03 03 01
            """,
            List.of(
                "SPEAKS_FIRST 3 | 10",
                "RECEIVED a | 9 | 3 | 3, 3, 3 | 10",
                "RECEIVED b | 3 | 1 | 3 | 10",
                "DIFFERENCE_LIKE_ID 2 | a 00, b 01",
                "JOIN_HEARD a | b | 3 | 20",
                "LEAVE_HEARD a | b | 3 | 10")),
        arguments(
            "each hears of itself only",
            """
            open a
            a 03 02 07
            open b
            b 03 02 05
            leave b
            """,
            List.of(
                "SPEAKS_FIRST 3 | 10",
                "RECEIVED a | 3 | 1 | 3 | 10",
                "RECEIVED b | 3 | 1 | 3 | 10",
                "DIFFERENCE 2 | a 07, b 05",
                "JOIN_NOT_HEARD a | b",
                "LEAVE_NOT_HEARD a | b")),
        arguments(
            "the same greeting for everybody",
            """
            open a
            a 'HELLO'
            open b
            b 'HELLO'
            """,
            List.of(
                "SPEAKS_FIRST 5 | 10",
                "RECEIVED a | 5 | 1 | 5 | 10",
                "RECEIVED b | 5 | 1 | 5 | 10",
                "SAME_GREETING a, b",
                "JOIN_NOT_HEARD a | b")),
        arguments(
            "silence",
            """
            open a
            open b
            open c
            leave b
            """,
            List.of("SILENT 500")),
        arguments(
            "closed without a word",
            """
            open a
            closed a
            open b
            reset b
            """,
            List.of("CLOSES_SILENTLY", "CLOSED a | 10", "RESET b | 10")),
        arguments(
            "one client only",
            """
            open a
            a 01
            refused b
            """,
            List.of(
                "SPEAKS_FIRST 1 | 10", "RECEIVED a | 1 | 1 | 1 | 10", "NOT_OPENED b | refused")),
        arguments(
            "the second is turned away, and the first hears of it",
            """
            open a
            a 01 00
            open b
            closed b
            a 03 01
            """,
            List.of(
                "SPEAKS_FIRST 2 | 10",
                "RECEIVED a | 4 | 2 | 2, 2 | 10",
                "RECEIVED_NOTHING b",
                "CLOSED b | 10",
                "JOIN_NOT_HEARD a | b",
                "LEAVE_HEARD a | b | 2 | 10")));
  }

  @Test
  void silentServerLeavesTheQuestionOfLogin() {
    Survey survey = Survey.of(Recordings.of("open a\nopen b"));

    assertThat(survey.candidates()).isEmpty();
    assertThat(survey.questions()).contains(Question.LOGIN_EXPECTED, Question.WHAT_TO_SEND);
  }

  @Test
  void serverThatClosesSilentlyDoesNot() {
    Survey survey = Survey.of(Recordings.of("open a\nclosed a"));

    assertThat(survey.questions()).doesNotContain(Question.LOGIN_EXPECTED);
  }

  @Test
  void joinAmongBytesThatComeAnywayIsUnclear() {
    Recordings recordings = new Recordings().open("a");
    IntStream.range(0, 30).forEach(i -> recordings.received("a", new byte[] {1, 0}));
    recordings.open("b").received("a", new byte[] {2, 0, 1});

    List<String> facts = facts(recordings.recording());

    assertThat(facts).contains("UNPROMPTED a | 30 | 10", "JOIN_UNCLEAR a | b");
  }

  @Test
  void answerInPartsIsNotUnprompted() {
    Recordings recordings = new Recordings().open("a");
    IntStream.range(0, 20).forEach(i -> recordings.received("a", new byte[] {1, 0}));

    assertThat(facts(recordings.recording())).noneMatch(fact -> fact.startsWith("UNPROMPTED"));
  }

  @Test
  void manyDifferencesAreCounted() {
    Recordings recordings = new Recordings().open("a").received("a", new byte[12]).open("b");
    byte[] other = {9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9};
    recordings.received("b", other);

    List<String> facts = facts(recordings.recording());

    assertThat(facts).contains("DIFFERENCE 7 | a 00, b 09", "MORE_DIFFERENCES 4");
  }

  @Test
  void tooMuchIsSaid() {
    Recordings recordings = new Recordings().open("a").received("a", new byte[] {1, 2});

    List<String> facts = facts(recordings.overflowed("a", 2).recording());

    assertThat(facts).contains("OVERFLOWED a | 2");
  }
}
