package simul.spec.wire;

import java.io.ByteArrayOutputStream;
import java.util.List;
import simul.spec.model.Encoding;
import simul.spec.model.Framing;

/**
 * A frame of one size that holds several packets: where they are, and the number that says how many
 * bytes they fill.
 *
 * @param bytes length of the frame
 * @param used the number
 * @param dataOffset where the first packet starts
 * @param capacity how many bytes of packets a frame can hold
 */
record Envelope(int bytes, FieldLayout used, int dataOffset, int capacity) {

  static Envelope of(Framing.Enveloped framing, Encoding encoding) {
    FieldLayout used = new FieldLayout(framing.used(), framing.usedOffset(), encoding.bigEndian());
    boolean first = framing.usedOffset() == 0;
    int dataOffset = first ? used.end() : 0;
    int dataEnd = first ? framing.bytes() : framing.usedOffset();
    return new Envelope(framing.bytes(), used, dataOffset, dataEnd - dataOffset);
  }

  /** Packets in as few frames as they fit in, none of them cut. */
  byte[] wrap(List<byte[]> packets) {
    ByteArrayOutputStream frames = new ByteArrayOutputStream();
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    for (byte[] packet : packets) {
      if (data.size() + packet.length > capacity) {
        frames.writeBytes(frame(data.toByteArray()));
        data.reset();
      }
      data.writeBytes(packet);
    }
    if (data.size() > 0) {
      frames.writeBytes(frame(data.toByteArray()));
    }
    return frames.toByteArray();
  }

  private byte[] frame(byte[] data) {
    byte[] frame = new byte[bytes];
    System.arraycopy(data, 0, frame, dataOffset, data.length);
    used.write(frame, 0, data.length);
    return frame;
  }
}
