package simul.spec.meaning;

import java.util.Optional;
import simul.spec.model.Roles;
import simul.spec.model.Snapshot;
import simul.spec.wire.ArrayLayout;
import simul.spec.wire.FieldLayout;
import simul.spec.wire.PacketLayout;
import simul.spec.wire.PacketTable;

/** A snapshot with its paths resolved; {@code id} is null where the index is the ID. */
record SnapshotBinding(
    PacketLayout packet, Column id, Column x, Column y, CompiledCondition present, Column base) {

  /** A number in each element of an array. */
  record Column(ArrayLayout array, FieldLayout field) {

    double number(byte[] bytes, int frame, int index) {
      return field.readNumber(bytes, array.element(frame, index));
    }

    void write(byte[] bytes, int frame, int index, double number) {
      field.writeNumber(bytes, array.element(frame, index), number);
    }

    static Column of(PacketLayout packet, String path) {
      return find(packet, path).orElseThrow();
    }
  }

  /** The column of a path: {@code players.x}, or the name of an array of numbers. */
  static Optional<Column> find(PacketLayout packet, String path) {
    int dot = path.indexOf('.');
    String array = dot < 0 ? path : path.substring(0, dot);
    String field = dot < 0 ? path : path.substring(dot + 1);
    return packet
        .array(array)
        .flatMap(found -> found.field(field).map(number -> new Column(found, number)));
  }

  static SnapshotBinding of(Snapshot snapshot, PacketLayout packet) {
    Column x = Column.of(packet, snapshot.x());
    return new SnapshotBinding(
        packet,
        snapshot.id().map(path -> Column.of(packet, path)).orElse(null),
        x,
        Column.of(packet, snapshot.y()),
        CompiledCondition.of(snapshot.present(), path -> Column.of(packet, path).field()),
        conditionColumn(snapshot, packet).orElse(x));
  }

  /** The array whose elements the condition is about. */
  private static Optional<Column> conditionColumn(Snapshot snapshot, PacketLayout packet) {
    return java.util.stream.Stream.concat(
            snapshot.present().where().keySet().stream(),
            snapshot.present().unless().keySet().stream())
        .findFirst()
        .map(path -> Column.of(packet, path));
  }

  /** The bindings of each packet, by {@link PacketLayout#index()}; null for most. */
  static SnapshotBinding[] compile(Roles roles, PacketTable table) {
    SnapshotBinding[] byPacket = new SnapshotBinding[table.packets().size()];
    for (Snapshot snapshot : roles.snapshots()) {
      PacketLayout packet = table.packet(snapshot.packet()).orElseThrow();
      byPacket[packet.index()] = of(snapshot, packet);
    }
    return byPacket;
  }

  int count(byte[] bytes, int frame, int frameBytes) {
    return x.array().count(bytes, frame, frameBytes);
  }

  /** Whether an element shows a player. */
  boolean isPresent(byte[] bytes, int frame, int index) {
    return present.holds(bytes, base.array().element(frame, index));
  }

  /** Whose element it is. */
  int id(byte[] bytes, int frame, int index, int firstId) {
    return id == null ? firstId + index : (int) id.number(bytes, frame, index);
  }
}
