package simul.conformance.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of a survey, whatever a server sends. */
class SurveyProperties {
  private static final List<String> SPEAKERS = List.of("a", "b", "a", "c", "a", "c");

  /** Few values, or no framing would ever fit. */
  @Provide
  Arbitrary<List<byte[]>> deliveries() {
    Arbitrary<byte[]> bytes =
        Arbitraries.bytes().between((byte) 0, (byte) 6).array(byte[].class).ofMaxSize(24);
    return bytes.list().ofSize(SPEAKERS.size());
  }

  private static Recording recording(List<byte[]> deliveries) {
    Recordings recordings = new Recordings().open("a");
    for (int i = 0; i < deliveries.size(); i++) {
      String speaker = SPEAKERS.get(i);
      if (i == 1 || i == 3) {
        recordings.open(speaker);
      }
      if (deliveries.get(i).length > 0) {
        recordings.received(speaker, deliveries.get(i));
      }
    }
    return recordings.recording();
  }

  @Property(tries = 500)
  void candidatesAreSurprisingAndSorted(@ForAll("deliveries") List<byte[]> deliveries) {
    List<Candidate> candidates = Survey.of(recording(deliveries)).candidates();

    assertThat(candidates).allMatch(each -> each.bits() >= Candidate.LEAST_BITS);
    assertThat(candidates.stream().map(each -> -each.bits()).toList()).isSorted();
  }

  @Property(tries = 500)
  void examplesAreWhatCameOneAfterTheOther(@ForAll("deliveries") List<byte[]> deliveries) {
    Recording recording = recording(deliveries);

    for (Candidate candidate : Survey.of(recording).candidates()) {
      int at = 0;
      for (Candidate.Frame frame : candidate.frames()) {
        assertThat(frame.offset()).isEqualTo(at);
        byte[] stream = stream(recording, frame.connection());
        int shown = at + frame.start().length;
        assertThat(frame.start()).isEqualTo(Arrays.copyOfRange(stream, at, shown));
        at += frame.size();
      }
    }
  }

  private static byte[] stream(Recording recording, String connection) {
    return recording.streams().stream()
        .filter(stream -> stream.connection().equals(connection))
        .findFirst()
        .orElseThrow()
        .bytes();
  }
}
