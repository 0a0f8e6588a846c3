package simul.ci.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Unpacks one zip archive into a {@link Destination}, entry by entry. */
final class ZipUnpacker {
  private static final int BUFFER_BYTES = 1 << 16;

  private final RandomAccessFile file;
  private final Destination destination;
  private final String prefix;

  private ZipUnpacker(RandomAccessFile file, Destination destination, String prefix) {
    this.file = file;
    this.destination = destination;
    this.prefix = prefix;
  }

  /**
   * Unpacks all that can be unpacked.
   *
   * @param prefix the folder for it, empty or ending in a slash
   * @throws Refusal when nothing can be
   */
  static void unpack(Path archive, Destination destination, String prefix)
      throws IOException, Refusal {
    try (RandomAccessFile file = new RandomAccessFile(archive.toFile(), "r")) {
      List<ZipMember> members = ZipIndex.of(file, destination.limits());
      destination.count(members.size());
      new ZipUnpacker(file, destination, prefix).unpack(members);
    }
  }

  private void unpack(List<ZipMember> members) throws IOException {
    Set<ZipMember> overlapping = overlapping(members);
    for (ZipMember member : members) {
      if (member.isFolder()) {
        continue;
      }
      String name = prefix + member.name();
      destination.put(
          name,
          member.bytes(),
          out -> {
            member.check(destination.limits());
            if (overlapping.contains(member)) {
              throw new Refusal("shares bytes of the archive with another entry");
            }
            copy(member, out);
          });
    }
  }

  /** Those whose bytes begin before those of the one before them end: so are bombs built. */
  private static Set<ZipMember> overlapping(List<ZipMember> members) {
    List<ZipMember> placed =
        members.stream()
            .filter(member -> member.data() >= 0)
            .sorted(Comparator.comparingLong(ZipMember::header))
            .toList();
    Set<ZipMember> overlapping = new HashSet<>();
    long end = 0;
    for (ZipMember member : placed) {
      if (member.header() < end) {
        overlapping.add(member);
      }
      end = Math.max(end, member.end());
    }
    return overlapping;
  }

  private void copy(ZipMember member, OutputStream out) throws IOException, Refusal {
    CRC32 crc = new CRC32();
    long written = member.isStored() ? store(member, out, crc) : inflate(member, out, crc);
    if (written != member.bytes()) {
      throw new Refusal("unpacks to " + written + " bytes, but should have " + member.bytes());
    }
    if (crc.getValue() != member.crc()) {
      throw new Refusal("is damaged: its checksum is wrong");
    }
  }

  private long store(ZipMember member, OutputStream out, CRC32 crc) throws IOException, Refusal {
    byte[] buffer = new byte[BUFFER_BYTES];
    long done = 0;
    file.seek(member.data());
    while (done < member.packedBytes()) {
      int count = read(buffer, member.packedBytes() - done);
      crc.update(buffer, 0, count);
      out.write(buffer, 0, count);
      done += count;
    }
    return done;
  }

  private int read(byte[] buffer, long left) throws IOException, Refusal {
    int count = file.read(buffer, 0, (int) Math.min(buffer.length, left));
    if (count <= 0) {
      throw new Refusal("is truncated");
    }
    return count;
  }

  private long inflate(ZipMember member, OutputStream out, CRC32 crc) throws IOException, Refusal {
    Inflater inflater = new Inflater(true);
    try {
      return inflate(member, out, crc, inflater);
    } catch (DataFormatException e) {
      throw new Refusal("is damaged: its packed bytes make no sense");
    } finally {
      inflater.end();
    }
  }

  private long inflate(ZipMember member, OutputStream out, CRC32 crc, Inflater inflater)
      throws IOException, Refusal, DataFormatException {
    byte[] packed = new byte[BUFFER_BYTES];
    byte[] buffer = new byte[BUFFER_BYTES];
    long left = member.packedBytes();
    long done = 0;
    file.seek(member.data());
    while (!inflater.finished()) {
      if (inflater.needsInput()) {
        int count = read(packed, left);
        inflater.setInput(packed, 0, count);
        left -= count;
      }
      int count = inflater.inflate(buffer);
      if (inflater.needsDictionary()) {
        throw new Refusal("is damaged: it asks for a dictionary");
      }
      crc.update(buffer, 0, count);
      out.write(buffer, 0, count);
      done += count;
      if (done > member.bytes()) {
        throw new Refusal("unpacks to more than the " + member.bytes() + " bytes it should have");
      }
    }
    return done;
  }
}
