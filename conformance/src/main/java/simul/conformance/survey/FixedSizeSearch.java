package simul.conformance.survey;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks whether all that came, came in multiples of one size. */
final class FixedSizeSearch {
  /** What choosing it among the other kinds of framing is worth. */
  private static final double COST = 2;

  private FixedSizeSearch() {}

  /**
   * The size, when it would surprise: the same size on different occasions does, for that of a
   * single occasion is whatever the server has to say then.
   */
  static List<Proposal> in(List<ByteStream> streams) {
    int divisor = 0;
    Set<Occasion> occasions = EnumSet.noneOf(Occasion.class);
    for (ByteStream stream : streams) {
      for (ByteStream.Piece piece : stream.wholePieces()) {
        divisor = gcd(divisor, piece.size());
        occasions.add(piece.occasion());
      }
    }
    int size = divisor;
    if (size < 2) {
      return List.of();
    }
    double bits = (occasions.size() - 1) * Math.log(size) / Math.log(2) - COST;
    Optional<Partition> partition =
        Partition.of(streams, (bytes, from) -> size).filter(any -> bits >= Candidate.LEAST_BITS);
    if (partition.isEmpty()) {
      return List.of();
    }
    List<Reason> reasons = new ArrayList<>();
    reasons.add(Proposal.walked(partition.get()).get(0));
    int pieces = partition.get().pieces();
    reasons.add(Reason.of(Reason.Kind.MULTIPLES, pieces, occasions.size()));
    return List.of(new Proposal(new FramingGuess.FixedSize(size), bits, reasons, partition.get()));
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
