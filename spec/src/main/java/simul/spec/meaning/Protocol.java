package simul.spec.meaning;

import java.util.function.Consumer;
import simul.spec.model.Direction;
import simul.spec.model.Event;
import simul.spec.model.Roles;
import simul.spec.model.Sender;
import simul.spec.model.Spec;
import simul.spec.wire.PacketTable;
import simul.spec.world.Anomaly;
import simul.spec.world.WorldView;

/**
 * A spec compiled for use: the way from the game to bytes and back, for both ends. Immutable and
 * shared; the decoders that it makes belong to one connection each.
 */
public final class Protocol {
  private final Spec spec;
  private final PacketTable requests;
  private final PacketTable events;
  private final RequestTable requestTable;
  private final RequestEncoder requestEncoder;
  private final EventEncoder eventEncoder;
  private final EventBinding[][] eventsByPacket;
  private final SnapshotBinding[] snapshotsByPacket;

  private Protocol(Spec spec) {
    this.spec = spec;
    this.requests = PacketTable.of(spec, Sender.CLIENT);
    this.events = PacketTable.of(spec, Sender.SERVER);
    this.requestTable = new RequestTable(spec.roles(), spec.world(), requests);
    this.requestEncoder = new RequestEncoder(requestTable);
    this.eventEncoder = new EventEncoder(spec.roles(), spec.world(), events);
    this.eventsByPacket = EventBinding.compile(spec.roles(), events);
    this.snapshotsByPacket = SnapshotBinding.compile(spec.roles(), events);
  }

  /** Compiles a spec. */
  public static Protocol of(Spec spec) {
    return new Protocol(spec);
  }

  public Spec spec() {
    return spec;
  }

  /** The packets of one end as bytes: for dumps and for deliberately wrong encodings. */
  public PacketTable packets(Sender sender) {
    return sender == Sender.CLIENT ? requests : events;
  }

  /** How a client writes its requests. */
  public RequestEncoder requestEncoder() {
    return requestEncoder;
  }

  /** What reports call a move: the packet and the way, {@code MOVE right}. */
  public String moveName(Direction direction) {
    return spec.roles().moves().get(direction).packet() + " " + direction.word();
  }

  /** A server's ear for one new connection. */
  public RequestDecoder newRequestDecoder() {
    return new RequestDecoder(requests.newDecoder(), requestTable);
  }

  /** How a server writes what it announces. */
  public EventEncoder eventEncoder() {
    return eventEncoder;
  }

  /**
   * A client's ear for one new connection.
   *
   * @param client the client's number, from 0
   */
  public EventDecoder newEventDecoder(int client) {
    return new EventDecoder(
        events.newDecoder(),
        eventsByPacket,
        snapshotsByPacket,
        spec.roles().identity(),
        spec.world(),
        client);
  }

  /** The ear of a client that is the only one, or whose number does not matter. */
  public EventDecoder newEventDecoder() {
    return newEventDecoder(0);
  }

  /** An empty view of the world, for a client that has just connected. */
  public WorldView newView(Consumer<Anomaly> anomalies) {
    boolean nameless = spec.roles().identity() == Roles.Identity.NEVER;
    boolean snapshots = !spec.roles().snapshots().isEmpty();
    boolean entriesAnnounced = snapshots || spec.roles().tells(Event.Role.ENTER);
    return new WorldView(
        spec.world(),
        entriesAnnounced,
        anomaly -> {
          if (!nameless || anomaly.kind() != Anomaly.Kind.BEFORE_SELF) {
            anomalies.accept(anomaly);
          }
        });
  }
}
