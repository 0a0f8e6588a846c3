package simul.conformance.survey;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import simul.conformance.survey.FramingGuess.Encoding;
import simul.conformance.survey.FramingGuess.Ending;

/** Looks whether all that came is text. */
final class TextSearch {
  /** What choosing an encoding and an ending is worth. */
  private static final double COST = 3;

  /** Of all bytes, those that text is made of: printable, line ends, tab, NUL. */
  private static final double ONE_BYTE_SHARE = 99.0 / 256;

  /** Of all pairs of bytes, those that are Hangul in the older Korean standard. */
  private static final double TWO_BYTE_SHARE = 25.0 * 94 / (256 * 256);

  /** Of all triples of bytes, those that are Hangul in UTF-8. */
  private static final double THREE_BYTE_SHARE = 11_172.0 / (256 * 256 * 256);

  private TextSearch() {}

  /** The simplest encoding of which everything is text, when that would surprise. */
  static List<Proposal> in(List<ByteStream> streams) {
    for (Encoding encoding : Encoding.values()) {
      double bits = bits(streams, encoding);
      if (bits >= Candidate.LEAST_BITS) {
        return List.of(proposal(streams, encoding, bits));
      }
    }
    return List.of();
  }

  private static Proposal proposal(List<ByteStream> streams, Encoding encoding, double bits) {
    Ending ending = ending(streams);
    Partition partition =
        Partition.of(streams, (bytes, from) -> lineBytes(bytes, from, ending))
            .orElseGet(() -> Partition.ofPieces(streams));
    int bytes = streams.stream().mapToInt(stream -> stream.bytes().length).sum();
    return new Proposal(
        new FramingGuess.Text(encoding, ending),
        bits,
        List.of(Reason.of(Reason.Kind.TEXT, bytes, partition.frames())),
        partition);
  }

  /** How surprising it is that all is text; 0 when it is not. */
  private static double bits(List<ByteStream> streams, Encoding encoding) {
    Set<String> seen = new HashSet<>();
    double bits = -COST;
    for (ByteStream stream : streams) {
      double surprise = bits(stream, encoding);
      if (surprise == 0) {
        return 0;
      }
      bits += seen.add(new String(stream.bytes(), StandardCharsets.ISO_8859_1)) ? surprise : 0;
    }
    return bits;
  }

  private static double bits(ByteStream stream, Encoding encoding) {
    byte[] bytes = stream.bytes();
    double share = 0;
    int at = 0;
    while (at < bytes.length) {
      int size = characterBytes(bytes, at, encoding);
      if (size == 0) {
        boolean cutThere = stream.cut() && bytes.length - at < 3;
        return cutThere ? -share : 0;
      }
      share += log2(size == 1 ? ONE_BYTE_SHARE : size == 2 ? TWO_BYTE_SHARE : THREE_BYTE_SHARE);
      at += size;
    }
    return -share;
  }

  private static double log2(double share) {
    return Math.log(share) / Math.log(2);
  }

  /** The size of the character that starts there, or 0 when none does. */
  private static int characterBytes(byte[] bytes, int at, Encoding encoding) {
    byte first = bytes[at];
    boolean ends = first == '\n' || first == '\r' || first == '\t';
    boolean endsString = first == 0 && at > 0 && bytes[at - 1] != 0;
    if (first >= ' ' && first <= '~' || ends || endsString) {
      return 1;
    }
    return switch (encoding) {
      case ASCII -> 0;
      case UTF_8 -> isHangulInUtf8(bytes, at) ? 3 : 0;
      case MS949 -> isHangulInMs949(bytes, at) ? 2 : 0;
    };
  }

  private static boolean isHangulInUtf8(byte[] bytes, int at) {
    if (at + 3 > bytes.length
        || (bytes[at] & 0xF0) != 0xE0
        || (bytes[at + 1] & 0xC0) != 0x80
        || (bytes[at + 2] & 0xC0) != 0x80) {
      return false;
    }
    int code = (bytes[at] & 0xF) << 12 | (bytes[at + 1] & 0x3F) << 6 | bytes[at + 2] & 0x3F;
    return code >= 0xAC00 && code <= 0xD7A3;
  }

  private static boolean isHangulInMs949(byte[] bytes, int at) {
    if (at + 2 > bytes.length) {
      return false;
    }
    int lead = bytes[at] & 0xFF;
    int trail = bytes[at + 1] & 0xFF;
    return lead >= 0xB0 && lead <= 0xC8 && trail >= 0xA1 && trail <= 0xFE;
  }

  /** What stands at the end of everything; of a stream that is cut, anywhere in it. */
  private static Ending ending(List<ByteStream> streams) {
    for (Ending ending : List.of(Ending.CR_LF, Ending.LF, Ending.NUL)) {
      String mark = mark(ending);
      boolean all =
          streams.stream()
              .allMatch(
                  stream -> {
                    String text = new String(stream.bytes(), StandardCharsets.ISO_8859_1);
                    return stream.cut() ? text.contains(mark) : text.endsWith(mark);
                  });
      if (all) {
        return ending;
      }
    }
    return Ending.NOTHING;
  }

  private static String mark(Ending ending) {
    return switch (ending) {
      case CR_LF -> "\r\n";
      case LF -> "\n";
      case NUL -> "\0";
      case NOTHING -> "";
    };
  }

  /** The size of the line that starts there; one more than there is when nothing ends it. */
  private static int lineBytes(byte[] bytes, int from, Ending ending) {
    if (ending == Ending.NOTHING) {
      return FrameSize.NONE;
    }
    int last = ending == Ending.NUL ? 0 : '\n';
    for (int at = from; at < bytes.length; at++) {
      boolean whole = ending != Ending.CR_LF || at > from && bytes[at - 1] == '\r';
      if (bytes[at] == last && whole) {
        return at + 1 - from;
      }
    }
    return bytes.length - from + 1;
  }
}
