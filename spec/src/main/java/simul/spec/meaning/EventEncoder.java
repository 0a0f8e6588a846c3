package simul.spec.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simul.spec.model.Event;
import simul.spec.model.Roles;
import simul.spec.model.WorldRules;
import simul.spec.wire.ArrayLayout;
import simul.spec.wire.FieldLayout;
import simul.spec.wire.PacketLayout;
import simul.spec.wire.PacketTable;
import simul.spec.world.Cell;

/**
 * A server's mouth: turns world events into packets. Where the packet of an arrival has no position
 * in it, a position packet follows it; where the protocol has no packet for an event, it is empty.
 * Immutable; every call returns a fresh array.
 */
public final class EventEncoder {
  private static final byte[] NOTHING = {};

  private final PacketTable table;
  private final Grid grid;
  private final WorldRules.Slots slots;
  private final Optional<EventBinding> self;
  private final Optional<EventBinding> enter;
  private final Optional<EventBinding> position;
  private final Optional<EventBinding> leave;
  private final Optional<EventBinding> refused;
  private final Optional<SnapshotBinding> snapshot;

  EventEncoder(Roles roles, WorldRules world, PacketTable table) {
    this.table = table;
    this.grid = Grid.of(world);
    this.slots = world.slots();
    this.self = EventBinding.first(Event.Role.SELF, roles, table);
    this.enter = EventBinding.first(Event.Role.ENTER, roles, table);
    this.position = EventBinding.first(Event.Role.POSITION, roles, table);
    this.leave = EventBinding.first(Event.Role.LEAVE, roles, table);
    this.refused = EventBinding.first(Event.Role.REFUSED, roles, table);
    this.snapshot =
        roles.snapshots().stream()
            .findFirst()
            .map(s -> SnapshotBinding.of(s, table.packet(s.packet()).orElseThrow()));
  }

  /** What a newcomer hears of itself: whatever opens the stream, its ID, and where its piece is. */
  public byte[] self(int id, Cell cell) {
    List<byte[]> packets = new ArrayList<>();
    for (PacketLayout opening : table.openings()) {
      boolean tellsSelf = self.filter(binding -> binding.packet() == opening).isPresent();
      packets.add(tellsSelf ? encode(self.get(), id, cell, 0) : opening.newFrame());
    }
    boolean told = self.filter(binding -> binding.packet().packet().opening()).isPresent();
    byte[] openings = joined(packets);
    List<byte[]> rest = new ArrayList<>();
    if (!told) {
      self.ifPresent(binding -> rest.add(encode(binding, id, cell, 0)));
    }
    if (self.isEmpty()) {
      enter.ifPresent(binding -> rest.add(encode(binding, id, cell, 0)));
    }
    boolean positioned = self.or(() -> enter).filter(binding -> binding.x() != null).isPresent();
    if (!positioned) {
      position.ifPresent(binding -> rest.add(encode(binding, id, cell, 0)));
    }
    return joined(List.of(openings, table.framed(rest)));
  }

  private static byte[] joined(List<byte[]> pieces) {
    java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
    pieces.forEach(all::writeBytes);
    return all.toByteArray();
  }

  /** What anybody hears of somebody else who is there: the ID and where the piece is. */
  public byte[] enter(int id, Cell cell) {
    List<byte[]> packets = new ArrayList<>();
    enter.ifPresent(binding -> packets.add(encode(binding, id, cell, 0)));
    if (enter.filter(binding -> binding.x() != null).isEmpty()) {
      position.ifPresent(binding -> packets.add(encode(binding, id, cell, 0)));
    }
    return table.framed(packets);
  }

  /**
   * Where a piece is now.
   *
   * @param stamp the mover's time stamp, to be handed back where the protocol does
   */
  public byte[] position(int id, Cell cell, long stamp) {
    return one(position, id, cell, stamp);
  }

  /** Where a piece is now. */
  public byte[] position(int id, Cell cell) {
    return position(id, cell, 0);
  }

  /** That somebody has left. */
  public byte[] leave(int id) {
    return one(leave, id, new Cell(0, 0), 0);
  }

  /** That the client is not let in. */
  public byte[] refused() {
    return one(refused, slots.firstId(), new Cell(0, 0), 0);
  }

  private byte[] one(Optional<EventBinding> binding, int id, Cell cell, long stamp) {
    return binding
        .map(bound -> table.framed(List.of(encode(bound, id, cell, stamp))))
        .orElse(NOTHING);
  }

  private byte[] encode(EventBinding binding, int id, Cell cell, long stamp) {
    byte[] frame = binding.packet().newFrame();
    if (binding.id() != null) {
      binding.id().write(frame, 0, id);
    }
    if (binding.x() != null) {
      grid.write(frame, 0, binding.x(), binding.y(), cell);
    }
    if (binding.echo() != null) {
      binding.echo().write(frame, 0, stamp);
    }
    binding.condition().fulfil(frame, 0);
    return frame;
  }

  /** Whether the protocol shows all players at once. */
  public boolean hasSnapshot() {
    return snapshot.isPresent();
  }

  /**
   * All players at once; empty where the protocol has no snapshot.
   *
   * @param pieces by ID, in the order in which they are shown
   */
  public byte[] snapshot(Map<Integer, Cell> pieces) {
    return snapshot.map(bound -> table.framed(List.of(encode(bound, pieces)))).orElse(NOTHING);
  }

  private byte[] encode(SnapshotBinding bound, Map<Integer, Cell> pieces) {
    byte[] frame = sized(bound, pieces.size());
    int room = bound.count(frame, 0, frame.length);
    for (int i = 0; i < room; i++) {
      bound.present().defeat(frame, bound.base().array().element(0, i));
    }
    int next = 0;
    for (Map.Entry<Integer, Cell> piece : pieces.entrySet()) {
      int index = bound.id() == null ? piece.getKey() - slots.firstId() : next++;
      if (index >= 0 && index < room) {
        write(bound, frame, index, piece.getKey(), piece.getValue());
      }
    }
    return frame;
  }

  private void write(SnapshotBinding bound, byte[] frame, int index, int id, Cell cell) {
    if (bound.id() != null) {
      bound.id().write(frame, 0, index, id);
    }
    bound.x().write(frame, 0, index, grid.coordinates().x(cell.x()));
    bound.y().write(frame, 0, index, grid.coordinates().y(cell.y(), grid.height()));
    bound.present().fulfil(frame, bound.base().array().element(0, index));
  }

  /** A frame with room for so many, where its size varies. */
  private byte[] sized(SnapshotBinding bound, int count) {
    byte[] shortest = bound.packet().newFrame();
    ArrayLayout array = bound.x().array();
    if (array.isFixed()) {
      return shortest;
    }
    byte[] frame = java.util.Arrays.copyOf(shortest, shortest.length + count * array.strideBytes());
    array.counter().ifPresent(counter -> counter.write(frame, 0, count));
    table.length().ifPresent(length -> writeLength(length, frame));
    return frame;
  }

  private void writeLength(FieldLayout length, byte[] frame) {
    length.write(frame, 0, table.lengthValue(frame.length));
  }
}
