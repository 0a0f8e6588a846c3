package simul.spec.meaning;

import java.util.function.Consumer;
import simul.spec.model.Event;
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
  private final RequestEncoder requestEncoder;
  private final EventEncoder eventEncoder;
  private final MoveBinding[][] movesByPacket;
  private final EventBinding[][] eventsByPacket;

  private Protocol(Spec spec) {
    this.spec = spec;
    this.requests = PacketTable.of(spec, Sender.CLIENT);
    this.events = PacketTable.of(spec, Sender.SERVER);
    this.movesByPacket = MoveBinding.compile(spec.roles(), requests);
    this.eventsByPacket = EventBinding.compile(spec.roles(), events);
    this.requestEncoder = new RequestEncoder(spec.roles(), requests);
    this.eventEncoder = new EventEncoder(spec.roles(), events);
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

  /** A server's ear for one new connection. */
  public RequestDecoder newRequestDecoder() {
    return new RequestDecoder(requests.newDecoder(), movesByPacket);
  }

  /** How a server writes what it announces. */
  public EventEncoder eventEncoder() {
    return eventEncoder;
  }

  /** A client's ear for one new connection. */
  public EventDecoder newEventDecoder() {
    return new EventDecoder(events.newDecoder(), eventsByPacket);
  }

  /** An empty view of the world, for a client that has just connected. */
  public WorldView newView(Consumer<Anomaly> anomalies) {
    boolean entriesAnnounced = !spec.roles().events(Event.Role.ENTER).isEmpty();
    return new WorldView(spec.world(), entriesAnnounced, anomalies);
  }
}
