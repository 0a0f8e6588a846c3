package simul.spec.wire;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import simul.spec.wire.FrameFault.Kind;

/**
 * Judges a frame that is not whole or not valid: whether the bytes that have arrived can still
 * become a packet, and if not, which field proves it. Fields are looked at in their order and to
 * the last byte that is there, so the answer is the earliest one. Immutable.
 */
final class FrameStart {
  private final PacketTable table;
  private final List<FieldLayout> header;
  private final FieldLayout length;
  private final FieldLayout type;

  FrameStart(PacketTable table) {
    this.table = table;
    this.header = table.header();
    this.length = table.length().orElseThrow();
    this.type = table.type().orElseThrow();
  }

  /**
   * The first fault, or null while some continuation makes a packet. Allocates for a fault only.
   *
   * @param available how many bytes from the start of the frame have arrived
   */
  FrameFault fault(byte[] bytes, int frame, int available) {
    FrameFault found = headerFault(bytes, frame, available);
    if (found != null || available < table.headerBytes()) {
      return found;
    }
    PacketLayout packet = table.byType(type.read(bytes, frame));
    FieldLayout field = firstDisallowed(packet.fields(), bytes, frame, available);
    if (field == null) {
      return null;
    }
    return disallowed(field, "in " + packet.name() + " is outside ", bytes, frame, available);
  }

  private FrameFault headerFault(byte[] bytes, int frame, int available) {
    for (int i = 0; i < header.size(); i++) {
      FieldLayout field = header.get(i);
      int arrived = field.arrivedBytes(available);
      if (arrived == 0) {
        return null;
      }
      if (field == length || field == type) {
        if (!isStartOfSome(bytes, frame, field.offset() + arrived)) {
          return field == length
              ? lengthFault(bytes, frame, arrived)
              : typeFault(bytes, frame, arrived);
        }
      } else if (!FieldStart.canBecomeAllowed(field, bytes, frame, arrived)) {
        return disallowed(field, "is outside ", bytes, frame, available);
      }
    }
    return null;
  }

  /** Whether length and type, as far as they come before {@code end}, are those of some packet. */
  private boolean isStartOfSome(byte[] bytes, int frame, int end) {
    List<PacketLayout> packets = table.regular();
    for (int i = 0; i < packets.size(); i++) {
      PacketLayout packet = packets.get(i);
      if (packet.agrees(length, bytes, frame, end) && packet.agrees(type, bytes, frame, end)) {
        return true;
      }
    }
    return false;
  }

  private static FieldLayout firstDisallowed(
      List<FieldLayout> fields, byte[] bytes, int frame, int available) {
    for (int i = 0; i < fields.size(); i++) {
      FieldLayout field = fields.get(i);
      if (!FieldStart.canBecomeAllowed(field, bytes, frame, field.arrivedBytes(available))) {
        return field;
      }
    }
    return null;
  }

  private FrameFault lengthFault(byte[] bytes, int frame, int arrived) {
    boolean whole = arrived == length.scalar().bytes();
    if (whole && length.read(bytes, frame) < table.lengthValue(table.headerBytes())) {
      return fault(
          Kind.LENGTH_TOO_SMALL, length, bytes, frame, arrived, "is below " + headerPhrase());
    }
    int end = length.offset() + arrived;
    if (table.regular().stream().anyMatch(packet -> packet.agrees(length, bytes, frame, end))) {
      return unfit(bytes, frame, arrived, end);
    }
    return fault(
        Kind.LENGTH_OF_NO_PACKET,
        length,
        bytes,
        frame,
        arrived,
        "is that of no packet from the "
            + table.sender().word()
            + " ("
            + lengths(any -> true)
            + ")");
  }

  private FrameFault typeFault(byte[] bytes, int frame, int arrived) {
    int end = type.offset() + arrived;
    if (table.regular().stream().anyMatch(packet -> packet.agrees(type, bytes, frame, end))) {
      return unfit(bytes, frame, length.arrivedBytes(end), end);
    }
    String types =
        table.regular().stream()
            .map(known -> known.name() + " " + known.type())
            .collect(Collectors.joining(", "));
    return fault(
        Kind.UNKNOWN_TYPE,
        type,
        bytes,
        frame,
        arrived,
        "is no packet from the " + table.sender().word() + " (" + types + ")");
  }

  /** Length and type are each those of some packet, but of no one packet. */
  private FrameFault unfit(byte[] bytes, int frame, int lengthArrived, int end) {
    List<PacketLayout> meant =
        table.regular().stream().filter(p -> p.agrees(type, bytes, frame, end)).toList();
    PacketLayout first = meant.get(0);
    String clause =
        meant.size() == 1
            ? "does not fit "
                + first.name()
                + ", whose length is "
                + table.lengthValue(first.lengthBytes())
            : "fits none of " + lengths(meant::contains);
    return fault(Kind.LENGTH_UNFIT_FOR_TYPE, length, bytes, frame, lengthArrived, clause);
  }

  private FrameFault disallowed(
      FieldLayout field, String isOutside, byte[] bytes, int frame, int available) {
    String clause = isOutside + field.allowedPhrase();
    int arrived = field.arrivedBytes(available);
    return fault(Kind.VALUE_NOT_ALLOWED, field, bytes, frame, arrived, clause);
  }

  private FrameFault fault(
      Kind kind, FieldLayout field, byte[] bytes, int frame, int arrived, String clause) {
    boolean whole = arrived == field.scalar().bytes();
    boolean resumes = kind != Kind.LENGTH_TOO_SMALL && isLengthThere(field, arrived);
    int at = frame + field.offset();
    String shown =
        whole
            ? field.scalar().text(field.read(bytes, frame))
            : HexDump.hex(bytes, at, at + arrived) + " ..";
    long value = FieldStart.value(field, bytes, frame, arrived);
    return new FrameFault(
        kind,
        field.offset(),
        field.name(),
        value,
        field.name() + " " + shown + " " + clause,
        resumes ? table.frameBytes(length.read(bytes, frame)) : 0);
  }

  /** Whether all of the length has come when so many bytes of a field have. */
  private boolean isLengthThere(FieldLayout field, int arrived) {
    return length.end() <= field.offset() + arrived;
  }

  private String headerPhrase() {
    long smallest = table.lengthValue(table.headerBytes());
    return "the header's " + (smallest == 0 ? "own length" : smallest + " bytes");
  }

  private String lengths(Predicate<PacketLayout> which) {
    return table.regular().stream()
        .filter(which)
        .map(known -> known.name() + " " + table.lengthValue(known.lengthBytes()))
        .collect(Collectors.joining(", "));
  }
}
