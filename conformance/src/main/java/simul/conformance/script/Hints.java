package simul.conformance.script;

import java.util.Optional;
import simul.conformance.verdict.Hint;
import simul.conformance.verdict.Observation;
import simul.conformance.verdict.Stimulus;

/** Guesses the mistake behind a finding, where stimulus and effect fit a known one. */
final class Hints {
  private Hints() {}

  static Optional<Hint> of(Stimulus stimulus, Observation actual) {
    if (stimulus.sends().size() > 1) {
      return Optional.of(Hint.SHARES_BUFFER);
    }
    if (stimulus.sends().isEmpty()) {
      return Optional.empty();
    }
    Stimulus.Sent sent = stimulus.sends().get(0);
    int packets = sent.packets().size();
    int segments = sent.segmentBytes().size();
    if (packets > segments) {
      return Optional.of(Hint.HANDLES_FIRST_PACKET_ONLY);
    }
    if (segments <= packets) {
      return Optional.empty();
    }
    if (actual instanceof Observation.Closed) {
      return sent.segmentBytes().get(0) == 1
          ? Optional.of(Hint.TAKES_LONE_BYTE_FOR_PACKET)
          : Optional.of(Hint.ACTS_ON_PART_OF_PACKET);
    }
    return actual instanceof Observation.Silence
        ? Optional.of(Hint.FORGETS_CUT_PACKET)
        : Optional.of(Hint.ACTS_ON_PART_OF_PACKET);
  }
}
