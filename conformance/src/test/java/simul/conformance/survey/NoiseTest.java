package simul.conformance.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static simul.conformance.survey.Candidate.Strength.STRONG;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that follow no framing: what is claimed of them is wrong. The seeds are fixed. */
class NoiseTest {
  @ParameterizedTest
  @ValueSource(ints = {6, 40, 300})
  void noFramingIsClaimedForNoise(int largest) {
    List<String> claims = new ArrayList<>();
    for (int seed = 0; seed < 200; seed++) {
      for (Candidate candidate :
          Survey.of(Recordings.noise(new Random(seed), largest)).candidates()) {
        claims.add("seed " + seed + ": " + candidate.framing());
      }
    }

    assertThat(claims).isEmpty();
  }

  /** One short message may end where its first byte says, by chance; that is what weak means. */
  @Test
  void oneMessageOfNoiseIsSeldomClaimedAndNeverStrongly() {
    List<Candidate> claims = new ArrayList<>();
    int tries = 1000;
    for (int seed = 0; seed < tries; seed++) {
      RandomGenerator random = new Random(seed);
      byte[] bytes = new byte[random.nextInt(3, 40)];
      random.nextBytes(bytes);
      claims.addAll(
          Survey.of(new Recordings().open("a").received("a", bytes).recording()).candidates());
    }

    assertThat(claims).hasSizeLessThan(tries / 20);
    assertThat(claims).noneMatch(each -> each.strength() == STRONG);
  }

  /** Positions and IDs are small numbers, as lengths are: they must not be taken for these. */
  @Test
  void smallNumbersAreSeldomTakenForLengths() {
    List<Candidate> claims = new ArrayList<>();
    int tries = 300;
    for (int seed = 0; seed < tries; seed++) {
      RandomGenerator random = new Random(seed);
      Recordings recordings = new Recordings().open("a").received("a", small(random)).open("b");
      recordings.received("b", small(random)).received("a", small(random));
      recordings.open("c").received("c", small(random)).received("a", small(random));
      claims.addAll(Survey.of(recordings.recording()).candidates());
    }

    assertThat(claims).hasSizeLessThan(tries / 30);
    assertThat(claims).noneMatch(each -> each.strength() == STRONG);
  }

  private static byte[] small(RandomGenerator random) {
    byte[] bytes = new byte[random.nextInt(1, 40)];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) random.nextInt(8);
    }
    return bytes;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4, 0xFF})
  void sameByteAgainAndAgainIsNoLength(int value) {
    byte[] flood = new byte[64 * 1024];
    Arrays.fill(flood, (byte) value);
    Recordings recordings = new Recordings().open("a").received("a", flood);
    recordings.overflowed("a", flood.length).open("b");
    Recording recording = recordings.received("b", Arrays.copyOf(flood, 4096)).recording();

    assertThat(Survey.of(recording).candidates())
        .noneMatch(each -> each.framing() instanceof FramingGuess.LengthField);
  }

  @Test
  void shortPacketIsAdmittedToBeAmbiguous() {
    Recording recording = Recordings.of("open a\na 03 02 00");

    Survey survey = Survey.of(recording);

    assertThat(survey.candidates())
        .isNotEmpty()
        .allMatch(each -> each.strength() == Candidate.Strength.WEAK);
    assertThat(survey.questions()).contains(Question.ONE_SIZE, Question.OTHER_FRAMING);
  }

  @Test
  void sameShortPacketForEverybodyIsAdmittedToBeAmbiguous() {
    Recording recording =
        Recordings.of("open a\na 03 02 00\nopen b\nb 03 02 01\nopen c\nc 03 02 02");

    Survey survey = Survey.of(recording);

    assertThat(survey.candidates()).noneMatch(each -> each.strength() == STRONG);
    assertThat(survey.questions()).contains(Question.ONE_SIZE, Question.OTHER_FRAMING);
  }

  @Test
  void bestIsFirstAndFewAreNamed() {
    Recording recording = Conversation.withHeader((type, bytes) -> new int[] {bytes + 3, 0, type});

    List<Candidate> candidates = Survey.of(recording).candidates();

    assertThat(candidates).hasSizeBetween(2, 5);
    assertThat(IntStream.range(1, candidates.size()))
        .allMatch(i -> candidates.get(i).bits() <= candidates.get(i - 1).bits());
  }
}
