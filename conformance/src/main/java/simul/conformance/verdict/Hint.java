package simul.conformance.verdict;

/** A known mistake that would explain a finding. */
public enum Hint {
  /** Closes on the lone first byte of a packet. */
  TAKES_LONE_BYTE_FOR_PACKET,
  /** Acts on a cut packet before it is whole, or with bytes that are not its own. */
  ACTS_ON_PART_OF_PACKET,
  /** Handles only the first of several packets that one receive brought. */
  HANDLES_FIRST_PACKET_ONLY,
  /** Forgets the start of a packet when its rest comes later. */
  FORGETS_CUT_PACKET,
  /** Mixes the bytes of several connections. */
  SHARES_BUFFER
}
