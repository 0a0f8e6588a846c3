package simul.conformance.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks for a number in the header that is the frame's length. */
final class LengthSearch {
  /** A header with more before the length was never seen. */
  private static final int LARGEST_OFFSET = 8;

  /** How many bytes of the header may follow a length that counts the body only. */
  private static final int MOST_AFTER = 8;

  /** Below it nearly any bytes could be divided so, whatever their types. */
  private static final double LEAST_LANDING_BITS = 1;

  private LengthSearch() {}

  /** All that fit and would surprise. */
  static List<Proposal> in(List<ByteStream> streams) {
    List<Proposal> found = new ArrayList<>();
    for (NumberForm number : NumberForm.values()) {
      for (int offset = 0; offset <= LARGEST_OFFSET; offset++) {
        int end = offset + number.width();
        propose(streams, number, offset, 0).ifPresent(found::add);
        for (int header = end; header <= end + MOST_AFTER; header++) {
          propose(streams, number, offset, header).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private static Optional<Proposal> propose(
      List<ByteStream> streams, NumberForm number, int offset, int uncounted) {
    int end = offset + number.width();
    int least;
    if (uncounted == 0) {
      least = offset == 0 ? end + 1 : end;
    } else {
      // A header that is nothing but the length has something behind it.
      least = uncounted == number.width() ? 1 : 0;
    }
    Prefix prefix = new Prefix(offset, number.width(), number.order(), uncounted, 1, least);
    Optional<Partition> fitting = Partition.of(streams, prefix);
    if (fitting.isEmpty()) {
      return Optional.empty();
    }
    Partition partition = fitting.get();
    Frequencies others = prefix.othersIn(partition);
    double landing = partition.surprise(false, new Chance(prefix, others, partition)::bits);
    if (landing < LEAST_LANDING_BITS) {
      return Optional.empty();
    }
    double bits =
        landing + TypeByte.surprise(prefix, others, partition) - cost(number, offset, uncounted);
    if (bits < Candidate.LEAST_BITS) {
      return Optional.empty();
    }
    FramingGuess guess =
        new FramingGuess.LengthField(offset, number.width(), number.order(), uncounted);
    return Optional.of(new Proposal(guess, bits, reasons(prefix, partition), partition));
  }

  /** How many framings there are that are no odder than this one, as a logarithm. */
  private static double cost(NumberForm number, int offset, int uncounted) {
    double place = offset == 0 ? 0 : 2 + Math.min(offset, 4);
    int after = uncounted == 0 ? 0 : uncounted - offset - number.width();
    double counting = uncounted == 0 ? 0.5 : 1.5;
    double longHeader = after <= 1 ? 1.5 * after : 2 + Math.min(after, 4);
    return number.costBits() + place + counting + longHeader;
  }

  private static List<Reason> reasons(Prefix prefix, Partition partition) {
    List<Reason> reasons = new ArrayList<>(Proposal.walked(partition));
    long largest = prefix.numbersIn(partition).lastKey();
    boolean negative = largest >= 1L << 8 * prefix.width() - 1;
    reasons.add(Reason.of(negative ? Reason.Kind.UNSIGNED : Reason.Kind.SIGN_UNKNOWN, largest));
    reasons.addAll(TypeByte.reasons(prefix, partition));
    return reasons;
  }
}
