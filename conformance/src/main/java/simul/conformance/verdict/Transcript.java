package simul.conformance.verdict;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * What passed over the connections of a trial, as the tester's own calls saw it: each write, each
 * read, each beginning and end. Bounded: of a long recording the start and the end are kept, and
 * what is missing between them is counted.
 *
 * @param begun when the recording began; the times of all events count from here
 * @param judgedNanos when the outcome was known, if that was recorded; later events are the
 *     tester's farewell
 * @param connections in the order in which they were opened
 * @param droppedConnections how many are missing from the middle of that list
 */
public record Transcript(
    Instant begun, OptionalLong judgedNanos, List<Connection> connections, int droppedConnections) {
  public Transcript {
    connections = List.copyOf(connections);
  }

  /**
   * What passed over one connection.
   *
   * @param client the letter that reports call it by; several connections may share it
   * @param first the events from its opening on
   * @param dropped what is missing between the first events and the last
   * @param last the last events; empty when the first ones are all
   */
  public record Connection(
      String client,
      InetSocketAddress local,
      InetSocketAddress remote,
      List<Event> first,
      Dropped dropped,
      List<Event> last) {
    public Connection {
      first = List.copyOf(first);
      last = List.copyOf(last);
    }
  }

  /**
   * What was not kept of a connection.
   *
   * @param bytes of the dropped events, and of events whose bytes were kept in part
   */
  public record Dropped(long events, long bytes) {}

  /**
   * One call of the tester, or what it learned by it.
   *
   * @param nanos since the recording began
   * @param size how many bytes were sent or received; 0 for the other kinds
   * @param bytes the first of them, or all
   */
  public record Event(Kind kind, long nanos, int size, byte[] bytes) {
    public Event {
      bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
      return bytes.clone();
    }

    /** Whether all of its bytes were kept. */
    public boolean isWhole() {
      return bytes.length == size;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Event that
          && kind == that.kind
          && nanos == that.nanos
          && size == that.size
          && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
      return Objects.hash(kind, nanos, size, Arrays.hashCode(bytes));
    }
  }

  /** What happened to a connection. */
  public enum Kind {
    /** The tester has opened it. */
    OPENED,
    /** The tester has written bytes with one write. */
    SENT,
    /** The tester has read bytes with one read. */
    RECEIVED,
    /** The tester has ended its sending half. */
    HALF_CLOSED,
    /** The tester has closed it. */
    CLOSED,
    /** The tester has reset it. */
    RESET,
    /** The tester has read the end of the stream: the target has closed its half. */
    TARGET_CLOSED,
    /** A call of the tester failed: the target has reset the connection. */
    TARGET_RESET;

    /** Whether it is the target's doing. */
    public boolean isTargets() {
      return this == RECEIVED || this == TARGET_CLOSED || this == TARGET_RESET;
    }
  }
}
