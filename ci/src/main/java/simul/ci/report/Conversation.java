package simul.ci.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import simul.conformance.verdict.Transcript;
import simul.spec.meaning.Protocol;
import simul.spec.model.Sender;

/**
 * A transcript as people read it: all events in order of time, with what their bytes mean, and a
 * lane for each client. The tester's farewell is left out.
 *
 * @param rows in order of time
 * @param lanes in the order in which their first connections were opened
 * @param judgedNanos when the outcome was known, if that was recorded
 */
record Conversation(List<Row> rows, List<Lane> lanes, OptionalLong judgedNanos) {
  Conversation {
    rows = List.copyOf(rows);
    lanes = List.copyOf(lanes);
  }

  /**
   * One event.
   *
   * @param lane its number, from 0
   * @param packets that its bytes complete
   * @param rest how many of its bytes belong to a packet that it does not complete
   * @param fault why its bytes are no packet, if they are none
   * @param odd whether that, or an end that the tester did not ask for, wants a reader's eye
   * @param missing what was not kept of its connection just before it
   */
  record Row(
      int lane,
      String client,
      Transcript.Event event,
      List<String> packets,
      int rest,
      Optional<String> fault,
      boolean odd,
      Optional<Transcript.Dropped> missing) {
    Row {
      packets = List.copyOf(packets);
    }

    /** Whether it moved bytes. */
    boolean isSegment() {
      return event.kind() == Transcript.Kind.SENT || event.kind() == Transcript.Kind.RECEIVED;
    }
  }

  /**
   * A client: one connection, or several one after the other.
   *
   * @param client its letter
   */
  record Lane(String client, List<Transcript.Connection> connections) {
    Lane {
      connections = List.copyOf(connections);
    }
  }

  /** Of a long conversation so many rows are shown from the start: how everybody joined. */
  private static final int FIRST_SHOWN = 40;

  /** And so many from the end: what led to the finding. */
  private static final int LAST_SHOWN = 120;

  /**
   * Rows cut to what a reader will look through.
   *
   * @param hidden the rows between the first and the last
   */
  record Excerpt(List<Row> first, List<Row> hidden, List<Row> last) {}

  /** The start and the end of some rows, or all of them when they are few. */
  static Excerpt excerpt(List<Row> rows) {
    int all = rows.size();
    if (all <= FIRST_SHOWN + LAST_SHOWN) {
      return new Excerpt(rows, List.of(), List.of());
    }
    return new Excerpt(
        rows.subList(0, FIRST_SHOWN),
        rows.subList(FIRST_SHOWN, all - LAST_SHOWN),
        rows.subList(all - LAST_SHOWN, all));
  }

  /** Puts a transcript in order and decodes it. */
  static Conversation of(Transcript transcript, Protocol protocol) {
    List<List<Transcript.Connection>> lanes = lanes(transcript.connections());
    List<Row> rows = new ArrayList<>();
    for (int lane = 0; lane < lanes.size(); lane++) {
      for (Transcript.Connection connection : lanes.get(lane)) {
        rows.addAll(rows(lane, connection, protocol));
      }
    }
    // Stable, so that what one connection did at one time stays in its order.
    rows.sort(Comparator.comparingLong(row -> row.event().nanos()));
    OptionalLong judged = transcript.judgedNanos();
    judged.ifPresent(end -> rows.removeIf(row -> row.event().nanos() > end));
    return new Conversation(
        rows, lanes.stream().map(all -> new Lane(all.get(0).client(), all)).toList(), judged);
  }

  /** A client that comes back shares its lane, unless it has two connections at once. */
  private static List<List<Transcript.Connection>> lanes(List<Transcript.Connection> connections) {
    List<List<Transcript.Connection>> lanes = new ArrayList<>();
    Map<String, List<Transcript.Connection>> latest = new HashMap<>();
    for (Transcript.Connection connection : connections) {
      List<Transcript.Connection> lane = latest.get(connection.client());
      if (lane == null || endNanos(lane.get(lane.size() - 1)) > beginNanos(connection)) {
        lane = new ArrayList<>();
        lanes.add(lane);
        latest.put(connection.client(), lane);
      }
      lane.add(connection);
    }
    return lanes;
  }

  private static long beginNanos(Transcript.Connection connection) {
    return connection.first().get(0).nanos();
  }

  /** When the target, or else the tester, ended it; far away when nobody did. */
  private static long endNanos(Transcript.Connection connection) {
    return events(connection).stream()
        .filter(event -> isEnd(event.kind()))
        .mapToLong(Transcript.Event::nanos)
        .min()
        .orElse(Long.MAX_VALUE);
  }

  /** Whether a connection is over with that. */
  static boolean isEnd(Transcript.Kind kind) {
    return switch (kind) {
      case CLOSED, RESET, TARGET_CLOSED, TARGET_RESET -> true;
      case OPENED, SENT, RECEIVED, HALF_CLOSED -> false;
    };
  }

  private static boolean isEndByTester(Transcript.Kind kind) {
    return kind == Transcript.Kind.HALF_CLOSED
        || kind == Transcript.Kind.CLOSED
        || kind == Transcript.Kind.RESET;
  }

  private static boolean isEndByTarget(Transcript.Kind kind) {
    return kind == Transcript.Kind.TARGET_CLOSED || kind == Transcript.Kind.TARGET_RESET;
  }

  private static List<Transcript.Event> events(Transcript.Connection connection) {
    List<Transcript.Event> events = new ArrayList<>(connection.first());
    events.addAll(connection.last());
    return events;
  }

  private static List<Row> rows(int lane, Transcript.Connection connection, Protocol protocol) {
    DecodedStream sent = new DecodedStream(protocol.packets(Sender.CLIENT));
    DecodedStream received = new DecodedStream(protocol.packets(Sender.SERVER));
    List<Row> rows = new ArrayList<>();
    boolean ours = false;
    boolean gap = connection.dropped().events() > 0;
    List<Transcript.Event> events = events(connection);
    for (int i = 0; i < events.size(); i++) {
      Transcript.Event event = events.get(i);
      boolean afterGap = gap && i == connection.first().size();
      if (afterGap) {
        sent.lose();
        received.lose();
      }
      ours = ours || isEndByTester(event.kind());
      DecodedStream stream = event.kind() == Transcript.Kind.SENT ? sent : received;
      stream.add(event);
      rows.add(
          new Row(
              lane,
              connection.client(),
              event,
              stream.packets(),
              stream.rest(),
              stream.fault(),
              stream.fault().isPresent() || !ours && isEndByTarget(event.kind()),
              afterGap ? Optional.of(connection.dropped()) : Optional.empty()));
    }
    return rows;
  }
}
