package simul.conformance.survey;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Looks for the byte beside a length that tells packets apart. */
final class TypeByte {
  private static final int MOST_TYPES = 16;
  private static final int WIDE = 4;

  private TypeByte() {}

  /**
   * A reason for each byte that looks like a type: right after the length, or at the very start
   * when the length comes later.
   */
  static List<Reason> reasons(Prefix length, Partition partition) {
    List<Reason> reasons = new ArrayList<>();
    if (length.offset() > 0) {
      sizesByType(partition, 0).ifPresent(sizes -> reasons.add(reason(0, sizes)));
    }
    int after = length.offset() + length.width();
    Optional<SortedMap<Integer, Integer>> sizes = sizesByType(partition, after);
    if (sizes.isPresent()) {
      reasons.add(reason(after, sizes.get()));
      if (isAlwaysZero(partition, after + 1, after + WIDE)) {
        reasons.add(Reason.of(Reason.Kind.TYPE_MAY_BE_WIDE, after, WIDE));
      }
    }
    return reasons;
  }

  private static Reason reason(int offset, SortedMap<Integer, Integer> sizes) {
    String text =
        sizes.entrySet().stream()
            .map(entry -> entry.getKey() + ": " + entry.getValue())
            .collect(Collectors.joining(", "));
    return Reason.of(Reason.Kind.TYPE, offset, text);
  }

  /** The frame size of each value, when each has but one and some come again. */
  private static Optional<SortedMap<Integer, Integer>> sizesByType(
      Partition partition, int offset) {
    SortedMap<Integer, Integer> sizes = new TreeMap<>();
    boolean[] contradicted = {false};
    partition.visit(
        (stream, from, to) -> {
          if (to - from <= offset) {
            contradicted[0] = true;
            return;
          }
          Integer before = sizes.putIfAbsent(stream.bytes()[from + offset] & 0xFF, to - from);
          contradicted[0] |= before != null && before != to - from;
        });
    boolean useful =
        sizes.size() >= 2 && sizes.size() <= MOST_TYPES && sizes.size() < partition.frames();
    return contradicted[0] || !useful ? Optional.empty() : Optional.of(sizes);
  }

  private static boolean isAlwaysZero(Partition partition, int first, int end) {
    boolean[] zero = {true};
    partition.visit(
        (stream, from, to) -> {
          zero[0] &= to - from >= end;
          for (int i = from + first; i < Math.min(to, from + end); i++) {
            zero[0] &= stream.bytes()[i] == 0;
          }
        });
    return zero[0];
  }

  /**
   * How surprising it is that the byte which may be the type comes again and again with the same
   * length, if it does. Frames with the same bytes count once.
   */
  static double surprise(Prefix length, Frequencies others, Partition partition) {
    int offset = length.offset() > 0 ? 0 : length.width();
    Map<Integer, Map<Integer, Integer>> countsBySize = new HashMap<>();
    Set<ByteBuffer> seen = new HashSet<>();
    partition.visit(
        (stream, from, to) -> {
          if (to - from > offset && seen.add(ByteBuffer.wrap(stream.bytes(), from, to - from))) {
            countsBySize
                .computeIfAbsent(to - from, size -> new HashMap<>())
                .merge(stream.bytes()[from + offset] & 0xFF, 1, Integer::sum);
          }
        });
    double bits = 0;
    for (Map<Integer, Integer> counts : countsBySize.values()) {
      for (Map.Entry<Integer, Integer> count : counts.entrySet()) {
        // Which of the types known by then it is has to be told each time, and what a new one is.
        double told = Math.log(counts.size()) / Math.log(2);
        bits += (count.getValue() - 1) * others.bits(count.getKey()) - count.getValue() * told;
      }
    }
    return Math.max(0, bits);
  }
}
