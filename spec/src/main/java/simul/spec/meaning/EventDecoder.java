package simul.spec.meaning;

import java.util.OptionalInt;
import simul.spec.model.Coordinates;
import simul.spec.model.Roles;
import simul.spec.model.WorldRules;
import simul.spec.wire.FieldLayout;
import simul.spec.wire.FrameDecoder;
import simul.spec.wire.FrameFault;
import simul.spec.wire.PacketLayout;
import simul.spec.world.WorldEvents;

/**
 * A client's ear: turns what the server sends on one connection into world events. Keeps no bytes,
 * only which packets it has met and what the last snapshot showed, so the caller gives again what
 * was not consumed. Allocates nothing per packet. One thread at a time.
 */
public final class EventDecoder {
  private final FrameDecoder frames;
  private final EventBinding[][] byPacket;
  private final SnapshotBinding[] snapshots;
  private final WorldRules.Slots slots;
  private final Grid grid;
  private final SnapshotDecoder snapshot;
  private final boolean chosen;
  private final boolean[] met;
  private OptionalInt self = OptionalInt.empty();
  private boolean selfTold;
  private FrameFault fault;
  private int frameStart;
  private int frameEnd;
  private long echo;

  /**
   * A decoder for one connection.
   *
   * @param client the client's own number, from 0, which is its ID where clients choose
   */
  EventDecoder(
      FrameDecoder frames,
      EventBinding[][] byPacket,
      SnapshotBinding[] snapshots,
      Roles.Identity identity,
      WorldRules world,
      int client) {
    this.frames = frames;
    this.byPacket = byPacket;
    this.snapshots = snapshots;
    this.slots = world.slots();
    this.grid = Grid.of(world);
    this.snapshot = new SnapshotDecoder(world, identity == Roles.Identity.LAST);
    this.met = new boolean[byPacket.length];
    this.chosen = identity == Roles.Identity.CHOSEN;
    if (chosen) {
      self = OptionalInt.of(slots.firstId() + client);
    }
  }

  /**
   * Decodes as many whole frames as there are and stops before the first that is not whole or not
   * valid; after a fault it consumes nothing any more.
   *
   * @param to the first byte that has not arrived
   * @return how many bytes were consumed
   */
  public int decode(byte[] bytes, int from, int to, WorldEvents events) {
    int at = from;
    while (fault == null && at < to) {
      FrameDecoder.Status status = frames.next(bytes, at, to);
      if (status == FrameDecoder.Status.NEED_MORE) {
        break;
      }
      if (status == FrameDecoder.Status.INVALID) {
        fault = frames.fault();
        break;
      }
      frameStart = at;
      frameEnd = at + frames.lengthBytes();
      interpretFrame(bytes, at, events);
      if (fault == null) {
        at = frameEnd;
      }
    }
    return at - from;
  }

  /** The client has found out its own ID, which nothing has told it. */
  public void identify(int id) {
    self = OptionalInt.of(id);
  }

  private void interpretFrame(byte[] bytes, int frame, WorldEvents events) {
    if (frames.packet() == null) {
      return;
    }
    do {
      interpret(frames.packet(), bytes, frame + frames.packetOffset(), events);
    } while (fault == null && frames.nextPacket());
  }

  private void interpret(PacketLayout layout, byte[] bytes, int packet, WorldEvents events) {
    int index = layout.index();
    boolean first = !met[index];
    met[index] = true;
    for (EventBinding binding : byPacket[index]) {
      if (fault == null && binding.speaks(first, bytes, packet)) {
        tell(binding, bytes, packet, events);
      }
    }
    SnapshotBinding shown = snapshots[index];
    if (shown != null) {
      tellSelf(events);
      fault = snapshot.show(shown, bytes, packet, frames.packetBytes(), self, events);
      self = self.isPresent() ? self : snapshot.self();
    }
  }

  /** A client that has chosen its ID knows it from the first thing that it is told. */
  private void tellSelf(WorldEvents events) {
    if (chosen && !selfTold) {
      selfTold = true;
      events.self(self.getAsInt());
    }
  }

  private void tell(EventBinding binding, byte[] bytes, int packet, WorldEvents events) {
    int id =
        binding.id() == null
            ? self.orElse(slots.firstId())
            : (int) binding.id().read(bytes, packet);
    if (slots.isNpc(id)) {
      return;
    }
    int x = 0;
    int y = 0;
    if (binding.x() != null) {
      x = grid.column(binding.x().readNumber(bytes, packet));
      y = grid.row(binding.y().readNumber(bytes, packet));
      if (x == Coordinates.NO_CELL || y == Coordinates.NO_CELL) {
        fault = between(x == Coordinates.NO_CELL ? binding.x() : binding.y(), bytes, packet);
        return;
      }
    }
    echo = binding.echo() == null ? 0 : binding.echo().read(bytes, packet);
    announce(binding, id, events);
    if (binding.x() != null) {
      events.position(id, x, y);
    }
  }

  private void announce(EventBinding binding, int id, WorldEvents events) {
    switch (binding.role()) {
      case SELF -> {
        self = OptionalInt.of(id);
        events.self(id);
      }
      case ENTER -> {
        tellSelf(events);
        if (!chosen || id != self.getAsInt()) {
          events.enter(id);
        }
      }
      case POSITION -> tellSelf(events);
      case LEAVE -> {
        tellSelf(events);
        snapshot.forget(id);
        events.leave(id);
      }
      case REFUSED -> events.refused();
    }
  }

  private FrameFault between(FieldLayout field, byte[] bytes, int packet) {
    return SnapshotDecoder.noCell(field, field.read(bytes, packet), grid, field.offset());
  }

  /** Why the stream cannot be decoded further, or null while it can. */
  public FrameFault fault() {
    return fault;
  }

  /** While an event is told: where the frame that carries it starts in the caller's array. */
  public int frameStart() {
    return frameStart;
  }

  /** While an event is told: where the frame that carries it ends in the caller's array. */
  public int frameEnd() {
    return frameEnd;
  }

  /** While an event is told: the time stamp that the server hands back; 0 where it hands none. */
  public long echo() {
    return echo;
  }
}
