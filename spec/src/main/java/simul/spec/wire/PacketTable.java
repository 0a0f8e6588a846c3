package simul.spec.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import simul.spec.model.Field;
import simul.spec.model.Framing;
import simul.spec.model.Packet;
import simul.spec.model.Sender;
import simul.spec.model.Spec;

/**
 * All that one end may send, compiled: header layout, packet layouts, and the way from a type to
 * its packet. Immutable, shared by any number of decoders.
 */
public final class PacketTable {
  /** Types below this bound are looked up in an array, the others by binary search. */
  private static final int DIRECT_TYPES = 256;

  private final Sender sender;
  private final Framing.LengthPrefixed framing;
  private final List<FieldLayout> header;
  private final FieldLayout length;
  private final FieldLayout type;
  private final int headerBytes;
  private final List<PacketLayout> packets;
  private final PacketLayout[] direct = new PacketLayout[DIRECT_TYPES];
  private final long[] otherTypes;
  private final PacketLayout[] others;
  private final int longestBytes;

  private PacketTable(Spec spec, Sender sender, Framing.LengthPrefixed framing) {
    this.sender = sender;
    this.framing = framing;
    this.header = List.copyOf(layOut(framing.header(), 0, spec.bigEndian()));
    this.headerBytes = endOf(header, 0);
    this.length = named(header, framing.lengthField());
    this.type = named(header, framing.typeField());
    List<PacketLayout> layouts = new ArrayList<>();
    for (Packet packet : spec.packets(sender)) {
      layouts.add(layOut(packet, layouts.size(), spec.bigEndian()));
    }
    this.packets = List.copyOf(layouts);
    this.longestBytes = packets.stream().mapToInt(PacketLayout::lengthBytes).max().orElse(0);
    List<PacketLayout> rest = new ArrayList<>();
    for (PacketLayout packet : packets) {
      if (packet.type() >= 0 && packet.type() < DIRECT_TYPES) {
        direct[(int) packet.type()] = packet;
      } else {
        rest.add(packet);
      }
    }
    rest.sort(java.util.Comparator.comparingLong(PacketLayout::type));
    this.others = rest.toArray(new PacketLayout[0]);
    this.otherTypes = rest.stream().mapToLong(PacketLayout::type).toArray();
  }

  /** Compiles what one end of that protocol sends. */
  public static PacketTable of(Spec spec, Sender sender) {
    Framing framing = spec.framing(sender);
    if (framing instanceof Framing.LengthPrefixed lengthPrefixed) {
      return new PacketTable(spec, sender, lengthPrefixed);
    }
    throw new IllegalArgumentException("no codec for framing " + framing);
  }

  private PacketLayout layOut(Packet packet, int index, boolean bigEndian) {
    List<FieldLayout> fields = layOut(packet.fields(), headerBytes, bigEndian);
    byte[] template = new byte[endOf(fields, headerBytes)];
    length.write(template, 0, lengthValue(template.length));
    type.write(template, 0, packet.type());
    List<FieldLayout> checked =
        Stream.concat(header.stream(), fields.stream())
            .filter(field -> field != length && field != type)
            .filter(FieldLayout::needsCheck)
            .toList();
    return new PacketLayout(packet, index, header, fields, checked, template);
  }

  private static List<FieldLayout> layOut(List<Field> fields, int from, boolean bigEndian) {
    List<FieldLayout> layouts = new ArrayList<>();
    for (Field field : fields) {
      layouts.add(new FieldLayout(field, endOf(layouts, from), bigEndian));
    }
    return layouts;
  }

  private static int endOf(List<FieldLayout> layouts, int from) {
    return layouts.isEmpty() ? from : layouts.get(layouts.size() - 1).end();
  }

  private static FieldLayout named(List<FieldLayout> header, String name) {
    return header.stream().filter(field -> field.name().equals(name)).findFirst().orElseThrow();
  }

  public Sender sender() {
    return sender;
  }

  /** A decoder for one stream of such frames. */
  public FrameDecoder newDecoder() {
    return new LengthPrefixedDecoder(this);
  }

  /** Every packet, in the order of the spec. */
  public List<PacketLayout> packets() {
    return packets;
  }

  /** The packet of that name. */
  public Optional<PacketLayout> packet(String name) {
    return packets.stream().filter(packet -> packet.name().equals(name)).findFirst();
  }

  /** The packet of that type, or null: called for every frame. */
  PacketLayout byType(long typeValue) {
    if (typeValue >= 0 && typeValue < DIRECT_TYPES) {
      return direct[(int) typeValue];
    }
    int at = Arrays.binarySearch(otherTypes, typeValue);
    return at < 0 ? null : others[at];
  }

  /** The header's fields, in order. */
  List<FieldLayout> header() {
    return header;
  }

  /** Length of the header in bytes. */
  public int headerBytes() {
    return headerBytes;
  }

  /** Length of the longest packet in bytes: more than this is never waited for. */
  public int longestBytes() {
    return longestBytes;
  }

  /** The header field that holds the length. */
  public FieldLayout length() {
    return length;
  }

  /** The header field that holds the type. */
  public FieldLayout type() {
    return type;
  }

  /** What the length field says of a frame of that many bytes. */
  public long lengthValue(int frameBytes) {
    return framing.counts() == Framing.Counts.WHOLE ? frameBytes : frameBytes - headerBytes;
  }

  /** How long a frame is, in bytes, whose length field holds that value. */
  long frameBytes(long lengthValue) {
    return framing.counts() == Framing.Counts.WHOLE ? lengthValue : lengthValue + headerBytes;
  }
}
