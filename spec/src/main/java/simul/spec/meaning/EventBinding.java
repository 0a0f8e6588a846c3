package simul.spec.meaning;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import simul.spec.model.Event;
import simul.spec.model.Roles;
import simul.spec.wire.FieldLayout;
import simul.spec.wire.PacketLayout;
import simul.spec.wire.PacketTable;

/**
 * An event with its fields resolved; {@code id} is null where it is the client itself, {@code x},
 * {@code y} and {@code echo} where the packet lacks them.
 */
record EventBinding(
    Event.Role role,
    Event.When when,
    CompiledCondition condition,
    PacketLayout packet,
    FieldLayout id,
    FieldLayout x,
    FieldLayout y,
    FieldLayout echo) {

  private static EventBinding of(Event event, PacketLayout packet) {
    return new EventBinding(
        event.role(),
        event.when(),
        CompiledCondition.of(event.condition(), name -> packet.field(name).orElseThrow()),
        packet,
        resolve(event.id(), packet),
        resolve(event.x(), packet),
        resolve(event.y(), packet),
        resolve(event.echo(), packet));
  }

  private static FieldLayout resolve(Optional<String> name, PacketLayout packet) {
    return name.map(field -> packet.field(field).orElseThrow()).orElse(null);
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

  /** The first binding of a role, in the order of the file. */
  static Optional<EventBinding> first(Event.Role role, Roles roles, PacketTable table) {
    return roles.events(role).stream()
        .findFirst()
        .map(event -> of(event, table.packet(event.packet()).orElseThrow()));
  }

  /** Whether it speaks in the first, or a later, occurrence of its packet. */
  boolean speaks(boolean first, byte[] bytes, int base) {
    boolean due =
        switch (when) {
          case ALWAYS -> true;
          case FIRST -> first;
          case LATER -> !first;
        };
    return due && condition.holds(bytes, base);
  }

  @Override
  public String toString() {
    return role.word() + " in " + packet.name() + " " + Arrays.asList(id, x, y);
  }
}
