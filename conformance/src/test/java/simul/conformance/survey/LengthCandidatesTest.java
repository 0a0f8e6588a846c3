package simul.conformance.survey;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static simul.conformance.survey.Candidate.Strength.STRONG;
import static simul.conformance.survey.Candidate.Strength.WEAK;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import simul.conformance.survey.Candidate.Strength;
import simul.conformance.survey.FramingGuess.LengthField;

/** Framings by a length, told from the shortest conversation that there is. */
class LengthCandidatesTest {
  private static final Conversation.Header HOMEWORK3 = (type, bytes) -> new int[] {bytes + 2, type};

  @ParameterizedTest(name = "{0}")
  @MethodSource("headers")
  void lengthIsTheLikeliest(
      String name, Conversation.Header header, LengthField expected, Strength strength) {
    Recording recording = Conversation.withHeader(header);

    Candidate first = Survey.of(recording).candidates().get(0);

    assertThat(first.framing()).isEqualTo(expected);
    assertThat(first.strength()).isEqualTo(strength);
  }

  static Stream<Arguments> headers() {
    return Stream.of(
        header("homework3", HOMEWORK3, field(0, 1, 0), STRONG),
        header("wide", (t, n) -> new int[] {n + 5, t, 0, 0, 0}, field(0, 1, 0), STRONG),
        header("u16", (t, n) -> new int[] {n + 3, 0, t}, field(0, 2, 0), STRONG),
        header("u16 twice", (t, n) -> new int[] {n + 4, 0, t, 0}, field(0, 2, 0), STRONG),
        header(
            "u16 big-endian",
            (t, n) -> new int[] {0, n + 3, t},
            new LengthField(0, 2, BIG_ENDIAN, 0),
            STRONG),
        header("u32", (t, n) -> new int[] {n + 5, 0, 0, 0, t}, field(0, 4, 0), STRONG),
        header(
            "u32 big-endian",
            (t, n) -> new int[] {0, 0, 0, n + 5, t},
            new LengthField(0, 4, BIG_ENDIAN, 0),
            STRONG),
        header("after the type", (t, n) -> new int[] {t, n + 2}, field(1, 1, 0), STRONG),
        header("last of three", (t, n) -> new int[] {t, 7, n + 3}, field(2, 1, 0), STRONG),
        header(
            "last, counting the body", (t, n) -> new int[] {t, 0xAB, n, 0}, field(2, 2, 4), STRONG),
        header("all but itself", (t, n) -> new int[] {n + 1, t}, field(0, 1, 1), WEAK),
        header("all but itself, u16", (t, n) -> new int[] {n + 1, 0, t}, field(0, 2, 2), STRONG),
        header("data only", (t, n) -> new int[] {n, t}, field(0, 1, 2), WEAK));
  }

  private static Arguments header(
      String name, Conversation.Header header, LengthField expected, Strength strength) {
    return arguments(name, header, expected, strength);
  }

  private static LengthField field(int offset, int width, int uncounted) {
    return new LengthField(offset, width, LITTLE_ENDIAN, uncounted);
  }

  /** Names as students send them make the packets of a body-counting protocol differ more. */
  @Test
  void lengthOfLongerBodiesIsStrong() {
    Recording recording =
        Conversation.with(
            (type, data) -> {
              byte[] body = Arrays.copyOf(data, type == Conversation.LOGIN ? 22 : data.length);
              return Conversation.packet(new int[] {type, body.length}, body);
            });

    Candidate first = Survey.of(recording).candidates().get(0);

    assertThat(first.framing()).isEqualTo(field(1, 1, 2));
    assertThat(first.strength()).isEqualTo(STRONG);
  }

  @Test
  void evidenceNamesSizesTypeAndSign() {
    Recording recording = Conversation.withHeader(HOMEWORK3);

    Candidate first = Survey.of(recording).candidates().get(0);

    assertThat(first.reasons())
        .containsExactly(
            Reason.of(Reason.Kind.DIVIDES_ALL, 78, 3, 20),
            Reason.of(Reason.Kind.ENDS_WITH_DELIVERIES, 8),
            Reason.of(Reason.Kind.SIZES, "3 x 11, 5 x 9"),
            Reason.of(Reason.Kind.SIGN_UNKNOWN, 5),
            Reason.of(Reason.Kind.TYPE, 1, "1: 5, 2: 3, 3: 3"));
    assertThat(first.frames().get(1))
        .usingRecursiveComparison()
        .isEqualTo(new Candidate.Frame("a", 3, 5, new byte[] {5, 1, 0, 0, 0}));
  }

