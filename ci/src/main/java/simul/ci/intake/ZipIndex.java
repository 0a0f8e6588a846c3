package simul.ci.intake;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The central directory of a zip archive, read by itself: the JDK's reader hides the names' bytes,
 * the attributes and where data lies. Layout: PKWARE's APPNOTE 6.3.10; all numbers little-endian.
 */
final class ZipIndex {
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int LONGEST_COMMENT = 0xffff;
  private static final int END_64_SIGNATURE = 0x06064b50;
  private static final int END_64_BYTES = 56;
  private static final int LOCATOR_64_SIGNATURE = 0x07064b50;
  private static final int LOCATOR_64_BYTES = 20;
  private static final int MEMBER_SIGNATURE = 0x02014b50;
  private static final int MEMBER_BYTES = 46;
  private static final int LOCAL_SIGNATURE = 0x04034b50;
  private static final int LOCAL_BYTES = 30;
  private static final long IN_EXTRA = 0xffffffffL;
  private static final int COUNT_IN_64 = 0xffff;

  /** An entry takes some hundred bytes of the directory; so much is for 50,000 of them. */
  private static final long LARGEST_DIRECTORY = 32L << 20;

  private static final int UTF_8_FLAG = 1 << 11;
  private static final int ZIP_64_EXTRA = 0x0001;
  private static final int UNICODE_PATH_EXTRA = 0x7075;

  private final RandomAccessFile file;
  private final List<ZipMember> members = new ArrayList<>();

  /** Where the directory is. */
  private record End(long entries, long bytes, long offset, long position) {}

  private ZipIndex(RandomAccessFile file) {
    this.file = file;
  }

  /**
   * The entries of an archive, in the directory's order.
   *
   * @throws Refusal when it is none, or the directory is damaged
   */
  static List<ZipMember> of(RandomAccessFile file, IntakeLimits limits)
      throws IOException, Refusal {
    ZipIndex index = new ZipIndex(file);
    End end = index.end();
    if (end.entries > limits.entries()) {
      throw new Refusal("has " + end.entries + " entries, more than " + limits.entries());
    }
    if (end.bytes > LARGEST_DIRECTORY || end.bytes < 0 || end.bytes > end.position) {
      throw new Refusal("is damaged: its directory of " + end.bytes + " bytes cannot be");
    }
    index.readMembers(end);
    return index.members;
  }

