package simul.conformance.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** A framing that fits, before it is compared with the others. */
record Proposal(FramingGuess framing, double bits, List<Reason> reasons, Partition partition) {
  private static final int MOST_EXAMPLES = 4;
  private static final int MOST_SIZES = 8;

  /** What speaks for any framing that was found by walking from frame to frame. */
  static List<Reason> walked(Partition partition) {
    List<Reason> reasons = new ArrayList<>();
    int bytes = partition.ends().stream().mapToInt(ends -> ends[ends.length - 1]).sum();
    int connections = partition.streams().size();
    reasons.add(Reason.of(Reason.Kind.DIVIDES_ALL, bytes, connections, partition.frames()));
    if (partition.streams().stream().anyMatch(ByteStream::cut)) {
      reasons.add(Reason.of(Reason.Kind.CUT));
    }
    int pieces = partition.pieces();
    int cutting = partition.piecesThatCutFrames();
    reasons.add(
        cutting == 0
            ? Reason.of(Reason.Kind.ENDS_WITH_DELIVERIES, pieces)
            : Reason.of(Reason.Kind.DELIVERIES_CUT_FRAMES, cutting, pieces));
    reasons.add(Reason.of(Reason.Kind.SIZES, counted(partition.sizes())));
    return reasons;
  }

  /** {@code 3 x 8, 5 x 7}: numbers, and how often each was seen. */
  static String counted(SortedMap<? extends Number, Integer> counts) {
    String text =
        counts.entrySet().stream()
            .limit(MOST_SIZES)
            .map(entry -> entry.getKey() + " x " + entry.getValue())
            .collect(Collectors.joining(", "));
    return counts.size() > MOST_SIZES ? text + ", ..." : text;
  }

  /** The candidate, with a further reason when a better one divides the bytes the same way. */
  Candidate candidate(List<Proposal> better) {
    List<Reason> all = new ArrayList<>(reasons);
    if (better.stream().anyMatch(each -> each.partition.isSameAs(partition))) {
      all.add(Reason.of(Reason.Kind.SAME_FRAMES));
    }
    return new Candidate(framing, bits, all, partition.examples(MOST_EXAMPLES));
  }
}
