package simul.conformance.suite;

import java.util.Arrays;
import java.util.stream.IntStream;
import simul.spec.meaning.Protocol;
import simul.spec.model.Direction;

/** How long a protocol's moves are, and where they can be cut. */
final class Moves {
  private Moves() {}

  /** The longest move's length in bytes; most protocols have moves of one length. */
  static int longest(Protocol protocol) {
    return Arrays.stream(Direction.values())
        .mapToInt(protocol.requestEncoder()::moveBytes)
        .max()
        .orElseThrow();
  }

  /** Where to cut a move: at every byte, or at so many places from the first to the last. */
  static int[] cuts(Protocol protocol, int most) {
    int places = longest(protocol) - 1;
    int count = Math.min(places, most);
    return IntStream.range(0, count)
        .map(i -> count == 1 ? 1 : 1 + Math.round((float) i * (places - 1) / (count - 1)))
        .toArray();
  }
}