  private ByteBuffer read(long position, long count) throws IOException, Refusal {
    if (position < 0 || position + count > file.length()) {
      throw new Refusal("is truncated: byte " + (position + count - 1) + " is not there");
    }
    byte[] bytes = new byte[Math.toIntExact(count)];
    file.seek(position);
    try {
      file.readFully(bytes);
    } catch (EOFException e) {
      throw new Refusal("became shorter while it was read");
    }
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static int u16(ByteBuffer buffer, int at) {
    return Short.toUnsignedInt(buffer.getShort(at));
  }

  private static long u32(ByteBuffer buffer, int at) {
    return Integer.toUnsignedLong(buffer.getInt(at));
  }

  private End end() throws IOException, Refusal {
    long length = file.length();
    if (length < END_BYTES) {
      throw new Refusal("is no zip archive: " + length + " bytes");
    }
    long from = Math.max(0, length - END_BYTES - LONGEST_COMMENT);
    ByteBuffer tail = read(from, length - from);
    for (int at = tail.capacity() - END_BYTES; at >= 0; at--) {
      boolean isEnd = tail.getInt(at) == END_SIGNATURE;
      if (isEnd && at + END_BYTES + u16(tail, at + 20) <= tail.capacity()) {
        return end(tail, at, from + at);
      }
    }
    throw new Refusal("has no end record: it is truncated, or no zip archive");
  }

  private End end(ByteBuffer tail, int at, long position) throws IOException, Refusal {
    long entries = u16(tail, at + 10);
    long bytes = u32(tail, at + 12);
    long offset = u32(tail, at + 16);
    if (entries == COUNT_IN_64 || bytes == IN_EXTRA || offset == IN_EXTRA) {
      return end64(position);
    }
    if (u16(tail, at + 4) != 0 || u16(tail, at + 6) != 0 || u16(tail, at + 8) != entries) {
      throw new Refusal("is one part of an archive in several");
    }
    return new End(entries, bytes, offset, position);
  }

  private End end64(long position) throws IOException, Refusal {
    ByteBuffer locator = read(position - LOCATOR_64_BYTES, LOCATOR_64_BYTES);
    if (locator.getInt(0) != LOCATOR_64_SIGNATURE) {
      throw new Refusal("is damaged: its zip64 locator is missing");
    }
    long at = locator.getLong(8);
    if (at < 0 || at > position) {
      throw new Refusal("is damaged: its zip64 end record is missing");
    }
    ByteBuffer end = read(at, END_64_BYTES);
    if (end.getInt(0) != END_64_SIGNATURE) {
      throw new Refusal("is damaged: its zip64 end record is missing");
    }
    long entries = end.getLong(32);
    if (entries < 0) {
      throw new Refusal("is damaged: it has " + Long.toUnsignedString(entries) + " entries");
    }
    return new End(entries, end.getLong(40), end.getLong(48), at);
  }

  private void readMembers(End end) throws IOException, Refusal {
    // What stands before the archive, as in one that unpacks itself, moves all offsets.
    long prefix = end.position - end.bytes - end.offset;
    if (prefix < 0 || end.offset < 0) {
      throw new Refusal("is damaged: its directory is not where its end record says");
    }
    ByteBuffer directory = read(end.position - end.bytes, end.bytes);
    int at = 0;
    for (long i = 0; i < end.entries; i++) {
      if (at + MEMBER_BYTES > directory.capacity() || directory.getInt(at) != MEMBER_SIGNATURE) {
        throw new Refusal("is damaged: its directory has " + i + " of " + end.entries + " entries");
      }
      int nameBytes = u16(directory, at + 28);
      int extraBytes = u16(directory, at + 30);
      int next = at + MEMBER_BYTES + nameBytes + extraBytes + u16(directory, at + 32);
      if (next > directory.capacity()) {
        throw new Refusal("is damaged: entry " + i + " of its directory is cut off");
      }
      byte[] name = bytes(directory, at + MEMBER_BYTES, nameBytes);
      byte[] extra = bytes(directory, at + MEMBER_BYTES + nameBytes, extraBytes);
      members.add(member(directory, at, name, new Extra(extra), prefix));
      at = next;
    }
  }

  private static byte[] bytes(ByteBuffer buffer, int from, int count) {
    return Arrays.copyOfRange(buffer.array(), from, from + count);
  }

  private ZipMember member(ByteBuffer entry, int at, byte[] name, Extra extra, long prefix)
      throws IOException, Refusal {
    int flags = u16(entry, at + 8);
    long[] sizes = {u32(entry, at + 24), u32(entry, at + 20), u32(entry, at + 42)};
    extra.replaceLarge(sizes);
    long header = sizes[2] + prefix;
    return new ZipMember(
        decode(name, flags, extra),
        flags,
        u16(entry, at + 10),
        u32(entry, at + 16),
        sizes[1],
        sizes[0],
        u32(entry, at + 38),
        header,
        data(header, sizes[1]));
  }

  /** Where the data of a local header begins; -1 when none is there, or its data is cut off. */
  private long data(long header, long packedBytes) throws IOException, Refusal {
    long length = file.length();
    if (header < 0 || header > length - LOCAL_BYTES || packedBytes < 0) {
      return -1;
    }
    ByteBuffer local = read(header, LOCAL_BYTES);
    long data = header + LOCAL_BYTES + u16(local, 26) + u16(local, 28);
    boolean fits = data <= length && packedBytes <= length - data;
    return local.getInt(0) == LOCAL_SIGNATURE && fits ? data : -1;
  }

  private static String decode(byte[] name, int flags, Extra extra) {
    Optional<String> unicode = extra.unicodePath(name).flatMap(NameText::utf8);
    // The flag is a promise that some tools break; strict UTF-8 is tried first either way.
    boolean isUtf8 = (flags & UTF_8_FLAG) != 0;
    return isUtf8 ? NameText.decode(name) : unicode.orElseGet(() -> NameText.decode(name));
  }

  /** The fields that follow a name: number, size and data each. */
  private record Extra(byte[] bytes) {
    private Optional<ByteBuffer> field(int wanted) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      int at = 0;
      while (at + 4 <= bytes.length) {
        int size = u16(buffer, at + 2);
        if (at + 4 + size > bytes.length) {
          return Optional.empty();
        }
        if (u16(buffer, at) == wanted) {
          ByteBuffer data = ByteBuffer.wrap(Arrays.copyOfRange(bytes, at + 4, at + 4 + size));
          return Optional.of(data.order(ByteOrder.LITTLE_ENDIAN));
        }
        at += 4 + size;
      }
      return Optional.empty();
    }

    /** Replaces each number that says it stands here, in this order. */
    void replaceLarge(long[] sizes) throws Refusal {
      ByteBuffer large = field(ZIP_64_EXTRA).orElse(ByteBuffer.allocate(0));
      for (int i = 0; i < sizes.length; i++) {
        if (sizes[i] == IN_EXTRA && large.remaining() >= Long.BYTES) {
          sizes[i] = large.getLong();
          if (sizes[i] < 0) {
            throw new Refusal("is damaged: an entry has " + Long.toUnsignedString(sizes[i]));
          }
        }
      }
    }

    /** The name in UTF-8, if it belongs to this one: version 1, the CRC of the other name. */
    Optional<byte[]> unicodePath(byte[] name) {
      CRC32 crc = new CRC32();
      crc.update(name);
      return field(UNICODE_PATH_EXTRA)
          .filter(data -> data.capacity() >= 5 && data.get(0) == 1)
          .filter(data -> u32(data, 1) == crc.getValue())
          .map(data -> Arrays.copyOfRange(data.array(), 5, data.capacity()));
    }
  }
}
