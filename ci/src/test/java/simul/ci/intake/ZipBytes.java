package simul.ci.intake;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A zip archive written byte by byte, so that it can be as wrong as it needs to be. */
final class ZipBytes {
  static final Charset CP949 = Charset.forName("MS949");
  static final int UTF_8_FLAG = 1 << 11;

  /** One entry; the header's numbers may be lies. */
  static final class Entry {
    private final byte[] name;
    private byte[] content;
    private byte[] packed;
    private byte[] extra = {};
    private int flags;
    private int method;
    private int crcChange;
    private int madeBy;
    private long attributes;
    private long bytes;
    private Entry sharing;
    private int header;

    private Entry(byte[] name, byte[] content) {
      this.name = name;
      this.content = content;
      this.packed = content;
      this.bytes = content.length;
    }

    Entry flags(int value) {
      flags = value;
      return this;
    }

    Entry method(int value) {
      method = value;
      return this;
    }

    Entry deflated() {
      Deflater deflater = new Deflater(9, true);
      deflater.setInput(content);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[4096];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      deflater.end();
      packed = out.toByteArray();
      return method(8);
    }

    Entry wrongCrc() {
      crcChange = 1;
      return this;
    }

    /** As Unix writes a file's mode. */
    Entry mode(int mode) {
      madeBy = 3 << 8;
      attributes = (long) mode << 16;
      return this;
    }

    Entry extra(byte[] value) {
      extra = value;
      return this;
    }

    /** Claims to have so many bytes. */
    Entry claiming(long count) {
      bytes = count;
      return this;
    }

    /** Has no bytes of its own in the archive, but another's. */
    Entry sharing(Entry other) {
      sharing = other;
      return this;
    }

    private int crc() {
      CRC32 crc = new CRC32();
      crc.update(content);
      return (int) crc.getValue() + crcChange;
    }
  }

  private final List<Entry> entries = new ArrayList<>();

  Entry add(byte[] name, byte[] content) {
    Entry entry = new Entry(name, content);
    entries.add(entry);
    return entry;
  }

  /** A name in UTF-8 without the flag, as most programs outside Windows write it. */
  Entry add(String name, String content) {
    return add(name.getBytes(StandardCharsets.UTF_8), content.getBytes(StandardCharsets.UTF_8));
  }

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Entry entry : entries) {
      entry.header = entry.sharing == null ? out.size() : entry.sharing.header;
      if (entry.sharing == null) {
        out.writeBytes(local(entry));
      }
    }
    int directory = out.size();
    entries.forEach(entry -> out.writeBytes(member(entry)));
    int end = out.size();
    out.writeBytes(
        buffer(22)
            .putInt(0x06054b50)
            .putInt(0)
            .putShort((short) entries.size())
            .putShort((short) entries.size())
            .putInt(end - directory)
            .putInt(directory)
            .putShort((short) 0)
            .array());
    return out.toByteArray();
  }

  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] local(Entry entry) {
    return buffer(30 + entry.name.length + entry.packed.length)
        .putInt(0x04034b50)
        .putShort((short) 20)
        .putShort((short) entry.flags)
        .putShort((short) entry.method)
        .putInt(0)
        .putInt(entry.crc())
        .putInt(entry.packed.length)
        .putInt((int) entry.bytes)
        .putShort((short) entry.name.length)
        .putShort((short) 0)
        .put(entry.name)
        .put(entry.packed)
        .array();
  }

  private static byte[] member(Entry entry) {
    Entry data = entry.sharing == null ? entry : entry.sharing;
    return buffer(46 + entry.name.length + entry.extra.length)
        .putInt(0x02014b50)
        .putShort((short) (entry.madeBy | 20))
        .putShort((short) 20)
        .putShort((short) entry.flags)
        .putShort((short) data.method)
        .putInt(0)
        .putInt(data.crc())
        .putInt(data.packed.length)
        .putInt((int) data.bytes)
        .putShort((short) entry.name.length)
        .putShort((short) entry.extra.length)
        .putShort((short) 0)
        .putShort((short) 0)
        .putShort((short) 0)
        .putInt((int) entry.attributes)
        .putInt(entry.header)
        .put(entry.name)
        .put(entry.extra)
        .array();
  }

  /** The extra field that gives a name in UTF-8 beside one in another encoding. */
  static byte[] unicodePath(byte[] name, String unicode) {
    byte[] utf8 = unicode.getBytes(StandardCharsets.UTF_8);
    CRC32 crc = new CRC32();
    crc.update(name);
    return buffer(9 + utf8.length)
        .putShort((short) 0x7075)
        .putShort((short) (5 + utf8.length))
        .put((byte) 1)
        .putInt((int) crc.getValue())
        .put(utf8)
        .array();
  }
}
