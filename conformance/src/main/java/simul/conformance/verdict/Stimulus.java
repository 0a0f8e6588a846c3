package simul.conformance.verdict;

import java.util.List;

/**
 * What the clients did before the finding showed: the part of a script that the target had to
 * answer.
 *
 * @param sends one entry for each client that sent something, in the order of their first bytes
 * @param deeds what they did besides, in order
 */
public record Stimulus(List<Sent> sends, List<Deed> deeds, Evidence evidence) {
  public Stimulus {
    sends = List.copyOf(sends);
    deeds = List.copyOf(deeds);
  }

  /** Bytes only. */
  public Stimulus(List<Sent> sends, Evidence evidence) {
    this(sends, List.of(), evidence);
  }

  /**
   * The bytes of one client.
   *
   * @param client its letter
   * @param packets what the bytes are, packet by packet: {@code MOVE right}
   * @param unfinished whether the start of a packet follows those
   * @param segmentBytes the size of each write, in bytes
   * @param cut whether some write ended within a packet
   * @param coalesced whether some write completed several packets
   */
  public record Sent(
      String client,
      List<String> packets,
      boolean unfinished,
      List<Integer> segmentBytes,
      boolean cut,
      boolean coalesced) {
    public Sent {
      packets = List.copyOf(packets);
      segmentBytes = List.copyOf(segmentBytes);
    }

    /** Bytes that are whole packets, or no packets at all. */
    public Sent(
        String client,
        List<String> packets,
        List<Integer> segmentBytes,
        boolean cut,
        boolean coalesced) {
      this(client, packets, false, segmentBytes, cut, coalesced);
    }

    /** All bytes together. */
    public int bytes() {
      return segmentBytes.stream().mapToInt(Integer::intValue).sum();
    }
  }

  /**
   * Something that clients did other than send.
   *
   * @param clients their letters
   */
  public record Deed(Kind kind, List<String> clients) {
    public Deed {
      clients = List.copyOf(clients);
    }

    /** What it was. */
    public enum Kind {
      JOINED,
      KNOCKED,
      CLOSED,
      HALF_CLOSED,
      RESET,
      SAID_GOODBYE,
      SENT_GARBAGE,
      STOPPED_READING,
      READ_ON
    }
  }
}
