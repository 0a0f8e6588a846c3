package simul.conformance.script;

import java.util.Optional;
import simul.conformance.verdict.Hint;
import simul.conformance.verdict.Observation;
import simul.conformance.verdict.Stimulus;

/** Guesses the mistake behind a finding, where stimulus and effect fit a known one. */
final class Hints {
  private Hints() {}

  /**
   * A guess, if any.
   *
   * @param answered whether anything came back for this stimulus
   */
  static Optional<Hint> of(Stimulus stimulus, Observation actual, boolean answered) {
    if (stimulus.sends().isEmpty()) {
      return Optional.empty();
    }
    if (stimulus.sends().size() > 1) {
      boolean cut = stimulus.sends().stream().anyMatch(Stimulus.Sent::cut);
      return cut ? Optional.of(Hint.SHARES_BUFFER) : Optional.empty();
    }
    Stimulus.Sent sent = stimulus.sends().get(0);
    if (sent.cut()) {
      return Optional.of(ofCut(sent, actual));
    }
    return sent.coalesced() && answered
        ? Optional.of(Hint.HANDLES_FIRST_PACKET_ONLY)
        : Optional.empty();
  }

  private static Hint ofCut(Stimulus.Sent sent, Observation actual) {
    if (actual instanceof Observation.Silence) {
      return Hint.FORGETS_CUT_PACKET;
    }
    boolean loneByte = sent.segmentBytes().get(0) == 1;
    return loneByte && actual instanceof Observation.Closed
        ? Hint.TAKES_LONE_BYTE_FOR_PACKET
        : Hint.ACTS_ON_PART_OF_PACKET;
  }
}
