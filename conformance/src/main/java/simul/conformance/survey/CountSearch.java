package simul.conformance.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Looks for a number in the header that counts the records after it: a snapshot of all players. */
final class CountSearch {
  private static final int LARGEST_OFFSET = 4;

  /** A record holds an ID and a position at least, and a name of some letters at most. */
  private static final int SMALLEST_RECORD = 2;

  private static final int LARGEST_RECORD = 128;

  /** What choosing one record size among so many is worth. */
  private static final double RECORD_COST = 6;

  private CountSearch() {}

  /** All that fit and would surprise. */
  static List<Proposal> in(List<ByteStream> streams) {
    List<Proposal> found = new ArrayList<>();
    for (NumberForm number : NumberForm.values()) {
      for (int offset = 0; offset <= LARGEST_OFFSET; offset++) {
        for (int record = SMALLEST_RECORD; record <= LARGEST_RECORD; record++) {
          propose(streams, number, offset, record).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private static Optional<Proposal> propose(
      List<ByteStream> streams, NumberForm number, int offset, int record) {
    int header = offset + number.width();
    Prefix prefix = new Prefix(offset, number.width(), number.order(), header, record, 1);
    Optional<Partition> partition = Partition.of(streams, prefix);
    if (partition.isEmpty()) {
      return Optional.empty();
    }
    SortedMap<Long, Integer> counts = prefix.numbersIn(partition.get());
    if (counts.size() < 2) {
      // With one number only, the size of the record is whatever is left.
      return Optional.empty();
    }
    double cost = number.costBits() + RECORD_COST + (offset == 0 ? 0 : 1 + offset);
    Chance chance = new Chance(prefix, prefix.othersIn(partition.get()), partition.get());
    double bits = partition.get().surprise(true, chance::bits) - cost;
    if (bits < Candidate.LEAST_BITS) {
      return Optional.empty();
    }
    List<Reason> reasons = new ArrayList<>(Proposal.walked(partition.get()));
    reasons.add(Reason.of(Reason.Kind.RECORDS, Proposal.counted(counts)));
    FramingGuess guess =
        new FramingGuess.CountField(offset, number.width(), number.order(), record);
    return Optional.of(new Proposal(guess, bits, reasons, partition.get()));
  }
}
