package simul.spec.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import simul.spec.model.FieldType;
import simul.spec.wire.FrameDecoder.Status;

/**
 * Feeds a stream to a decoder in every way that a network may bring it, and holds all answers to be
 * the same: whole; byte by byte, whatever lies behind the last byte that has come; and with the
 * start of another frame behind it.
 */
final class Feeding {
  private static final byte[] GUARDS = {0x00, 0x01, (byte) 0xFF};

  private final PacketTable table;

  private Feeding(PacketTable table) {
    this.table = table;
  }

  /**
   * What a decoder made of a stream.
   *
   * @param packets each with its fields, length and type left out: {@code LOGIN id=3}
   * @param consumed bytes of whole packets
   * @param end how what follows them was judged; {@link Status#NEED_MORE} when nothing follows
   * @param fault of the end, or null
   */
  record Heard(List<String> packets, int consumed, Status end, FrameFault fault) {}

  /** Feeds a stream; what was heard is the same in every way, or the test fails. */
  static Heard feed(PacketTable table, byte[] stream) {
    Feeding feeding = new Feeding(table);
    Heard whole = feeding.decode(stream, stream.length);
    feeding.holdByteByByte(stream, whole);
    feeding.holdBehindOtherBytes(stream, whole);
    feeding.holdWithTrailingBytes(stream, whole);
    return whole;
  }

  static Heard feed(PacketTable table, String hex) {
    return feed(table, HexDump.parse(hex));
  }

  private Heard decode(byte[] bytes, int to) {
    FrameDecoder decoder = table.newDecoder();
    List<String> packets = new ArrayList<>();
    int at = hear(decoder, packets, bytes, 0, to);
    return heard(decoder, packets, bytes, at, to);
  }

  /** Decodes all whole frames; returns where the first that is not whole starts. */
  private int hear(FrameDecoder decoder, List<String> packets, byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && decoder.next(bytes, at, to) == Status.COMPLETE) {
      assertThat(decoder.lengthBytes()).isBetween(1, to - at);
      packets.add(text(decoder.packet(), bytes, at));
      at += decoder.lengthBytes();
    }
    return at;
  }

  private static Heard heard(
      FrameDecoder decoder, List<String> packets, byte[] bytes, int at, int to) {
    Status end = decoder.next(bytes, at, to);
    assertThat(end).isNotEqualTo(Status.COMPLETE);
    return new Heard(packets, at, end, end == Status.INVALID ? decoder.fault() : null);
  }

  private void holdByteByByte(byte[] stream, Heard whole) {
    for (byte guard : GUARDS) {
      FrameDecoder decoder = table.newDecoder();
      List<String> packets = new ArrayList<>();
      byte[] bytes = new byte[stream.length + table.longestBytes()];
      Arrays.fill(bytes, guard);
      int at = 0;
      for (int to = 1; to <= stream.length; to++) {
        bytes[to - 1] = stream[to - 1];
        at = hear(decoder, packets, bytes, at, to);
      }
      holdSame(whole, heard(decoder, packets, bytes, at, stream.length), 0);
    }
  }

  private void holdBehindOtherBytes(byte[] stream, Heard whole) {
    byte[] shifted = new byte[stream.length + 3];
    Arrays.fill(shifted, (byte) 0xFF);
    System.arraycopy(stream, 0, shifted, 2, stream.length);
    FrameDecoder decoder = table.newDecoder();
    List<String> packets = new ArrayList<>();
    int at = hear(decoder, packets, shifted, 2, stream.length + 2);
    holdSame(whole, heard(decoder, packets, shifted, at, stream.length + 2), 2);
  }

  /** Trailing bytes change nothing where the stream ended between two packets, or had ended. */
  private void holdWithTrailingBytes(byte[] stream, Heard whole) {
    if (whole.end() == Status.NEED_MORE && whole.consumed() < stream.length) {
      return;
    }
    for (PacketLayout next : table.packets()) {
      for (int count : new int[] {1, next.lengthBytes() - 1}) {
        byte[] longer = Arrays.copyOf(stream, stream.length + count);
        System.arraycopy(smallest(next), 0, longer, stream.length, count);
        Heard heard = decode(longer, longer.length);
        assertThat(heard.packets()).isEqualTo(whole.packets());
        assertThat(heard.consumed()).isEqualTo(whole.consumed());
        assertThat(heard.end()).isEqualTo(whole.end());
      }
    }
  }

  private static void holdSame(Heard expected, Heard heard, int offset) {
    assertThat(heard.packets()).isEqualTo(expected.packets());
    assertThat(heard.consumed() - offset).isEqualTo(expected.consumed());
    assertThat(heard.end()).isEqualTo(expected.end());
    assertThat(heard.fault()).isEqualTo(expected.fault());
  }

  /** A valid frame: each field at the smallest value that it allows. */
  private byte[] smallest(PacketLayout packet) {
    byte[] frame = packet.newFrame();
    for (FieldLayout field : ownFields(packet)) {
      long value = field.field().min();
      if (field.field().type() instanceof FieldType.Enumeration enumeration) {
        value = Collections.min(enumeration.values().values());
      }
      field.write(frame, 0, value);
    }
    return frame;
  }

  private String text(PacketLayout packet, byte[] bytes, int frame) {
    return packet.name()
        + ownFields(packet).stream()
            .map(field -> " " + field.name() + "=" + field.read(bytes, frame))
            .collect(Collectors.joining());
  }

  /** The fields of a packet that say more than its length and type. */
  private List<FieldLayout> ownFields(PacketLayout packet) {
    return packet.numbers().stream()
        .filter(field -> field != table.length().get() && field != table.type().get())
        .toList();
  }
}
