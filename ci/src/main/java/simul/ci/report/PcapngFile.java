package simul.ci.report;

import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A pcapng file with one section and one interface, whose packets start with their IP header. Each
 * block goes to the file with one write, so that a file whose program was killed still ends with a
 * whole block. Format: IETF draft-ietf-opsawg-pcapng.
 */
final class PcapngFile implements Closeable {
  private static final int SECTION_HEADER = 0x0A0D0D0A;
  private static final int INTERFACE_DESCRIPTION = 1;
  private static final int ENHANCED_PACKET = 6;
  private static final int BYTE_ORDER_MAGIC = 0x1A2B3C4D;
  private static final short LINKTYPE_RAW = 101;

  private static final short OPTION_END = 0;
  private static final short OPTION_COMMENT = 1;
  private static final short SECTION_APPLICATION = 4;
  private static final short INTERFACE_NAME = 2;
  private static final short INTERFACE_TIME_RESOLUTION = 9;
  private static final short PACKET_FLAGS = 2;

  /** Type, length and length again, around every block. */
  private static final int FRAME_BYTES = 12;

  private static final byte NANOSECONDS = 9;

  private final OutputStream out;

  /** Which way a packet went, as the flags of a packet have it. */
  enum Way {
    IN(1),
    OUT(2);

    private final int flags;

    Way(int flags) {
      this.flags = flags;
    }
  }

  /**
   * Begins a new file.
   *
   * @param application that writes it
   * @param comment what its readers have to know
   */
  PcapngFile(Path file, String application, String comment) throws IOException {
    this.out = new FileOutputStream(file.toFile());
    ByteBuffer section = body(16 + optionBytes(application) + optionBytes(comment) + 4);
    section.putInt(BYTE_ORDER_MAGIC).putShort((short) 1).putShort((short) 0).putLong(-1);
    option(section, SECTION_APPLICATION, text(application));
    option(section, OPTION_COMMENT, text(comment));
    block(SECTION_HEADER, section);
    ByteBuffer description = body(8 + optionBytes("simul") + 8 + 4);
    description.putShort(LINKTYPE_RAW).putShort((short) 0).putInt(0);
    option(description, INTERFACE_NAME, text("simul"));
    option(description, INTERFACE_TIME_RESOLUTION, new byte[] {NANOSECONDS});
    block(INTERFACE_DESCRIPTION, description);
  }

  /**
   * Adds a packet.
   *
   * @param epochNanos when it passed, in nanoseconds since 1970
   * @param comment empty for none
   */
  void packet(long epochNanos, byte[] packet, Way way, String comment) throws IOException {
    int commentBytes = comment.isEmpty() ? 0 : optionBytes(comment);
    ByteBuffer body = body(20 + padded(packet.length) + 8 + commentBytes + 4);
    body.putInt(0).putInt((int) (epochNanos >>> 32)).putInt((int) epochNanos);
    body.putInt(packet.length).putInt(packet.length).put(packet);
    body.position(20 + padded(packet.length));
    body.putShort(PACKET_FLAGS).putShort((short) 4).putInt(way.flags);
    if (!comment.isEmpty()) {
      option(body, OPTION_COMMENT, text(comment));
    }
    block(ENHANCED_PACKET, body);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static int optionBytes(String text) {
    return 4 + padded(text(text).length);
  }

  private static void option(ByteBuffer body, short code, byte[] value) {
    body.putShort(code).putShort((short) value.length).put(value);
    body.position(padded(body.position()));
  }

  private static int padded(int bytes) {
    return bytes + 3 & ~3;
  }

  private static ByteBuffer body(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Writes a block, whose options end with its last four bytes. */
  private void block(int type, ByteBuffer body) throws IOException {
    body.putShort(OPTION_END).putShort((short) 0);
    int length = FRAME_BYTES + body.capacity();
    ByteBuffer block = body(length);
    block.putInt(type).putInt(length).put(body.array()).putInt(length);
    out.write(block.array());
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
