package simul.ci.launch;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The end of what a target has printed; what came before is forgotten, so that a target may print
 * for ever. Shown are lines of plain text: whatever could move a cursor, change a colour or hide a
 * line is written as {@code \x1b}. Any threads.
 */
final class OutputTail {
  /** Some screens: enough for a stack trace. */
  static final int KEPT_BYTES = 16 * 1024;

  /** Longer lines are cut: a report is not the place for a dump. */
  static final int LONGEST_LINE = 200;

  private static final String CUT = "...";

  private final byte[] ring = new byte[KEPT_BYTES];
  private long total;

  /** More output. */
  synchronized void append(byte[] bytes, int count) {
    for (int i = Math.max(0, count - KEPT_BYTES); i < count; i++) {
      ring[(int) ((total + i) % KEPT_BYTES)] = bytes[i];
    }
    total += count;
  }

  /** All that was ever printed, in bytes. */
  synchronized long totalBytes() {
    return total;
  }

  private synchronized byte[] kept() {
    byte[] bytes = new byte[(int) Math.min(total, KEPT_BYTES)];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = ring[(int) ((total - bytes.length + i) % KEPT_BYTES)];
    }
    return bytes;
  }

  /** The last lines that are not blank, oldest first, fit to be shown. */
  List<String> lastLines(int most) {
    byte[] bytes = kept();
    boolean beginningIsLost = totalBytes() > bytes.length;
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= bytes.length; i++) {
      if (i == bytes.length || bytes[i] == '\n') {
        String line = visible(bytes, start, i);
        lines.add(start == 0 && beginningIsLost ? CUT + line : line);
        start = i + 1;
      }
    }
    lines.removeIf(String::isBlank);
    return List.copyOf(lines.subList(Math.max(0, lines.size() - most), lines.size()));
  }

  private static String visible(byte[] bytes, int start, int end) {
    boolean windows = end > start && bytes[end - 1] == '\r';
    ByteBuffer in = ByteBuffer.wrap(bytes, start, end - start - (windows ? 1 : 0));
    CharBuffer out = CharBuffer.allocate(in.remaining());
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    StringBuilder text = new StringBuilder();
    while (in.hasRemaining() && text.length() <= LONGEST_LINE) {
      CoderResult result = decoder.decode(in, out, true);
      out.flip().codePoints().forEach(point -> text.append(visible(point)));
      out.clear();
      for (int i = 0; result.isError() && i < result.length(); i++) {
        text.append(String.format(Locale.ROOT, "\\x%02x", in.get() & 0xFF));
      }
    }
    return text.length() <= LONGEST_LINE ? text.toString() : cut(text);
  }

  private static String cut(StringBuilder text) {
    boolean splitsPair = Character.isHighSurrogate(text.charAt(LONGEST_LINE - 1));
    return text.substring(0, splitsPair ? LONGEST_LINE - 1 : LONGEST_LINE) + CUT;
  }

  private static String visible(int point) {
    if (point == '\t') {
      return "    ";
    }
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          String.format(Locale.ROOT, point < 0x100 ? "\\x%02x" : "\\u%04x", point);
      default -> Character.toString(point);
    };
  }
}
