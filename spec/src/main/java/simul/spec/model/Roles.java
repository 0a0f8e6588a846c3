package simul.spec.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The meaning half of a spec: what a client says and how, and what the server's packets tell it.
 *
 * @param identity how a client comes to know its own ID
 * @param hello what a client sends before anything else; empty where the server speaks first
 * @param moves one entry for each direction
 * @param bye what a client may send before it closes; empty where it just closes
 * @param poke a request that changes nothing and is answered with the world as it is
 * @param events every role a server packet plays, in the order of the file
 * @param snapshots every packet that shows all players
 */
public record Roles(
    Identity identity,
    List<Send> hello,
    Map<Direction, Send> moves,
    List<Send> bye,
    Optional<Send> poke,
    List<Event> events,
    List<Snapshot> snapshots) {
  public Roles {
    hello = List.copyOf(hello);
    moves = Collections.unmodifiableMap(new EnumMap<>(moves));
    bye = List.copyOf(bye);
    events = List.copyOf(events);
    snapshots = List.copyOf(snapshots);
  }

  /** How a client comes to know its own ID. */
  public enum Identity {
    /** An event of role {@link Event.Role#SELF} tells it. */
    TOLD,
    /** The client chooses it: its own number. */
    CHOSEN,
    /** It is the last player of the first snapshot. */
    LAST,
    /** Nothing says so: it is the piece that none of the others is. */
    NEVER;

    /** The word in spec files. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The events of one role, in the order of the file. */
  public List<Event> events(Event.Role role) {
    return events.stream().filter(event -> event.role() == role).toList();
  }

  /** Whether some packet plays the role. */
  public boolean tells(Event.Role role) {
    return events.stream().anyMatch(event -> event.role() == role);
  }
}
