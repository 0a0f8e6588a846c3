package simul.spec.meaning;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.OptionalInt;
import simul.spec.model.Coordinates;
import simul.spec.model.WorldRules;
import simul.spec.wire.FieldLayout;
import simul.spec.wire.FrameFault;
import simul.spec.world.Cell;
import simul.spec.world.WorldEvents;

/**
 * Makes events of snapshots: whoever was not in the one before has entered, whoever is elsewhere
 * has moved, whoever is missing has left. One thread at a time.
 */
final class SnapshotDecoder {
  private final WorldRules.Slots slots;
  private final Grid grid;
  private final boolean lastIsSelf;
  private final Map<Integer, Cell> known = new HashMap<>();
  private final BitSet shown = new BitSet();
  private OptionalInt self = OptionalInt.empty();

  /**
   * Nothing was shown yet.
   *
   * @param lastIsSelf whether the last player of the first snapshot is the client itself
   */
  SnapshotDecoder(WorldRules world, boolean lastIsSelf) {
    this.slots = world.slots();
    this.grid = Grid.of(world);
    this.lastIsSelf = lastIsSelf;
  }

  /** The client's own ID, where the first snapshot has shown it. */
  OptionalInt self() {
    return self;
  }

  /** Somebody has left by another packet; a snapshot without it says so no more. */
  void forget(int id) {
    known.remove(id);
  }

  /**
   * Tells what a snapshot shows.
   *
   * @param own the client's own ID, as far as it is known
   * @return what is wrong with a cell in it, or null
   */
  FrameFault show(
      SnapshotBinding binding,
      byte[] bytes,
      int packet,
      int packetBytes,
      OptionalInt own,
      WorldEvents events) {
    int count = binding.count(bytes, packet, packetBytes);
    OptionalInt me = own;
    if (own.isEmpty() && lastIsSelf) {
      me = last(binding, bytes, packet, count);
      self = me;
      me.ifPresent(events::self);
    }
    shown.clear();
    for (int i = 0; i < count; i++) {
      if (binding.isPresent(bytes, packet, i)) {
        FrameFault fault = showElement(binding, bytes, packet, i, me, events);
        if (fault != null) {
          return fault;
        }
      }
    }
    tellMissing(events);
    return null;
  }

  private OptionalInt last(SnapshotBinding binding, byte[] bytes, int packet, int count) {
    for (int i = count - 1; i >= 0; i--) {
      if (binding.isPresent(bytes, packet, i)) {
        return OptionalInt.of(binding.id(bytes, packet, i, slots.firstId()));
      }
    }
    return OptionalInt.empty();
  }

  private FrameFault showElement(
      SnapshotBinding binding,
      byte[] bytes,
      int packet,
      int index,
      OptionalInt me,
      WorldEvents events) {
    int id = binding.id(bytes, packet, index, slots.firstId());
    if (slots.isNpc(id)) {
      return null;
    }
    int x = grid.column(binding.x().number(bytes, packet, index));
    int y = grid.row(binding.y().number(bytes, packet, index));
    if (x == Coordinates.NO_CELL || y == Coordinates.NO_CELL) {
      SnapshotBinding.Column wrong = x == Coordinates.NO_CELL ? binding.x() : binding.y();
      int element = wrong.array().element(packet, index);
      int offset = element - packet + wrong.field().offset();
      return noCell(wrong.field(), wrong.field().read(bytes, element), grid, offset);
    }
    if (id >= 0) {
      shown.set(id);
    }
    Cell cell = new Cell(x, y);
    Cell before = known.put(id, cell);
    if (before == null && (me.isEmpty() || me.getAsInt() != id)) {
      events.enter(id);
    }
    if (!cell.equals(before)) {
      events.position(id, x, y);
    }
    return null;
  }

  private void tellMissing(WorldEvents events) {
    for (Iterator<Integer> ids = known.keySet().iterator(); ids.hasNext(); ) {
      int id = ids.next();
      if (id < 0 || !shown.get(id)) {
        ids.remove();
        events.leave(id);
      }
    }
  }

  /** A coordinate that is no cell's. */
  static FrameFault noCell(FieldLayout field, long value, Grid grid, int offset) {
    Coordinates written = grid.coordinates();
    String message =
        field.name()
            + " "
            + field.scalar().text(value)
            + " is between two cells (they are "
            + written.step()
            + " apart)";
    return new FrameFault(
        FrameFault.Kind.VALUE_NOT_ALLOWED,
        offset,
        field.name(),
        value,
        message,
        OptionalInt.empty());
  }
}
