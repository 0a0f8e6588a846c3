package simul.spec.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import simul.spec.model.Encoding;
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
  private final Framing framing;
  private final Optional<Envelope> envelope;
  private final FieldLayout length;
  private final FieldLayout type;
  private final boolean countsWhole;
  private final int headerBytes;
  private final List<Part> headerParts;
  private final List<PacketLayout> packets;
  private final List<PacketLayout> regular;
  private final List<PacketLayout> openings;
  private final PacketLayout[] direct = new PacketLayout[DIRECT_TYPES];
  private final long[] otherTypes;
  private final PacketLayout[] others;

  private PacketTable(Spec spec, Sender sender) {
    this.sender = sender;
    Framing outer = spec.framing(sender);
    this.envelope =
        outer instanceof Framing.Enveloped enveloped
            ? Optional.of(Envelope.of(enveloped, spec.encoding()))
            : Optional.empty();
    this.framing = outer instanceof Framing.Enveloped enveloped ? enveloped.inner() : outer;
    LayoutCompiler header = new LayoutCompiler(spec.encoding()).add(framing.header());
    this.headerBytes = header.bytes();
    this.headerParts = header.parts();
    this.length =
        framing instanceof Framing.LengthPrefixed prefixed
            ? named(header.parts(), prefixed.lengthField())
            : null;
    this.countsWhole =
        framing instanceof Framing.LengthPrefixed prefixed
            && prefixed.counts() == Framing.Counts.WHOLE;
    this.type = framing.typeField().map(name -> named(header.parts(), name)).orElse(null);
    List<PacketLayout> layouts = new ArrayList<>();
    for (Packet packet : spec.packets(sender)) {
      layouts.add(layOut(packet, layouts.size(), header.parts(), spec.encoding()));
    }
    this.packets = List.copyOf(layouts);
    this.openings = packets.stream().filter(layout -> layout.packet().opening()).toList();
    this.regular = packets.stream().filter(layout -> !layout.packet().opening()).toList();
    List<PacketLayout> rest = new ArrayList<>();
    for (PacketLayout packet : regular) {
      if (packet.type() >= 0 && packet.type() < DIRECT_TYPES) {
        direct[(int) packet.type()] = packet;
      } else {
        rest.add(packet);
      }
    }
    rest.sort(Comparator.comparingLong(PacketLayout::type));
    this.others = rest.toArray(new PacketLayout[0]);
    this.otherTypes = rest.stream().mapToLong(PacketLayout::type).toArray();
  }

  /** Compiles what one end of that protocol sends. */
  public static PacketTable of(Spec spec, Sender sender) {
    return new PacketTable(spec, sender);
  }

  private PacketLayout layOut(Packet packet, int index, List<Part> header, Encoding encoding) {
    if (packet.opening()) {
      LayoutCompiler bare = new LayoutCompiler(encoding).add(packet.fields());
      return new PacketLayout(packet, index, List.of(), bare.parts(), new byte[bare.paddedBytes()]);
    }
    LayoutCompiler whole = new LayoutCompiler(encoding).add(framing.header()).add(packet.fields());
    List<Part> own = whole.parts().subList(header.size(), whole.parts().size());
    int bytes = frameBytesOfAll().orElse(templateBytes(whole));
    byte[] template = new byte[bytes];
    if (length != null) {
      length.write(template, 0, lengthValue(bytes));
    }
    if (type != null) {
      type.write(template, 0, packet.type());
    }
    return new PacketLayout(packet, index, header, own, template);
  }

  /** A packet that varies in size is padded by its elements alone. */
  private static int templateBytes(LayoutCompiler layout) {
    boolean varies =
        layout.parts().stream().anyMatch(part -> part instanceof ArrayLayout a && !a.isFixed());
    return varies ? layout.bytes() : layout.paddedBytes();
  }

  private static FieldLayout named(List<Part> header, String name) {
    return header.stream()
        .filter(part -> part instanceof FieldLayout && part.name().equals(name))
        .map(FieldLayout.class::cast)
        .findFirst()
        .orElseThrow();
  }

  public Sender sender() {
    return sender;
  }

  /** A decoder for one stream of such frames, from its first byte. */
  public FrameDecoder newDecoder() {
    FrameDecoder running = newRunningDecoder();
    return openings.isEmpty() ? running : new OpeningDecoder(this, running);
  }

  /** A decoder for such frames in the middle of a stream, past what opens it. */
  public FrameDecoder newRunningDecoder() {
    FrameDecoder inner = newInnerDecoder();
    return envelope.isPresent() ? new EnvelopeDecoder(this, envelope.get(), inner) : inner;
  }

  private FrameDecoder newInnerDecoder() {
    if (length == null) {
      return new SizedDecoder(this);
    }
    boolean plain = type != null && header().size() == headerParts.size();
    return plain && regular.stream().allMatch(PacketLayout::isPlain)
        ? new LengthPrefixedDecoder(this)
        : new VaryingLengthDecoder(this);
  }

  /** The header's numbers, in order. */
  List<FieldLayout> header() {
    return headerParts.stream()
        .filter(FieldLayout.class::isInstance)
        .map(FieldLayout.class::cast)
        .toList();
  }

  /** Whole packets, as they go onto the wire: as they are, or in frames that hold several. */
  public byte[] framed(List<byte[]> whole) {
    if (envelope.isPresent()) {
      return envelope.get().wrap(whole);
    }
    int bytes = whole.stream().mapToInt(packet -> packet.length).sum();
    byte[] stream = new byte[bytes];
    int at = 0;
    for (byte[] packet : whole) {
      System.arraycopy(packet, 0, stream, at, packet.length);
      at += packet.length;
    }
    return stream;
  }

  /** Every packet, in the order of the spec. */
  public List<PacketLayout> packets() {
    return packets;
  }

  /** The packets that may come at any time. */
  public List<PacketLayout> regular() {
    return regular;
  }

  /** The packets that come once, at the start of the stream, in this order. */
  public List<PacketLayout> openings() {
    return openings;
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

  /** Length of the longest packet in bytes, of one that varies in size that of the shortest. */
  public int longestBytes() {
    return packets.stream().mapToInt(PacketLayout::lengthBytes).max().orElse(0);
  }

  /** Length of the header in bytes. */
  public int headerBytes() {
    return headerBytes;
  }

  /** The length of every frame in bytes, where the spec makes them all alike. */
  public OptionalInt frameBytesOfAll() {
    return framing instanceof Framing.Sized sized ? sized.frameBytes() : OptionalInt.empty();
  }

  /** The header field that holds the length, where frames have one. */
  public Optional<FieldLayout> length() {
    return Optional.ofNullable(length);
  }

  /** The header field that holds the type, where frames have one. */
  public Optional<FieldLayout> type() {
    return Optional.ofNullable(type);
  }

  /** What the length field says of a frame of that many bytes. */
  public long lengthValue(int frameBytes) {
    return countsWhole ? frameBytes : frameBytes - headerBytes;
  }

  /** How long a frame is, in bytes, whose length field holds that value. */
  long frameBytes(long lengthValue) {
    return countsWhole ? lengthValue : lengthValue + headerBytes;
  }
}
