package simul.spec.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import simul.spec.model.Direction;
import simul.spec.model.Roles;
import simul.spec.model.Send;
import simul.spec.wire.FieldLayout;
import simul.spec.wire.PacketLayout;
import simul.spec.wire.PacketTable;

/** A move with its fields resolved: a packet means it when each field holds its value. */
record MoveBinding(Direction direction, PacketLayout packet, FieldLayout[] fields, long[] values) {

  static MoveBinding of(Direction direction, Send send, PacketTable table) {
    PacketLayout packet = table.packet(send.packet()).orElseThrow();
    FieldLayout[] fields = new FieldLayout[send.set().size()];
    long[] values = new long[fields.length];
    int next = 0;
    for (Map.Entry<String, Long> entry : send.set().entrySet()) {
      fields[next] = packet.field(entry.getKey()).orElseThrow();
      values[next++] = entry.getValue();
    }
    return new MoveBinding(direction, packet, fields, values);
  }

  /** The moves that each packet can mean, by {@link PacketLayout#index()}. */
  static MoveBinding[][] compile(Roles roles, PacketTable table) {
    List<List<MoveBinding>> byPacket = new ArrayList<>();
    table.packets().forEach(packet -> byPacket.add(new ArrayList<>()));
    roles
        .moves()
        .forEach(
            (direction, send) -> {
              MoveBinding move = of(direction, send, table);
              byPacket.get(move.packet().index()).add(move);
            });
    return byPacket.stream()
        .map(moves -> moves.toArray(new MoveBinding[0]))
        .toArray(MoveBinding[][]::new);
  }

  boolean matches(byte[] bytes, int frame) {
    for (int i = 0; i < fields.length; i++) {
      if (fields[i].read(bytes, frame) != values[i]) {
        return false;
      }
    }
    return true;
  }

  byte[] encode() {
    byte[] frame = packet.newFrame();
    for (int i = 0; i < fields.length; i++) {
      fields[i].write(frame, 0, values[i]);
    }
    return frame;
  }
}
