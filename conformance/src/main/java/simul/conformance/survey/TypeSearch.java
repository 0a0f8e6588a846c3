package simul.conformance.survey;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Looks for a 4-byte type at the start of every frame that alone decides its size. The sizes are
 * not in the bytes: they are tried, a type at a time, as far as a budget goes.
 */
final class TypeSearch {
  static final int WIDTH = 4;

  /** Enumerations of packets count from 0 or 1, and student protocols have a dozen at most. */
  private static final int LARGEST_TYPE = 63;

  private static final int MOST_TYPES = 8;
  private static final int LARGEST_FRAME = 512;

  /** Steps that may be taken in all: some tenths of a second. */
  private static final int BUDGET = 1_000_000;

  /** How many bytes looked at take as long as one step. */
  private static final int BYTES_PER_STEP = 8;

  /** What choosing a size for a type is worth. */
  private static final double TYPE_COST = 6;

  private final List<ByteStream> streams;
  private final ByteOrder order;
  private int steps;
  private double bestBits = Candidate.LEAST_BITS;
  private SortedMap<Integer, Integer> best;

  private TypeSearch(List<ByteStream> streams, ByteOrder order) {
    this.streams = streams;
    this.order = order;
  }

  /** The best of each byte order, when it would surprise. */
  static List<Proposal> in(List<ByteStream> streams) {
    List<Proposal> found = new ArrayList<>();
    for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
      new TypeSearch(streams, order).search().ifPresent(found::add);
    }
    return found;
  }

  private Optional<Proposal> search() {
    extend(new TreeMap<>());
    if (best == null) {
      return Optional.empty();
    }
    Partition partition = partition(best).orElseThrow();
    List<Reason> reasons = new ArrayList<>(Proposal.walked(partition));
    String types = best.keySet().stream().map(String::valueOf).collect(Collectors.joining(", "));
    reasons.add(Reason.of(Reason.Kind.STARTS_WITH_TYPE, partition.frames(), types));
    FramingGuess guess = new FramingGuess.SizeByType(order, best);
    return Optional.of(new Proposal(guess, bestBits, reasons, partition));
  }

  private Optional<Partition> partition(SortedMap<Integer, Integer> sizes) {
    return Partition.of(
        streams, (bytes, from) -> sizes.getOrDefault(type(bytes, from), FrameSize.NONE));
  }

  /** The type of the frame that starts there, or -1 when nothing there looks like one. */
  private int type(byte[] bytes, int from) {
    if (from + WIDTH > bytes.length) {
      return -1;
    }
    boolean big = order == ByteOrder.BIG_ENDIAN;
    int type = bytes[big ? from + WIDTH - 1 : from] & 0xFF;
    for (int i = 0; i < WIDTH - 1; i++) {
      if (bytes[big ? from + i : from + 1 + i] != 0) {
        return -1;
      }
    }
    return type <= LARGEST_TYPE ? type : -1;
  }

  /** How a walk along all streams may end. */
  private enum End {
    /** The sizes divide everything. */
    DIVIDED,
    /** The sizes lead to where no type is. */
    NOWHERE,
    /** There is a type that has no size yet. */
    UNKNOWN_TYPE
  }

  /** Where and how a walk along all streams ended. */
  private record Halt(End end, byte[] bytes, int at) {}

  /** Gives a size to one more type, every one that leads to another type. */
  private void extend(SortedMap<Integer, Integer> sizes) {
    Halt halt = walk(sizes);
    if (halt.end() == End.DIVIDED) {
      consider(sizes);
    }
    if (halt.end() != End.UNKNOWN_TYPE || sizes.size() == MOST_TYPES) {
      return;
    }
    byte[] bytes = halt.bytes();
    int type = type(bytes, halt.at());
    int last = Math.min(LARGEST_FRAME, bytes.length - halt.at());
    for (int size = WIDTH; size <= last && steps < BUDGET; size++) {
      steps++;
      int end = halt.at() + size;
      if (end == bytes.length || type(bytes, end) >= 0) {
        sizes.put(type, size);
        extend(sizes);
        sizes.remove(type);
      }
    }
  }

  private Halt walk(SortedMap<Integer, Integer> sizes) {
    for (ByteStream stream : streams) {
      byte[] bytes = stream.bytes();
      int at = 0;
      while (at < bytes.length) {
        steps++;
        int type = type(bytes, at);
        if (type < 0) {
          boolean cutThere = stream.cut() && bytes.length - at < WIDTH;
          if (!cutThere) {
            return new Halt(End.NOWHERE, bytes, at);
          }
          break;
        }
        Integer size = sizes.get(type);
        if (size == null) {
          return new Halt(End.UNKNOWN_TYPE, bytes, at);
        }
        if (size > bytes.length - at && !stream.cut()) {
          return new Halt(End.NOWHERE, bytes, at);
        }
        at += size;
      }
    }
    return new Halt(End.DIVIDED, new byte[0], 0);
  }

  /** Keeps the sizes when they surprise more than those before. */
  private void consider(SortedMap<Integer, Integer> sizes) {
    if (sizes.size() < 2 || isLength(sizes)) {
      return;
    }
    Partition partition = partition(sizes).orElseThrow();
    steps += streams.stream().mapToInt(each -> each.bytes().length).sum() / BYTES_PER_STEP;
    Frequencies frequencies = frequencies(sizes, partition);
    double share = 0;
    for (int type : sizes.keySet()) {
      share += frequencies.of(type);
    }
    double bitsPerFrame =
        -Math.log(Math.min(1, share)) / Math.log(2) + (WIDTH - 1) * frequencies.bits(0);
    double bits = distinctFrames(partition) * bitsPerFrame - TYPE_COST * sizes.size();
    if (bits > bestBits || best == null && bits >= bestBits) {
      bestBits = bits;
      best = new TreeMap<>(sizes);
    }
  }

  /**
   * How often each byte occurs outside the types. Where zero is a type, any padding looks like
   * types, so that they count too.
   */
  private static Frequencies frequencies(SortedMap<Integer, Integer> sizes, Partition partition) {
    int counted = sizes.containsKey(0) ? 0 : WIDTH;
    Frequencies frequencies = new Frequencies();
    partition.visit(
        (stream, from, to) -> {
          for (int i = from + counted; i < to; i++) {
            frequencies.add(stream.bytes()[i]);
          }
        });
    return frequencies;
  }

  /** Whether the type is as large as the frame, give or take: then it is a length. */
  private static boolean isLength(SortedMap<Integer, Integer> sizes) {
    return sizes.entrySet().stream()
            .map(entry -> entry.getValue() - entry.getKey())
            .distinct()
            .count()
        == 1;
  }

  /** Frames that come again say nothing new. */
  private static int distinctFrames(Partition partition) {
    Set<ByteBuffer> seen = new HashSet<>();
    partition.visit(
        (stream, from, to) -> seen.add(ByteBuffer.wrap(stream.bytes(), from, to - from)));
    return seen.size();
  }
}
