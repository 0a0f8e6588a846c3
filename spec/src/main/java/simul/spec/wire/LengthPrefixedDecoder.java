package simul.spec.wire;

/** Decodes frames that start with a header of length and type, where no packet varies in size. */
final class LengthPrefixedDecoder extends FrameDecoder {
  private final PacketTable table;
  private final FieldLayout length;
  private final FieldLayout type;
  private final int headerBytes;
  private final int uncountedBytes;
  private final FrameStart start;

  LengthPrefixedDecoder(PacketTable table) {
    super(table);
    this.table = table;
    this.length = table.length().orElseThrow();
    this.type = table.type().orElseThrow();
    this.headerBytes = table.headerBytes();
    this.uncountedBytes = (int) table.frameBytes(0);
    this.start = new FrameStart(table);
  }

  @Override
  public Status next(byte[] bytes, int from, int to) {
    int available = to - from;
    if (available >= headerBytes) {
      PacketLayout candidate = table.byType(type.read(bytes, from));
      // The length that counts is the stream's own, once it is the packet's: where the next frame
      // starts then waits for one load from memory, not for a chain of them.
      long frameBytes = length.read(bytes, from) + uncountedBytes;
      if (candidate != null
          && frameBytes == candidate.lengthBytes()
          && frameBytes <= available
          && candidate.allows(bytes, from)) {
        packetIndex = candidate.index();
        packetBytes = (int) frameBytes;
        lengthBytes = (int) frameBytes;
        return Status.COMPLETE;
      }
    }
    return unfinishedOrWrong(bytes, from, available);
  }

  private Status unfinishedOrWrong(byte[] bytes, int from, int available) {
    FrameFault found = start.fault(bytes, from, available);
    if (found == null) {
      return Status.NEED_MORE;
    }
    fault = found;
    return Status.INVALID;
  }
}
