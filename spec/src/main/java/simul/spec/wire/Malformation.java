package simul.spec.wire;

import java.util.Arrays;

/**
 * One deliberate mistake in an otherwise right frame: what a tester sends to see whether a server
 * survives it. Each takes a frame and returns a new one. A mistake in a field that the framing
 * lacks is none: the frame comes back as it was.
 */
public sealed interface Malformation {

  /** A copy of the frame with the mistake in it. */
  byte[] apply(PacketTable table, byte[] frame);

  /** Any value in the length field; only its low bytes fit. */
  record Length(long value) implements Malformation {
    @Override
    public byte[] apply(PacketTable table, byte[] frame) {
      byte[] wrong = frame.clone();
      table.length().ifPresent(length -> length.write(wrong, 0, value));
      return wrong;
    }
  }

  /** Any value in the type field; only its low bytes fit. */
  record Type(long value) implements Malformation {
    @Override
    public byte[] apply(PacketTable table, byte[] frame) {
      byte[] wrong = frame.clone();
      table.type().ifPresent(type -> type.write(wrong, 0, value));
      return wrong;
    }
  }

  /** Any value in a field of the packet. */
  record Value(FieldLayout field, long value) implements Malformation {
    @Override
    public byte[] apply(PacketTable table, byte[] frame) {
      byte[] wrong = frame.clone();
      field.write(wrong, 0, value);
      return wrong;
    }
  }

  /**
   * Zero bytes after the packet.
   *
   * @param counted whether the length field counts them
   */
  record Trailing(int count, boolean counted) implements Malformation {
    @Override
    public byte[] apply(PacketTable table, byte[] frame) {
      return resized(table, frame, frame.length + count, counted);
    }
  }

  /**
   * The last bytes of the packet left out.
   *
   * @param counted whether the length field is lowered as well
   */
  record Missing(int count, boolean counted) implements Malformation {
    @Override
    public byte[] apply(PacketTable table, byte[] frame) {
      return resized(table, frame, frame.length - count, counted);
    }
  }

  private static byte[] resized(PacketTable table, byte[] frame, int length, boolean counted) {
    byte[] wrong = Arrays.copyOf(frame, length);
    table
        .length()
        .filter(field -> counted && length >= field.end())
        .ifPresent(field -> field.write(wrong, 0, table.lengthValue(length)));
    return wrong;
  }
}
