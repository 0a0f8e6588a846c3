package simul.spec.wire;

import simul.spec.wire.FrameFault.Kind;

/** Decodes what comes once, bare, at the start of a stream, and then goes on with the rest. */
final class OpeningDecoder extends FrameDecoder {
  private final PacketLayout[] openings;
  private final FrameDecoder rest;
  private int met;

  OpeningDecoder(PacketTable table, FrameDecoder rest) {
    super(table);
    this.openings = table.openings().toArray(PacketLayout[]::new);
    this.rest = rest;
  }

  @Override
  public Status next(byte[] bytes, int from, int to) {
    if (met == openings.length) {
      Status status = rest.next(bytes, from, to);
      lengthBytes = rest.lengthBytes();
      fault = rest.fault();
      takePacket();
      return status;
    }
    PacketLayout opening = openings[met];
    int available = to - from;
    if (!opening.matches(bytes, from, available)) {
      String message = "this is not " + opening.name() + ", with which the stream must start";
      fault = new FrameFault(Kind.UNKNOWN_TYPE, 0, "", bytes[from] & 0xFF, message, 0);
      return Status.INVALID;
    }
    if (available < opening.lengthBytes()) {
      return Status.NEED_MORE;
    }
    PacketLayout.Disallowed wrong = opening.firstDisallowed(bytes, from, opening.lengthBytes());
    if (wrong != null) {
      return disallowed(opening, wrong, opening.lengthBytes());
    }
    met++;
    return complete(opening, opening.lengthBytes());
  }

  @Override
  public boolean nextPacket() {
    boolean more = met == openings.length && rest.nextPacket();
    if (more) {
      takePacket();
    }
    return more;
  }

  private void takePacket() {
    packetIndex = rest.packetIndex;
    packetOffset = rest.packetOffset();
    packetBytes = rest.packetBytes();
  }
}
