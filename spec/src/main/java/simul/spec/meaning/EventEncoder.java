package simul.spec.meaning;

import java.util.Arrays;
import java.util.List;
import simul.spec.model.Event;
import simul.spec.model.Roles;
import simul.spec.wire.PacketLayout;
import simul.spec.wire.PacketTable;
import simul.spec.world.Cell;

/**
 * A server's mouth: turns world events into packets. Where the packet of an arrival has no position
 * in it, a position packet follows it. Immutable; every call returns a fresh array.
 */
public final class EventEncoder {
  private final Announcement self;
  private final Announcement enter;
  private final Announcement position;
  private final Announcement leave;

  EventEncoder(Roles roles, PacketTable table) {
    this.self = Announcement.of(Event.Role.SELF, roles, table);
    this.enter = Announcement.of(Event.Role.ENTER, roles, table);
    this.position = Announcement.of(Event.Role.POSITION, roles, table);
    this.leave = Announcement.of(Event.Role.LEAVE, roles, table);
  }

  /** What a newcomer hears of itself: its ID and where its piece is. */
  public byte[] self(int id, Cell cell) {
    return arrival(self, id, cell);
  }

  /** What anybody hears of somebody else who is there: the ID and where the piece is. */
  public byte[] enter(int id, Cell cell) {
    return arrival(enter, id, cell);
  }

  /** Where a piece is now. */
  public byte[] position(int id, Cell cell) {
    return position.encode(id, cell);
  }

  /** That somebody has left. */
  public byte[] leave(int id) {
    return leave.encode(id, new Cell(0, 0));
  }

  private byte[] arrival(Announcement arrival, int id, Cell cell) {
    byte[] first = arrival.encode(id, cell);
    if (arrival.binding.x() != null) {
      return first;
    }
    byte[] second = position.encode(id, cell);
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  /** The packet that carries a role, with the role's fields in it. */
  private record Announcement(PacketLayout packet, EventBinding binding) {

    static Announcement of(Event.Role role, Roles roles, PacketTable table) {
      List<Event> events = roles.events(role);
      PacketLayout packet = table.packet(events.get(0).packet()).orElseThrow();
      EventBinding binding =
          Arrays.stream(EventBinding.compile(roles, table)[packet.index()])
              .filter(candidate -> candidate.role() == role)
              .findFirst()
              .orElseThrow();
      return new Announcement(packet, binding);
    }

    byte[] encode(int id, Cell cell) {
      byte[] frame = packet.newFrame();
      binding.id().write(frame, 0, id);
      if (binding.x() != null) {
        binding.x().write(frame, 0, cell.x());
        binding.y().write(frame, 0, cell.y());
      }
      return frame;
    }
  }
}
