package simul.spec.wire;

import java.util.Arrays;
import simul.spec.wire.FrameFault.Kind;

/**
 * Decodes frames of one size with several packets in each. A frame counts when all of it has come
 * and every packet in it is whole and valid.
 */
final class EnvelopeDecoder extends FrameDecoder {
  private final Envelope envelope;
  private final FrameDecoder inner;
  private int[] indices = new int[8];
  private int[] offsets = new int[9];
  private int count;
  private int current;

  EnvelopeDecoder(PacketTable table, Envelope envelope, FrameDecoder inner) {
    super(table);
    this.envelope = envelope;
    this.inner = inner;
    this.lengthBytes = envelope.bytes();
  }

  @Override
  public Status next(byte[] bytes, int from, int to) {
    FieldLayout used = envelope.used();
    int available = to - from;
    if (available < used.end()) {
      return Status.NEED_MORE;
    }
    long filled = used.read(bytes, from);
    if (filled < 0 || filled > envelope.capacity()) {
      return invalid(
          Kind.LENGTH_OF_NO_PACKET,
          used.offset(),
          filled,
          "is outside the 0.." + envelope.capacity() + " bytes that a frame can hold");
    }
    if (available < envelope.bytes()) {
      return Status.NEED_MORE;
    }
    return open(bytes, from, from + envelope.dataOffset(), (int) filled);
  }

  private Status open(byte[] bytes, int frame, int start, int filled) {
    count = 0;
    int end = start + filled;
    for (int at = start; at < end; ) {
      Status status = inner.next(bytes, at, end);
      if (status == Status.INVALID) {
        FrameFault cause = inner.fault();
        fault =
            new FrameFault(
                cause.kind(),
                at - frame + cause.offset(),
                cause.field(),
                cause.value(),
                cause.message(),
                envelope.bytes());
        return status;
      }
      if (status == Status.NEED_MORE) {
        return invalid(
            Kind.LENGTH_UNFIT_FOR_TYPE, envelope.used().offset(), filled, "ends within a packet");
      }
      add(inner.packet(), at - frame, inner.lengthBytes());
      at += inner.lengthBytes();
    }
    packetIndex = NO_PACKET;
    if (count > 0) {
      take(0);
    }
    return Status.COMPLETE;
  }

  private void add(PacketLayout found, int offset, int bytes) {
    if (count == indices.length) {
      indices = Arrays.copyOf(indices, 2 * count);
      offsets = Arrays.copyOf(offsets, 2 * count + 1);
    }
    indices[count] = found.index();
    offsets[count] = offset;
    count++;
    offsets[count] = offset + bytes;
  }

  @Override
  public boolean nextPacket() {
    if (current + 1 >= count) {
      return false;
    }
    take(current + 1);
    return true;
  }

  private void take(int number) {
    current = number;
    packetIndex = indices[number];
    packetOffset = offsets[number];
    packetBytes = offsets[number + 1] - packetOffset;
  }

  private Status invalid(Kind kind, int offset, long value, String clause) {
    String name = envelope.used().name();
    fault =
        new FrameFault(
            kind, offset, name, value, name + " " + value + " " + clause, envelope.bytes());
    return Status.INVALID;
  }
}
