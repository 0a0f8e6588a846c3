package simul.spec.header;

import java.util.List;
import java.util.Optional;

/**
 * How the packets of one end of a drafted spec start.
 *
 * @param header the fields that all of them start with; empty when there are none
 * @param length name of the header field that holds the length
 * @param countsBody whether the length leaves the header out
 * @param lengthReason why it is the length, and why it counts what it counts
 * @param type name of the header field that holds the type
 * @param typeReason why it is the type
 */
record DraftFraming(
    List<DraftField> header,
    Optional<String> length,
    boolean countsBody,
    String lengthReason,
    Optional<String> type,
    String typeReason) {
  /** Packets without anything in common. */
  static final DraftFraming BARE =
      new DraftFraming(List.of(), Optional.empty(), false, "", Optional.empty(), "");

  DraftFraming {
    header = List.copyOf(header);
  }

  /** Whether its header is written as the other's. */
  boolean hasHeaderOf(DraftFraming other) {
    if (header.size() != other.header.size()) {
      return false;
    }
    for (int i = 0; i < header.size(); i++) {
      if (!header.get(i).isLike(other.header.get(i))) {
        return false;
      }
    }
    return true;
  }

  int headerBytes() {
    return header.isEmpty() ? 0 : header.get(header.size() - 1).end();
  }
}
