package simul.ci.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import simul.conformance.verdict.Transcript;
import simul.spec.wire.ArrayLayout;
import simul.spec.wire.ByteQueue;
import simul.spec.wire.FieldLayout;
import simul.spec.wire.FrameDecoder;
import simul.spec.wire.PacketLayout;
import simul.spec.wire.PacketTable;
import simul.spec.wire.Part;
import simul.spec.wire.TextLayout;

/**
 * One direction of one connection, decoded event by event, as far as that goes: after a fault, or
 * after bytes that were not kept, nobody knows where a packet starts.
 */
final class DecodedStream {
  private final FrameDecoder decoder;
  private final ByteQueue undecoded = new ByteQueue();
  private boolean lost;
  private List<String> packets = List.of();
  private Optional<String> fault = Optional.empty();
  private int rest;

  DecodedStream(PacketTable table) {
    this.decoder = table.newDecoder();
  }

  /** Bytes are missing here. */
  void lose() {
    lost = true;
  }

  /** Takes the next event's bytes, if it has any. */
  void add(Transcript.Event event) {
    packets = new ArrayList<>();
    fault = Optional.empty();
    rest = 0;
    if (lost) {
      return;
    }
    byte[] bytes = event.bytes();
    undecoded.add(bytes);
    decode();
    rest = Math.min(bytes.length, undecoded.size());
    lost = lost || !event.isWhole();
  }

  private void decode() {
    while (!undecoded.isEmpty()) {
      byte[] bytes = undecoded.array();
      switch (decoder.next(bytes, undecoded.start(), undecoded.end())) {
        case COMPLETE -> {
          addPackets(bytes, undecoded.start());
          undecoded.remove(decoder.lengthBytes());
        }
        case NEED_MORE -> {
          return;
        }
        case INVALID -> {
          fault = Optional.of(decoder.fault().message());
          lost = true;
          return;
        }
      }
    }
  }

  /** All packets of a frame; most framings have one. */
  private void addPackets(byte[] bytes, int frame) {
    if (decoder.packet() == null) {
      return;
    }
    do {
      int at = frame + decoder.packetOffset();
      packets.add(describe(decoder.packet(), bytes, at, decoder.packetBytes()));
    } while (decoder.nextPacket());
  }

  /** {@code POSITION id=0 x=1 y=0}. */
  private static String describe(PacketLayout packet, byte[] bytes, int at, int length) {
    String parts =
        packet.parts().stream()
            .map(part -> describe(part, bytes, at, length))
            .collect(Collectors.joining());
    return packet.name() + parts;
  }

  private static String describe(Part part, byte[] bytes, int at, int length) {
    if (part instanceof FieldLayout field) {
      long value = field.read(bytes, at);
      String text = field.nameOf(value).orElse(field.scalar().text(value));
      return " " + field.name() + "=" + text;
    }
    if (part instanceof TextLayout text) {
      return text.isText() ? " " + text.name() + "=\"" + text.read(bytes, at) + "\"" : "";
    }
    ArrayLayout array = (ArrayLayout) part;
    return " " + array.name() + "[" + array.count(bytes, at, length) + "]";
  }

  /** The packets that the last event completed. */
  List<String> packets() {
    return packets;
  }

  /** How many of its bytes are the start of the next packet, or belong to no packet. */
  int rest() {
    return rest;
  }

  /** Why they are no packet, if it is so. */
  Optional<String> fault() {
    return fault;
  }
}
