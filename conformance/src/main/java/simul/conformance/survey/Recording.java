package simul.conformance.survey;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All that happened while our connections listened, in order. Nothing was sent on any of them.
 *
 * @param step how long was listened after each connection was opened or left
 */
public record Recording(List<Happening> happenings, Duration step) {
  public Recording {
    happenings = List.copyOf(happenings);
  }

  /** The connections that were opened, in order. */
  public List<String> connections() {
    return of(Happening.Opened.class).map(Happening::connection).toList();
  }

  /** The happenings of one kind, in order. */
  <T extends Happening> Stream<T> of(Class<T> kind) {
    return happenings.stream().filter(kind::isInstance).map(kind::cast);
  }

  /** Whether more came on the connection than was kept, so that its last frame may be cut. */
  boolean isCut(String connection) {
    return of(Happening.Overflowed.class).anyMatch(each -> each.connection().equals(connection));
  }

  /** When the connection was opened. */
  Duration openedAt(String connection) {
    return of(Happening.Opened.class)
        .filter(opened -> opened.connection().equals(connection))
        .findFirst()
        .orElseThrow()
        .at();
  }

  /** How the target closed the connection, when it did so before we left it. */
  Optional<Happening.Closed> closedBeforeLeft(String connection) {
    for (Happening happening : happenings) {
      if (happening.connection().equals(connection)) {
        if (happening instanceof Happening.Closed closed) {
          return Optional.of(closed);
        } else if (happening instanceof Happening.Left) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  /** Whether the target closed every connection that it accepted, before we left it. */
  boolean isEveryConnectionClosed() {
    return connections().stream().allMatch(each -> closedBeforeLeft(each).isPresent());
  }

  /** Everything received, in order, each with what may have caused it. */
  List<Delivery> deliveries() {
    List<Delivery> deliveries = new ArrayList<>();
    Set<String> open = new LinkedHashSet<>();
    Set<String> cameAlone = new LinkedHashSet<>();
    Happening cause = null;
    for (Happening happening : happenings) {
      String connection = happening.connection();
      if (happening instanceof Happening.Received received) {
        deliveries.add(delivery(received, cause, cameAlone.contains(connection)));
      } else if (happening instanceof Happening.Opened) {
        if (open.isEmpty()) {
          cameAlone.add(connection);
        }
        open.add(connection);
        cause = happening;
      } else if (ends(happening) && open.remove(connection)) {
        cause = happening;
      }
    }
    return deliveries;
  }

  private static boolean ends(Happening happening) {
    return happening instanceof Happening.Left || happening instanceof Happening.Closed;
  }

  private static Delivery delivery(Happening.Received received, Happening cause, boolean alone) {
    Occasion occasion;
    if (ends(cause)) {
      occasion = Occasion.LEAVE;
    } else if (!cause.connection().equals(received.connection())) {
      occasion = Occasion.JOIN;
    } else {
      occasion = alone ? Occasion.GREETING_ALONE : Occasion.GREETING_AMONG_OTHERS;
    }
    return new Delivery(
        received.connection(),
        received.at(),
        received.at().minus(cause.at()),
        occasion,
        cause.connection(),
        received.bytes());
  }

  /**
   * What each connection received, as one stream of bytes; those that received nothing left out.
   */
  List<ByteStream> streams() {
    List<Delivery> deliveries = deliveries();
    return connections().stream()
        .map(
            name ->
                ByteStream.of(
                    name,
                    deliveries.stream().filter(each -> each.connection().equals(name)).toList(),
                    isCut(name)))
        .filter(stream -> stream.bytes().length > 0)
        .toList();
  }
}
