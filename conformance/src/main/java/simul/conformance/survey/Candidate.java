package simul.conformance.survey;

import java.util.List;

/**
 * A framing that fits everything received, and what speaks for it.
 *
 * @param bits how surprising the fit would be if the framing were another: bytes of another kind
 *     would fit one like it about once in 2 to the power of this. How many framings were tried is
 *     already taken off.
 * @param frames the first frames by this framing, as examples
 */
public record Candidate(
    FramingGuess framing, double bits, List<Reason> reasons, List<Frame> frames) {
  /** Below it a fit may be chance all too easily, and is not named: once in eight. */
  static final double LEAST_BITS = 3;

  /** From it on, chance is no explanation: once in a thousand. */
  static final double STRONG_BITS = 10;

  public Candidate {
    reasons = List.copyOf(reasons);
    frames = List.copyOf(frames);
  }

  /** How much a candidate is worth. */
  public enum Strength {
    /** Chance is no explanation. */
    STRONG,
    /** Chance may well explain it. */
    WEAK
  }

  /**
   * One frame.
   *
   * @param offset where it starts, in bytes from the start of the connection's stream
   * @param size its bytes
   * @param start the first of them
   */
  public record Frame(String connection, int offset, int size, byte[] start) {}

  public Strength strength() {
    return bits >= STRONG_BITS ? Strength.STRONG : Strength.WEAK;
  }
}
