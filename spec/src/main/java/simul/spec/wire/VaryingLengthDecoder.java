package simul.spec.wire;

import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import simul.spec.wire.FrameFault.Kind;

/**
 * Decodes frames that start with a header in which their length is, where some packet varies in
 * size, there is no type, or text tells packets apart.
 */
final class VaryingLengthDecoder extends FrameDecoder {
  private static final long UNKNOWN = -1;

  private final PacketTable table;
  private final FieldLayout length;
  private final FieldLayout type;
  private final int headerBytes;

  VaryingLengthDecoder(PacketTable table) {
    super(table);
    this.table = table;
    this.length = table.length().orElseThrow();
    this.type = table.type().orElse(null);
    this.headerBytes = table.headerBytes();
  }

  @Override
  public Status next(byte[] bytes, int from, int to) {
    int available = to - from;
    long frame = available >= length.end() ? table.frameBytes(length.read(bytes, from)) : UNKNOWN;
    if (available >= length.end()) {
      long value = length.read(bytes, from);
      if (frame < headerBytes) {
        return invalid(Kind.LENGTH_TOO_SMALL, length, value, "is below " + headerPhrase(), UNKNOWN);
      }
      if (table.regular().stream().noneMatch(known -> known.fitsLength(frame))) {
        return invalid(
            Kind.LENGTH_OF_NO_PACKET,
            length,
            value,
            "is that of no packet from the " + table.sender().word() + " (" + lengths() + ")",
            frame);
      }
    }
    return type == null
        ? untyped(bytes, from, available, frame)
        : typed(bytes, from, available, frame);
  }

  private Status body(
      PacketLayout candidate, byte[] bytes, int from, int available, int frameBytes) {
    if (available < frameBytes) {
      return Status.NEED_MORE;
    }
    PacketLayout.Disallowed wrong = candidate.firstDisallowed(bytes, from, frameBytes);
    return wrong == null
        ? complete(candidate, frameBytes)
        : disallowed(candidate, wrong, frameBytes);
  }

  private Status typed(byte[] bytes, int from, int available, long frame) {
    if (available < type.end()) {
      return Status.NEED_MORE;
    }
    long value = type.read(bytes, from);
    PacketLayout candidate = table.byType(value);
    if (candidate == null) {
      return invalid(
          Kind.UNKNOWN_TYPE,
          type,
          value,
          "is no packet from the " + table.sender().word() + " (" + types() + ")",
          frame);
    }
    if (frame == UNKNOWN) {
      return Status.NEED_MORE;
    }
    return fits(candidate, bytes, from, available, frame)
        ? body(candidate, bytes, from, available, (int) frame)
        : unfitLength(candidate, length.read(bytes, from), frame);
  }

  /** Whether the frame has the packet's length, and the count that its length leaves room for. */
  private static boolean fits(
      PacketLayout candidate, byte[] bytes, int from, int available, long frame) {
    if (!candidate.fitsLength(frame)) {
      return false;
    }
    if (candidate.isFixed()) {
      return true;
    }
    ArrayLayout tail = candidate.tail().orElseThrow();
    FieldLayout counter = tail.counter().orElse(null);
    return counter == null
        || available < counter.end()
        || counter.read(bytes, from) * tail.strideBytes() == frame - candidate.lengthBytes();
  }

  /** Without a type, the length and what always stands in the packets tell them apart. */
  private Status untyped(byte[] bytes, int from, int available, long frame) {
    if (frame == UNKNOWN) {
      return Status.NEED_MORE;
    }
    PacketLayout candidate = null;
    for (PacketLayout known : table.regular()) {
      if (candidate == null
          && fits(known, bytes, from, available, frame)
          && known.matches(bytes, from, available)) {
        candidate = known;
      }
    }
    return candidate == null
        ? invalid(
            Kind.UNKNOWN_TYPE,
            length,
            length.read(bytes, from),
            "is that of a packet, but what follows is none of " + names(),
            frame)
        : body(candidate, bytes, from, available, (int) frame);
  }

  private Status unfitLength(PacketLayout candidate, long value, long frame) {
    return invalid(
        Kind.LENGTH_UNFIT_FOR_TYPE,
        length,
        value,
        "does not fit "
            + candidate.name()
            + (candidate.isFixed()
                ? ", whose length is " + table.lengthValue(candidate.lengthBytes())
                : " and the number of its elements"),
        frame);
  }

  private Status invalid(Kind kind, FieldLayout field, long value, String clause, long resume) {
    String message = field.name() + " " + value + " " + clause;
    fault = new FrameFault(kind, field.offset(), field.name(), value, message, resume);
    return Status.INVALID;
  }

  private String headerPhrase() {
    long smallest = table.lengthValue(headerBytes);
    return "the header's " + (smallest == 0 ? "own length" : smallest + " bytes");
  }

  private String lengths() {
    return named(known -> table.lengthValue(known.lengthBytes()));
  }

  private String types() {
    return named(PacketLayout::type);
  }

  private String named(ToLongFunction<PacketLayout> number) {
    List<PacketLayout> packets = table.regular();
    return packets.stream()
        .map(known -> known.name() + " " + number.applyAsLong(known))
        .collect(Collectors.joining(", "));
  }

  private String names() {
    return table.regular().stream().map(PacketLayout::name).collect(Collectors.joining(", "));
  }
}
