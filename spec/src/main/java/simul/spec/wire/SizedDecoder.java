package simul.spec.wire;

import java.util.stream.Collectors;
import simul.spec.wire.FrameFault.Kind;

/**
 * Decodes frames without a length: which packet it is says how long it is. The first packet of the
 * spec that has arrived whole and holds what it always holds is it.
 */
final class SizedDecoder extends FrameDecoder {
  /** More elements than any game has players; a count beyond is a broken stream, not a wait. */
  private static final int MOST_ELEMENTS = 65_536;

  private final PacketTable table;
  private final FieldLayout type;
  private final PacketLayout[] packets;

  SizedDecoder(PacketTable table) {
    super(table);
    this.table = table;
    this.type = table.type().orElse(null);
    this.packets = table.regular().toArray(PacketLayout[]::new);
  }

  @Override
  public Status next(byte[] bytes, int from, int to) {
    int available = to - from;
    boolean possible = false;
    for (PacketLayout candidate : packets) {
      if (!isPossible(candidate, bytes, from, available)) {
        continue;
      }
      possible = true;
      int frame = frameBytes(candidate, bytes, from, available);
      if (frame < 0) {
        return badCount(candidate, bytes, from);
      }
      if (frame <= available) {
        PacketLayout.Disallowed wrong = candidate.firstDisallowed(bytes, from, frame);
        return wrong == null ? complete(candidate, frame) : disallowed(candidate, wrong, frame);
      }
    }
    return possible ? Status.NEED_MORE : unknown(bytes, from, available);
  }

  private boolean isPossible(PacketLayout candidate, byte[] bytes, int from, int available) {
    boolean typed = type != null && available >= type.end();
    return (!typed || type.read(bytes, from) == candidate.type())
        && candidate.matches(bytes, from, available);
  }

  /** How long the frame is; more than has arrived while that is not known; negative when never. */
  private static int frameBytes(PacketLayout candidate, byte[] bytes, int from, int available) {
    if (candidate.isFixed()) {
      return candidate.lengthBytes();
    }
    ArrayLayout tail = candidate.tail().orElseThrow();
    FieldLayout counter = tail.counter().orElseThrow();
    if (available < counter.end()) {
      return Integer.MAX_VALUE;
    }
    long count = counter.read(bytes, from);
    return count < 0 || count > MOST_ELEMENTS || !counter.allows(count)
        ? -1
        : candidate.lengthBytes() + (int) count * tail.strideBytes();
  }

  private Status badCount(PacketLayout candidate, byte[] bytes, int from) {
    FieldLayout counter = candidate.tail().orElseThrow().counter().orElseThrow();
    PacketLayout.Disallowed wrong =
        new PacketLayout.Disallowed(counter, counter.offset(), counter.read(bytes, from));
    return disallowed(candidate, wrong, 0);
  }

  private Status unknown(byte[] bytes, int from, int available) {
    String names =
        table.regular().stream()
            .map(known -> known.name() + (type == null ? "" : " " + known.type()))
            .collect(Collectors.joining(", "));
    String sender = "packet from the " + table.sender().word() + " (" + names + ")";
    int resume = table.frameBytesOfAll().orElse(0);
    if (type != null && available >= type.end()) {
      long value = type.read(bytes, from);
      String message = type.name() + " " + value + " is no " + sender;
      fault = new FrameFault(Kind.UNKNOWN_TYPE, type.offset(), type.name(), value, message, resume);
    } else {
      int value = bytes[from] & 0xFF;
      String message = String.format("byte 0x%02x and what follows start no %s", value, sender);
      fault = new FrameFault(Kind.UNKNOWN_TYPE, 0, "", value, message, resume);
    }
    return Status.INVALID;
  }
}
