package simul.conformance.verdict;

import java.util.Arrays;
import java.util.Optional;

/**
 * How a target broke a rule.
 *
 * @param received the last bytes that the client received, from a packet's start
 * @param hint a known mistake that would explain it
 * @param replay the file that holds the stimulus, once it has been written
 */
public record Finding(
    Stimulus sent,
    Expectation expected,
    Observation actual,
    byte[] received,
    Optional<Hint> hint,
    Optional<String> replay) {

  public Finding {
    received = received.clone();
  }

  @Override
  public byte[] received() {
    return received.clone();
  }

  /** The same, to be replayed from that file. */
  public Finding withReplay(String file) {
    return new Finding(sent, expected, actual, received, hint, Optional.of(file));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Finding that
        && sent.equals(that.sent)
        && expected.equals(that.expected)
        && actual.equals(that.actual)
        && Arrays.equals(received, that.received)
        && hint.equals(that.hint)
        && replay.equals(that.replay);
  }

  @Override
  public int hashCode() {
    return java.util.Objects.hash(sent, expected, actual, Arrays.hashCode(received), hint, replay);
  }
}
