package simul.conformance.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntToDoubleFunction;

/**
 * All streams divided into frames without a byte left over, but for the end of a stream that is
 * cut.
 *
 * @param ends for each stream where its frames end, ascending, in bytes from its start
 */
record Partition(List<ByteStream> streams, List<int[]> ends) {
  /** How much of an example is worth showing. */
  private static final int SHOWN_BYTES = 64;

  /** No header that is looked for is longer. */
  private static final int HEADER_BYTES = 16;

  /** Visits one frame: {@code from} its first byte, {@code to} the one after its last. */
  interface Visitor {
    void frame(ByteStream stream, int from, int to);
  }

  /** Divides the streams, or is empty when one of them does not end where a frame ends. */
  static Optional<Partition> of(List<ByteStream> streams, FrameSize size) {
    List<int[]> ends = new ArrayList<>();
    for (ByteStream stream : streams) {
      Optional<int[]> divided = divide(stream, size);
      if (divided.isEmpty()) {
        return Optional.empty();
      }
      ends.add(divided.get());
    }
    return Optional.of(new Partition(streams, ends));
  }

  private static Optional<int[]> divide(ByteStream stream, FrameSize size) {
    int length = stream.bytes().length;
    int[] ends = new int[64];
    int count = 0;
    int at = 0;
    while (at < length) {
      int bytes = size.at(stream.bytes(), at);
      boolean fits = bytes != FrameSize.NONE && bytes <= length - at;
      if (!fits) {
        // Only a header that says so may reach beyond what was kept.
        boolean cutThere = stream.cut() && (bytes != FrameSize.NONE || length - at < HEADER_BYTES);
        return cutThere && count > 0 ? Optional.of(Arrays.copyOf(ends, count)) : Optional.empty();
      }
      at += bytes;
      if (count == ends.length) {
        ends = Arrays.copyOf(ends, 2 * count);
      }
      ends[count++] = at;
    }
    return Optional.of(Arrays.copyOf(ends, count));
  }

  /** Takes each read for a frame. */
  static Partition ofPieces(List<ByteStream> streams) {
    return new Partition(
        streams,
        streams.stream()
            .map(stream -> stream.pieces().stream().mapToInt(ByteStream.Piece::to).toArray())
            .toList());
  }

  void visit(Visitor visitor) {
    for (int i = 0; i < streams.size(); i++) {
      int from = 0;
      for (int end : ends.get(i)) {
        visitor.frame(streams.get(i), from, end);
        from = end;
      }
    }
  }

  /** How many frames there are. */
  int frames() {
    return ends.stream().mapToInt(each -> each.length).sum();
  }

  /** How many frames there are of each size. */
  SortedMap<Integer, Integer> sizes() {
    SortedMap<Integer, Integer> sizes = new TreeMap<>();
    visit((stream, from, to) -> sizes.merge(to - from, 1, Integer::sum));
    return sizes;
  }

  /** How many reads there were whose end is known. */
  int pieces() {
    return streams.stream().mapToInt(stream -> stream.wholePieces().size()).sum();
  }

  /** How many of them ended where no frame ends. */
  int piecesThatCutFrames() {
    int count = 0;
    for (int i = 0; i < streams.size(); i++) {
      for (ByteStream.Piece piece : streams.get(i).wholePieces()) {
        count += Arrays.binarySearch(ends.get(i), piece.to()) < 0 ? 1 : 0;
      }
    }
    return count;
  }

  /** The first frames, all of one connection. */
  List<Candidate.Frame> examples(int most) {
    List<Candidate.Frame> examples = new ArrayList<>();
    ByteStream first = streams.get(0);
    visit(
        (stream, from, to) -> {
          if (stream.equals(first) && examples.size() < most) {
            int shown = Math.min(to, from + SHOWN_BYTES);
            byte[] start = Arrays.copyOfRange(stream.bytes(), from, shown);
            examples.add(new Candidate.Frame(stream.connection(), from, to - from, start));
          }
        });
    return examples;
  }

  /** Whether it divides the same streams at the same places. */
  boolean isSameAs(Partition other) {
    for (int i = 0; i < ends.size(); i++) {
      if (!Arrays.equals(ends.get(i), other.ends.get(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * How surprising it is that frames end where reads and streams end. What happens again and again
   * surprises but once: reads with frames of the same sizes count as one.
   *
   * @param perOccasion whether they only do when they are of the same occasion too
   * @param bitsBySize how surprising it is that so many bytes are divided without one left over
   */
  double surprise(boolean perOccasion, IntToDoubleFunction bitsBySize) {
    boolean byPieces = piecesThatCutFrames() == 0;
    Set<List<Object>> seen = new HashSet<>();
    double bits = 0;
    for (int i = 0; i < streams.size(); i++) {
      ByteStream stream = streams.get(i);
      int[] frameEnds = ends.get(i);
      int next = 0;
      for (ByteStream.Piece part : byPieces ? stream.wholePieces() : whole(stream)) {
        SortedSet<Integer> sizes = new TreeSet<>();
        for (int from = part.from(); from < part.to(); from = frameEnds[next++]) {
          sizes.add(frameEnds[next] - from);
        }
        if (seen.add(List.of(perOccasion ? part.occasion() : "any", sizes))) {
          bits += bitsBySize.applyAsDouble(part.size());
        }
      }
    }
    return bits;
  }

  private static List<ByteStream.Piece> whole(ByteStream stream) {
    Occasion first = stream.pieces().get(0).occasion();
    return stream.cut()
        ? List.of()
        : List.of(new ByteStream.Piece(0, stream.bytes().length, first));
  }
}
