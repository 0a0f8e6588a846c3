package simul.conformance.survey;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import simul.conformance.survey.FramingGuess.Encoding;
import simul.conformance.survey.FramingGuess.Ending;

/** Framings without a length. */
class OtherCandidatesTest {
  private static Candidate likeliest(Recording recording) {
    return Survey.of(recording).candidates().get(0);
  }

  /** All players as 40 records of 10 bytes, and a trailer; the ID is the index. */
  private static byte[] fixedSnapshot(int players) {
    ByteBuffer bytes = ByteBuffer.allocate(402).order(LITTLE_ENDIAN);
    for (int id = 0; id < players; id++) {
      bytes.putShort((short) 1).putFloat(50 * id).putFloat(100);
    }
    bytes.position(400);
    return bytes.put((byte) 0xEE).put((byte) 0xFF).array();
  }

  @Test
  void framesOfOneSizeAreFound() {
    Recording recording =
        new Recordings()
            .open("a")
            .received("a", fixedSnapshot(1))
            .open("b")
            .received("b", fixedSnapshot(2))
            .received("a", fixedSnapshot(2))
            .leave("b")
            .received("a", fixedSnapshot(1))
            .recording();

    Candidate first = likeliest(recording);

    assertThat(first.framing()).isEqualTo(new FramingGuess.FixedSize(402));
    assertThat(first.strength()).isEqualTo(Candidate.Strength.STRONG);
    assertThat(first.reasons()).contains(Reason.of(Reason.Kind.MULTIPLES, 4, 4));
  }

  @Test
  void oneSizeOnOneOccasionIsNoFraming() {
    Recording recording = new Recordings().open("a").received("a", fixedSnapshot(1)).recording();

    Survey survey = Survey.of(recording);

    assertThat(survey.candidates()).isEmpty();
    assertThat(survey.questions()).contains(Question.ONE_SIZE, Question.OTHER_FRAMING);
  }

  @Test
  void byteMoreOnOneOccasionRefutesFixedSize() {
    Recording recording =
        new Recordings()
            .open("a")
            .received("a", fixedSnapshot(1))
            .open("b")
            .received("b", fixedSnapshot(2))
            .received("a", new byte[403])
            .recording();

    assertThat(Survey.of(recording).candidates())
        .noneMatch(each -> each.framing() instanceof FramingGuess.FixedSize);
  }

  private static Recording snapshots(int width, ByteOrder order) {
    Recordings recordings = new Recordings().open("a").received("a", counted(width, order, 0));
    recordings.open("b").received("b", counted(width, order, 0, 1));
    recordings.received("a", counted(width, order, 0, 1));
    recordings.open("c").received("c", counted(width, order, 0, 1, 2));
    recordings.received("a", counted(width, order, 0, 1, 2));
    recordings.received("b", counted(width, order, 0, 1, 2));
    recordings.leave("b").received("a", counted(width, order, 0, 2));
    return recordings.received("c", counted(width, order, 0, 2)).recording();
  }

  /** A count, then ID, x and y of each player. */
  private static byte[] counted(int width, ByteOrder order, int... ids) {
    ByteBuffer bytes = ByteBuffer.allocate(width + 3 * ids.length).order(order);
    switch (width) {
      case 1 -> bytes.put((byte) ids.length);
      case 2 -> bytes.putShort((short) ids.length);
      default -> bytes.putInt(ids.length);
    }
    for (int id : ids) {
      bytes.put((byte) id).put((byte) (5 + id)).put((byte) (7 - id));
    }
    return bytes.array();
  }

  @ParameterizedTest
  @MethodSource("counts")
  void countOfRecordsIsFound(int width, ByteOrder order) {
    Candidate first = likeliest(snapshots(width, order));

    assertThat(first.framing()).isEqualTo(new FramingGuess.CountField(0, width, order, 3));
    assertThat(first.strength()).isEqualTo(Candidate.Strength.STRONG);
    assertThat(first.reasons()).contains(Reason.of(Reason.Kind.RECORDS, "1 x 1, 2 x 4, 3 x 3"));
  }

  static Stream<Arguments> counts() {
    return Stream.of(
        arguments(1, LITTLE_ENDIAN),
        arguments(2, LITTLE_ENDIAN),
        arguments(2, BIG_ENDIAN),
        arguments(4, LITTLE_ENDIAN));
  }

  @Test
  void oneCountOnlyIsNoEvidence() {
    Recording recording = Recordings.of("open a\na 01 00 05 07\na 01 00 05 06");

    assertThat(Survey.of(recording).candidates())
        .noneMatch(each -> each.framing() instanceof FramingGuess.CountField);
  }

  @ParameterizedTest
  @ValueSource(strings = {"LITTLE_ENDIAN", "BIG_ENDIAN"})
  void typeOfFourBytesWithoutLengthIsFound(String name) {
    boolean big = name.startsWith("BIG");
    Recording recording =
        Conversation.withHeader(
            (type, bytes) -> big ? new int[] {0, 0, 0, type} : new int[] {type, 0, 0, 0});

    Candidate first = likeliest(recording);

    assertThat(first.framing())
        .isEqualTo(
            new FramingGuess.SizeByType(
                big ? BIG_ENDIAN : LITTLE_ENDIAN, new TreeMap<>(Map.of(1, 7, 2, 5, 3, 5))));
    assertThat(first.strength()).isEqualTo(Candidate.Strength.STRONG);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void textIsFound(String name, String end, Encoding encoding, Ending ending) {
    Charset charset = encoding == Encoding.ASCII ? StandardCharsets.US_ASCII : charset(encoding);
    Recording recording =
        new Recordings()
            .open("a")
            .received("a", (name + " 0" + end).getBytes(charset))
            .open("b")
            .received("b", (name + " 1" + end).getBytes(charset))
            .received("a", ("1 +" + end).getBytes(charset))
            .recording();

    Candidate first = likeliest(recording);

    assertThat(first.framing()).isEqualTo(new FramingGuess.Text(encoding, ending));
    assertThat(first.strength()).isEqualTo(Candidate.Strength.STRONG);
  }

  private static Charset charset(Encoding encoding) {
    return Charset.forName(encoding.word());
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        arguments("WELCOME", "\n", Encoding.ASCII, Ending.LF),
        arguments("WELCOME", "\r\n", Encoding.ASCII, Ending.CR_LF),
        arguments("WELCOME", "\0", Encoding.ASCII, Ending.NUL),
        arguments("WELCOME", "", Encoding.ASCII, Ending.NOTHING),
        arguments("환영합니다", "\n", Encoding.UTF_8, Ending.LF),
        arguments("환영합니다", "\n", Encoding.MS949, Ending.LF));
  }

  @Test
  void byteThatIsNoLetterRefutesText() {
    Recording recording = Recordings.of("open a\na 'WELCOME 0\\n'\nopen b\nb 'WELCOME \u0001\\n'");

    List<Candidate> candidates = Survey.of(recording).candidates();

    assertThat(candidates).noneMatch(each -> each.framing() instanceof FramingGuess.Text);
  }
}
