package simul.spec.wire;

import java.util.stream.Collectors;
import simul.spec.wire.FrameFault.Kind;

/** Decodes frames that start with a header of length and type. */
final class LengthPrefixedDecoder extends FrameDecoder {
  private final PacketTable table;
  private final FieldLayout length;
  private final FieldLayout type;
  private final int headerBytes;

  LengthPrefixedDecoder(PacketTable table) {
    this.table = table;
    this.length = table.length();
    this.type = table.type();
    this.headerBytes = table.headerBytes();
  }

  @Override
  public Status next(byte[] bytes, int from, int to) {
    int available = to - from;
    if (available >= headerBytes) {
      PacketLayout candidate = table.byType(type.read(bytes, from));
      if (candidate != null
          && table.frameBytes(length.read(bytes, from)) == candidate.lengthBytes()) {
        return body(candidate, bytes, from, available);
      }
    }
    return incompleteOrWrongHeader(bytes, from, available);
  }

  private Status body(PacketLayout candidate, byte[] bytes, int from, int available) {
    if (available < candidate.lengthBytes()) {
      return Status.NEED_MORE;
    }
    FieldLayout disallowed = candidate.firstDisallowed(bytes, from);
    if (disallowed != null) {
      return disallowedValue(candidate, disallowed, disallowed.read(bytes, from));
    }
    packet = candidate;
    lengthBytes = candidate.lengthBytes();
    return Status.COMPLETE;
  }

  /** Every way a header can be unfinished or wrong; off the fast path. */
  private Status incompleteOrWrongHeader(byte[] bytes, int from, int available) {
    boolean lengthKnown = available >= length.end();
    if (lengthKnown) {
      long value = length.read(bytes, from);
      long frame = table.frameBytes(value);
      if (frame < headerBytes) {
        return invalid(Kind.LENGTH_TOO_SMALL, length, value, "is below " + headerPhrase());
      }
      if (table.packets().stream().noneMatch(known -> known.lengthBytes() == frame)) {
        return invalid(
            Kind.LENGTH_OF_NO_PACKET,
            length,
            value,
            "is that of no packet from the " + table.sender().word() + " (" + lengths() + ")");
      }
    }
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
          "is no packet from the " + table.sender().word() + " (" + types() + ")");
    }
    return lengthKnown ? unfitLength(candidate, length.read(bytes, from)) : Status.NEED_MORE;
  }

  private Status unfitLength(PacketLayout candidate, long value) {
    if (table.frameBytes(value) == candidate.lengthBytes()) {
      return Status.NEED_MORE;
    }
    return invalid(
        Kind.LENGTH_UNFIT_FOR_TYPE,
        length,
        value,
        "does not fit "
            + candidate.name()
            + ", whose length is "
            + table.lengthValue(candidate.lengthBytes()));
  }

  private Status disallowedValue(PacketLayout candidate, FieldLayout field, long value) {
    return invalid(
        Kind.VALUE_NOT_ALLOWED,
        field,
        value,
        "in " + candidate.name() + " is outside " + field.allowedPhrase());
  }

  private Status invalid(Kind kind, FieldLayout field, long value, String clause) {
    String message = field.name() + " " + value + " " + clause;
    fault = new FrameFault(kind, field.offset(), field.name(), value, message);
    return Status.INVALID;
  }

  private String headerPhrase() {
    long smallest = table.lengthValue(headerBytes);
    return "the header's " + (smallest == 0 ? "own length" : smallest + " bytes");
  }

  private String lengths() {
    return table.packets().stream()
        .map(known -> known.name() + " " + table.lengthValue(known.lengthBytes()))
        .collect(Collectors.joining(", "));
  }

  private String types() {
    return table.packets().stream()
        .map(known -> known.name() + " " + known.type())
        .collect(Collectors.joining(", "));
  }
}
