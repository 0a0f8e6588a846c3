package simul.spec.meaning;

import java.util.EnumMap;
import java.util.Map;
import simul.spec.model.Direction;
import simul.spec.model.Roles;
import simul.spec.wire.PacketTable;

/** A client's mouth: turns requests into packets. Immutable; every call returns a fresh array. */
public final class RequestEncoder {
  private final Map<Direction, byte[]> moves = new EnumMap<>(Direction.class);

  RequestEncoder(Roles roles, PacketTable table) {
    roles
        .moves()
        .forEach(
            (direction, send) ->
                moves.put(direction, MoveBinding.of(direction, send, table).encode()));
  }

  /** One move of the client's own piece. */
  public byte[] move(Direction direction) {
    return moves.get(direction).clone();
  }
}
