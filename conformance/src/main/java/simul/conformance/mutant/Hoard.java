package simul.conformance.mutant;

import java.util.ArrayList;
import java.util.List;

/** Memory that one faulty server never gives back as long as it is there; it has a bound. */
final class Hoard {
  /** Enough to be seen three times over from outside, and little beside what a program may have. */
  private static final long MOST_BYTES = 128L << 20;

  private final List<byte[]> kept = new ArrayList<>();
  private long bytes;

  /** Keeps so many bytes more, if the bound allows it. */
  void keep(int count) {
    if (bytes + count <= MOST_BYTES) {
      kept.add(new byte[count]);
      bytes += count;
    }
  }
}