  @Test
  void typeOfFourBytesIsSeen() {
    Recording recording =
        Conversation.withHeader((type, bytes) -> new int[] {bytes + 5, type, 0, 0, 0});

    Candidate first = Survey.of(recording).candidates().get(0);

    assertThat(first.reasons()).contains(Reason.of(Reason.Kind.TYPE_MAY_BE_WIDE, 1, 4));
  }

  @Test
  void lengthAbove127IsUnsigned() {
    Recording recording =
        Conversation.with(
            (type, data) -> {
              byte[] body = Arrays.copyOf(data, type == Conversation.LOGIN ? 198 : data.length);
              return Conversation.packet(new int[] {body.length + 2, type}, body);
            });

    Candidate first = Survey.of(recording).candidates().get(0);

    assertThat(first.framing()).isEqualTo(field(0, 1, 0));
    assertThat(first.reasons()).contains(Reason.of(Reason.Kind.UNSIGNED, 200));
  }

  @Test
  void sameFramesByAnotherLengthAreMarked() {
    Recording recording = Conversation.withHeader((type, bytes) -> new int[] {bytes + 3, 0, type});

    List<Candidate> candidates = Survey.of(recording).candidates();

    assertThat(candidates.get(1).framing()).isEqualTo(field(0, 1, 0));
    assertThat(candidates.get(1).reasons()).contains(Reason.of(Reason.Kind.SAME_FRAMES));
  }

  @Test
  void lengthIsFoundWhereReadsCutFrames() {
    Recordings recordings = new Recordings();
    for (Happening happening : Conversation.withHeader(HOMEWORK3).happenings()) {
      if (happening instanceof Happening.Received received) {
        for (byte value : received.bytes()) {
          recordings.received(received.connection(), new byte[] {value});
        }
      } else if (happening instanceof Happening.Opened opened) {
        recordings.open(opened.connection());
      } else {
        recordings.leave(happening.connection());
      }
    }

    Candidate first = Survey.of(recordings.recording()).candidates().get(0);

    assertThat(first.framing()).isEqualTo(field(0, 1, 0));
    assertThat(first.reasons()).contains(Reason.of(Reason.Kind.DELIVERIES_CUT_FRAMES, 58, 78));
  }

  @Test
  void lastFrameOfStreamThatIsCutMayBeIncomplete() {
    byte[] login = {3, 2, 0};
    byte[] start = {5, 1, 0};
    Recording cut =
        new Recordings()
            .open("a")
            .received("a", new byte[] {5, 1, 0, 0, 0})
            .received("a", login)
            .received("a", start)
            .overflowed("a", 11)
            .open("b")
            .received("b", new byte[] {4, 4, 9, 9, 3, 2, 1})
            .recording();

    List<Candidate> candidates = Survey.of(cut).candidates();

    assertThat(candidates.get(0).framing()).isEqualTo(field(0, 1, 0));
    assertThat(candidates.get(0).reasons()).contains(Reason.of(Reason.Kind.CUT));
  }

  @Test
  void byteTooManyRefutesTheLength() {
    Recording whole = Conversation.withHeader(HOMEWORK3);
    Recordings recordings = new Recordings();
    for (Happening happening : whole.happenings()) {
      if (happening instanceof Happening.Received received) {
        recordings.received(received.connection(), received.bytes());
      } else if (happening instanceof Happening.Opened opened) {
        recordings.open(opened.connection());
      } else {
        recordings.leave(happening.connection());
      }
    }
    Recording longer = recordings.received("c", new byte[] {3}).recording();

    List<Candidate> candidates = Survey.of(longer).candidates();

    assertThat(candidates).extracting(Candidate::framing).doesNotContain(field(0, 1, 0));
  }
}
