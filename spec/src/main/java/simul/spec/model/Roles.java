package simul.spec.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The meaning half of a spec: how a client says a move, and what the server's packets tell it.
 *
 * @param moves one entry for each direction
 * @param events every role a server packet plays, in the order of the file
 */
public record Roles(Map<Direction, Send> moves, List<Event> events) {
  public Roles {
    moves = Collections.unmodifiableMap(new EnumMap<>(moves));
    events = List.copyOf(events);
  }

  /** The events of one role, in the order of the file. */
  public List<Event> events(Event.Role role) {
    return events.stream().filter(event -> event.role() == role).toList();
  }
}
