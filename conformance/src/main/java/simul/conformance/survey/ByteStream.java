package simul.conformance.survey;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All that one connection received.
 *
 * @param pieces what each read brought, in order: together the whole stream
 * @param cut whether more came than was kept, so that the last frame may be incomplete
 */
record ByteStream(String connection, byte[] bytes, List<Piece> pieces, boolean cut) {

  /** The part of the stream that one read brought, up to {@code to} and without it. */
  record Piece(int from, int to, Occasion occasion) {
    int size() {
      return to - from;
    }
  }

  /** One connection's deliveries, in order, as a stream. */
  static ByteStream of(String connection, List<Delivery> deliveries, boolean cut) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    List<Piece> pieces = new ArrayList<>();
    for (Delivery delivery : deliveries) {
      int from = all.size();
      all.writeBytes(delivery.bytes());
      pieces.add(new Piece(from, all.size(), delivery.occasion()));
    }
    return new ByteStream(connection, all.toByteArray(), List.copyOf(pieces), cut);
  }

  /** Its start, cut there when it goes on. */
  ByteStream head(int most) {
    if (bytes.length <= most) {
      return this;
    }
    List<Piece> heads =
        pieces.stream()
            .filter(piece -> piece.from() < most)
            .map(piece -> new Piece(piece.from(), Math.min(piece.to(), most), piece.occasion()))
            .toList();
    return new ByteStream(connection, Arrays.copyOf(bytes, most), heads, true);
  }

  /** The pieces that are surely whole: all, or all but the last of a stream that is cut. */
  List<Piece> wholePieces() {
    return cut ? pieces.subList(0, pieces.size() - 1) : pieces;
  }

  /** On which occasion the byte at that place came. */
  Occasion occasionAt(int at) {
    int low = 0;
    int high = pieces.size() - 1;
    while (low < high) {
      int middle = (low + high) / 2;
      if (at < pieces.get(middle).to()) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return pieces.get(low).occasion();
  }
}
