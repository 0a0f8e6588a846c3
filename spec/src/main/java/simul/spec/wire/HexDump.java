package simul.spec.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Bytes for people: spaced hex, lines with offsets, and a frame's fields one below the other. */
public final class HexDump {
  private static final int BYTES_PER_LINE = 16;

  private HexDump() {}

  /** All bytes as spaced hex: {@code 03 01 01}. */
  public static String hex(byte[] bytes) {
    return hex(bytes, 0, bytes.length);
  }

  /** Some bytes as spaced hex. */
  public static String hex(byte[] bytes, int from, int to) {
    StringBuilder text = new StringBuilder(Math.max(0, 3 * (to - from)));
    for (int at = from; at < to; at++) {
      text.append(at == from ? "" : " ")
          .append(Character.forDigit(bytes[at] >> 4 & 0xF, 16))
          .append(Character.forDigit(bytes[at] & 0xF, 16));
    }
    return text.toString();
  }

  /**
   * The bytes that spaced or unspaced hex stands for.
   *
   * @throws IllegalArgumentException when the text has anything but pairs of hex digits and spaces
   */
  public static byte[] parse(String text) {
    String digits = text.replaceAll("\\s", "");
    try {
      return java.util.HexFormat.of().parseHex(digits);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("not pairs of hex digits: " + text, e);
    }
  }

  /** Sixteen bytes a line, each line with the offset of its first byte. */
  public static List<String> lines(byte[] bytes) {
    List<String> lines = new ArrayList<>();
    for (int at = 0; at < bytes.length; at += BYTES_PER_LINE) {
      int to = Math.min(bytes.length, at + BYTES_PER_LINE);
      lines.add(String.format(Locale.ROOT, "%04x  %s", at, hex(bytes, at, to)));
    }
    return lines;
  }

  /**
   * The frames of a stream as a field tree, one line a field; where the stream stops being valid or
   * complete, a line says so and a caret stands below the first byte that shows it.
   */
  public static List<String> fieldTree(PacketTable table, byte[] bytes) {
    return new FieldTree(table.newRunningDecoder(), 0).render(bytes);
  }

  /**
   * The same where it is known which part of a stream it is: what only opens a stream is looked for
   * at its start and nowhere else.
   *
   * @param offset of the first byte, which starts a frame, from the start of the stream
   */
  public static List<String> fieldTree(PacketTable table, byte[] bytes, long offset) {
    FrameDecoder decoder = offset == 0 ? table.newDecoder() : table.newRunningDecoder();
    return new FieldTree(decoder, offset).render(bytes);
  }
}
