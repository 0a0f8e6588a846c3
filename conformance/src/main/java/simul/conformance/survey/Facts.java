package simul.conformance.survey;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the facts off a recording. */
final class Facts {
  private static final int MOST_SIZES = 12;

  /** How many bytes of a stream are worth showing. */
  private static final int SHOWN_BYTES = 64;

  /** Fewer than so many without a cause may be one answer in parts. */
  private static final int UNPROMPTED_DELIVERIES = 3;

  private final Recording recording;
  private final List<Delivery> deliveries;
  private final List<ByteStream> streams;
  private final List<Fact> facts = new ArrayList<>();

  Facts(Recording recording) {
    this.recording = recording;
    this.deliveries = recording.deliveries();
    this.streams = recording.streams();
  }

  /** All facts, in the order in which they are best read. */
  List<Fact> list() {
    whoSpeaksFirst();
    whatEachReceived();
    howEachEnded();
    unprompted();
    facts.addAll(new Greetings(recording).facts());
    whoIsHeardToComeAndGo();
    return facts;
  }

  private void whoSpeaksFirst() {
    Optional<Delivery> first =
        deliveries.stream().filter(each -> each.cause().equals(each.connection())).findFirst();
    if (deliveries.isEmpty() && recording.isEveryConnectionClosed()) {
      facts.add(Fact.of(Fact.Kind.CLOSES_SILENTLY));
    } else if (deliveries.isEmpty()) {
      facts.add(Fact.of(Fact.Kind.SILENT, recording.step().toMillis()));
    } else if (first.isPresent()) {
      Delivery delivery = first.get();
      facts.add(
          Fact.of(Fact.Kind.SPEAKS_FIRST, delivery.bytes().length, delivery.since().toMillis()));
    }
  }

  private static byte[] shown(byte[] bytes) {
    return Arrays.copyOf(bytes, Math.min(SHOWN_BYTES, bytes.length));
  }

  private void whatEachReceived() {
    for (String connection : recording.connections()) {
      Optional<ByteStream> received =
          streams.stream().filter(each -> each.connection().equals(connection)).findFirst();
      if (received.isPresent()) {
        ByteStream stream = received.get();
        String sizes =
            stream.pieces().stream()
                .limit(MOST_SIZES)
                .map(piece -> String.valueOf(piece.size()))
                .collect(Collectors.joining(", "));
        Duration firstAt =
            deliveries.stream()
                .filter(each -> each.connection().equals(connection))
                .findFirst()
                .orElseThrow()
                .at();
        facts.add(
            Fact.about(
                shown(stream.bytes()),
                Fact.Kind.RECEIVED,
                connection,
                stream.bytes().length,
                stream.pieces().size(),
                stream.pieces().size() > MOST_SIZES ? sizes + ", ..." : sizes,
                firstAt.minus(recording.openedAt(connection)).toMillis()));
      } else if (!streams.isEmpty()) {
        facts.add(Fact.of(Fact.Kind.RECEIVED_NOTHING, connection));
      }
    }
  }

  private void howEachEnded() {
    recording
        .of(Happening.NotOpened.class)
        .forEach(
            each -> facts.add(Fact.of(Fact.Kind.NOT_OPENED, each.connection(), each.reason())));
    for (String connection : recording.connections()) {
      recording.closedBeforeLeft(connection).ifPresent(closed -> facts.add(ended(closed)));
    }
    recording
        .of(Happening.Overflowed.class)
        .forEach(
            each -> facts.add(Fact.of(Fact.Kind.OVERFLOWED, each.connection(), each.keptBytes())));
    recording
        .of(Happening.Flooded.class)
        .forEach(
            each -> facts.add(Fact.of(Fact.Kind.FLOODED, each.connection(), each.readBytes())));
  }

  private Fact ended(Happening.Closed closed) {
    Fact.Kind kind = closed.reset() ? Fact.Kind.RESET : Fact.Kind.CLOSED;
    Duration after = closed.at().minus(recording.openedAt(closed.connection()));
    return Fact.of(kind, closed.connection(), after.toMillis());
  }

  private void unprompted() {
    for (String connection : recording.connections()) {
      List<Delivery> own = unpromptedOn(connection);
      if (!own.isEmpty()) {
        long[] gaps = new long[own.size() - 1];
        for (int i = 0; i < gaps.length; i++) {
          gaps[i] = own.get(i + 1).at().minus(own.get(i).at()).toMillis();
        }
        Arrays.sort(gaps);
        facts.add(
            Fact.of(Fact.Kind.UNPROMPTED, connection, own.size(), gaps[(gaps.length - 1) / 2]));
      }
    }
  }

  /**
   * What a connection received between its own opening and the next event, when it kept coming for
   * longer than half of the time: no answer takes that long in parts.
   */
  private List<Delivery> unpromptedOn(String connection) {
    List<Delivery> own =
        deliveries.stream()
            .filter(each -> each.connection().equals(connection))
            .filter(each -> each.cause().equals(connection))
            .filter(each -> each.occasion() != Occasion.LEAVE)
            .toList();
    boolean late =
        !own.isEmpty()
            && own.get(own.size() - 1).since().compareTo(recording.step().dividedBy(2)) > 0;
    return late && own.size() >= UNPROMPTED_DELIVERIES ? own : List.of();
  }

  private void whoIsHeardToComeAndGo() {
    if (deliveries.isEmpty()) {
      return;
    }
    List<String> present = new ArrayList<>();
    for (Happening happening : recording.happenings()) {
      String connection = happening.connection();
      if (happening instanceof Happening.Opened) {
        present.forEach(hearer -> heard(hearer, happening, Occasion.JOIN));
        present.add(connection);
      } else if (happening instanceof Happening.Left) {
        present.remove(connection);
        present.forEach(hearer -> heard(hearer, happening, Occasion.LEAVE));
      } else if (happening instanceof Happening.Closed && present.remove(connection)) {
        present.stream()
            .filter(hearer -> !heardBy(hearer, happening, Occasion.LEAVE).isEmpty())
            .forEach(hearer -> heard(hearer, happening, Occasion.LEAVE));
      }
    }
  }

  private List<Delivery> heardBy(String hearer, Happening cause, Occasion occasion) {
    return deliveries.stream()
        .filter(each -> each.connection().equals(hearer))
        .filter(each -> each.cause().equals(cause.connection()))
        .filter(each -> each.occasion() == occasion)
        .toList();
  }

  private void heard(String hearer, Happening cause, Occasion occasion) {
    boolean join = occasion == Occasion.JOIN;
    List<Delivery> heard = heardBy(hearer, cause, occasion);
    if (heard.isEmpty()) {
      Fact.Kind kind = join ? Fact.Kind.JOIN_NOT_HEARD : Fact.Kind.LEAVE_NOT_HEARD;
      facts.add(Fact.of(kind, hearer, cause.connection()));
    } else if (!unpromptedOn(hearer).isEmpty()) {
      Fact.Kind kind = join ? Fact.Kind.JOIN_UNCLEAR : Fact.Kind.LEAVE_UNCLEAR;
      facts.add(Fact.of(kind, hearer, cause.connection()));
    } else {
      byte[] bytes = ByteStream.of(hearer, heard, false).bytes();
      facts.add(
          Fact.about(
              shown(bytes),
              join ? Fact.Kind.JOIN_HEARD : Fact.Kind.LEAVE_HEARD,
              hearer,
              cause.connection(),
              bytes.length,
              heard.get(0).since().toMillis()));
    }
  }
}
