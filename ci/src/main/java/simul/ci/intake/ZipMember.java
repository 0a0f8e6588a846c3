package simul.ci.intake;

/**
 * One entry of a zip archive as its central directory has it.
 *
 * @param name decoded
 * @param flags general purpose bits
 * @param method 0 stored, 8 deflated
 * @param crc of the unpacked bytes
 * @param packedBytes in the archive
 * @param bytes unpacked
 * @param attributes external: of Unix in the upper half, of Windows in the lower
 * @param header where its local header begins in the file
 * @param data where its packed bytes begin; -1 when there is no local header
 */
record ZipMember(
    String name,
    int flags,
    int method,
    long crc,
    long packedBytes,
    long bytes,
    long attributes,
    long header,
    long data) {
  private static final int ENCRYPTED = 1;
  private static final int STRONGLY_ENCRYPTED = 1 << 6;
  private static final int STORED = 0;
  private static final int DEFLATED = 8;
  private static final int MODE_TYPE = 0170000;
  private static final int MODE_FOLDER = 0040000;
  private static final int MODE_FILE = 0100000;
  private static final int MODE_LINK = 0120000;
  private static final int WINDOWS_FOLDER = 0x10;
  private static final int WINDOWS_LINK = 0x400;

  /** Where its packed bytes end. */
  long end() {
    return data + packedBytes;
  }

  boolean isStored() {
    return method == STORED;
  }

  boolean isFolder() {
    int type = modeType();
    return name.endsWith("/")
        || name.endsWith("\\")
        || type == MODE_FOLDER
        || type == 0 && (attributes & WINDOWS_FOLDER) != 0 && bytes == 0;
  }

  private int modeType() {
    return (int) (attributes >>> 16) & MODE_TYPE;
  }

  /** Refuses what cannot be an ordinary file. */
  void check(IntakeLimits limits) throws Refusal {
    int type = modeType();
    if (type == MODE_LINK || (attributes & WINDOWS_LINK) != 0) {
      throw new Refusal("is a symbolic link");
    }
    if (type != 0 && type != MODE_FILE) {
      throw new Refusal("is no ordinary file");
    }
    if ((flags & (ENCRYPTED | STRONGLY_ENCRYPTED)) != 0) {
      throw new Refusal("is encrypted");
    }
    if (method != STORED && method != DEFLATED) {
      throw new Refusal("is packed by method " + method + ", not stored or deflated");
    }
    if (data < 0) {
      throw new Refusal("has no local header in the archive");
    }
    if (isStored() && packedBytes != bytes) {
      throw new Refusal("is stored in " + packedBytes + " bytes, but should have " + bytes);
    }
    if (bytes > IntakeLimits.RATIO_FROM_BYTES && bytes / limits.ratio() > packedBytes) {
      throw new Refusal(
          "unpacks to " + bytes + " bytes, more than " + limits.ratio() + " times its size");
    }
  }
}
