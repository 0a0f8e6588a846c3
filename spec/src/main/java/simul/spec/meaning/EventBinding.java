package simul.spec.meaning;

import java.util.List;
import simul.spec.model.Event;
import simul.spec.model.Roles;
import simul.spec.wire.FieldLayout;
import simul.spec.wire.PacketLayout;
import simul.spec.wire.PacketTable;

/** An event with its fields resolved; {@code x} and {@code y} are null where it has no position. */
record EventBinding(
    Event.Role role, Event.When when, FieldLayout id, FieldLayout x, FieldLayout y) {

  private static EventBinding of(Event event, PacketLayout packet) {
    return new EventBinding(
        event.role(),
        event.when(),
        packet.field(event.id()).orElseThrow(),
        event.x().map(name -> packet.field(name).orElseThrow()).orElse(null),
        event.y().map(name -> packet.field(name).orElseThrow()).orElse(null));
  }

  /** The bindings of each packet, by {@link PacketLayout#index()}. */
  static EventBinding[][] compile(Roles roles, PacketTable table) {
    EventBinding[][] byPacket = new EventBinding[table.packets().size()][];
    for (PacketLayout packet : table.packets()) {
      List<EventBinding> bindings =
          roles.events().stream()
              .filter(event -> event.packet().equals(packet.name()))
              .map(event -> of(event, packet))
              .toList();
      byPacket[packet.index()] = bindings.toArray(new EventBinding[0]);
    }
    return byPacket;
  }
}
