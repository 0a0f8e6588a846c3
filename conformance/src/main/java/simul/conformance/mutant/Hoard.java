package simul.conformance.mutant;

import java.util.ArrayList;
import java.util.List;

/** Memory that one faulty server never gives back as long as it is there; it has a bound. */
final class Hoard {
  /**
   * Enough to be seen three times over after a whole suite, but never more than a quarter of what
   * this program may have.
   */
  private static final long MOST_BYTES = Math.min(1L << 30, Runtime.getRuntime().maxMemory() / 4);

  private final long mostBytes;
  private final List<byte[]> kept = new ArrayList<>();
  private long bytes;

  Hoard() {
    this(MOST_BYTES);
  }

  /** One with another bound. */
  Hoard(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /** Keeps so many bytes more, if the bound allows it. */
  void keep(int count) {
    if (bytes + count <= mostBytes) {
      kept.add(new byte[count]);
      bytes += count;
    }
  }
}
