package simul.conformance.survey;

/**
 * How often each byte is expected where nothing is known: in binary packets small numbers are
 * common, and what was counted in others of the same bytes counts where it is more. Never too low,
 * or a fit would seem more surprising than it is.
 */
final class Frequencies {
  /** Of fewer bytes than some packets have, the counts mean little. */
  private static final int FEW = 8;

  private final long[] counts = new long[256];
  private long total;

  /** How surprising a byte is. */
  double bits(int value) {
    return -Math.log(of(value)) / Math.log(2);
  }

  /** Counts one byte. */
  void add(byte value) {
    counts[value & 0xFF]++;
    total++;
  }

  /** The expected share of a byte, 0 to 1. */
  double of(int value) {
    double counted = (double) counts[value] / (total + FEW);
    return Math.max(counted, prior(value));
  }

  /** A quarter of all bytes small, the smaller the more; else all alike. */
  private static double prior(int value) {
    return Math.max(1.0 / 256, 0.25 / ((value + 1.0) * (value + 2.0)));
  }
}
