package simul.spec.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import simul.spec.model.FieldType;
import simul.spec.model.Sender;
import simul.spec.model.Spec;
import simul.spec.wire.ArrayLayout;
import simul.spec.wire.PacketLayout;
import simul.spec.wire.PacketTable;

/**
 * The packets of a spec as people read them: diagram and example of each, and the enums in them.
 */
final class PacketWords {
  private final Spec spec;
  private final PacketTable table;

  PacketWords(Spec spec, Sender sender) {
    this.spec = spec;
    this.table = PacketTable.of(spec, sender);
  }

  List<PacketLayout> packets() {
    return table.packets();
  }

  /** The packet's name, and what is to be known before its bytes. */
  static String title(PacketLayout packet) {
    String bytes = packet.lengthBytes() == 1 ? " byte" : " bytes";
    return packet.name()
        + (packet.isFixed() ? ", " : ", at least ")
        + packet.lengthBytes()
        + bytes
        + (packet.packet().opening() ? ", once, when the connection begins" : "");
  }

  /** Its diagram, the diagrams of structs in its arrays, and an example. */
  List<String> lines(PacketLayout packet) {
    List<String> lines = new ArrayList<>(ByteDiagram.of(table, packet, spec));
    for (Member member : Members.of(packet.packet(), spec).list()) {
      if (member.field().type() instanceof FieldType.Array array
          && array.element() instanceof FieldType.Struct struct) {
        ArrayLayout layout = packet.array(member.name()).orElseThrow();
        lines.add(
            member.name()
                + "[i], "
                + layout.strideBytes()
                + " bytes each, starts at "
                + layout.offset()
                + " + "
                + layout.strideBytes()
                + " * i:");
        lines.addAll(ByteDiagram.of(struct, spec));
      }
    }
    lines.add("example  " + PacketExample.of(table, packet).text());
    return lines;
  }

  /** One line for each enum: {@code Direction (u8): UP 0, DOWN 1}. */
  static List<String> enumerations(Spec spec) {
    Map<String, String> lines = new LinkedHashMap<>();
    spec.packets()
        .forEach(
            packet ->
                Members.of(packet, spec).list().forEach(m -> collect(m.field().type(), lines)));
    return List.copyOf(lines.values());
  }

  private static void collect(FieldType type, Map<String, String> lines) {
    if (type instanceof FieldType.Array array) {
      collect(array.element(), lines);
    } else if (type instanceof FieldType.Struct struct) {
      struct.fields().forEach(field -> collect(field.type(), lines));
    } else if (type instanceof FieldType.Enumeration enumeration) {
      String values =
          enumeration.values().entrySet().stream()
              .map(entry -> entry.getKey() + " " + entry.getValue())
              .collect(Collectors.joining(", "));
      lines.put(
          enumeration.name(),
          enumeration.name() + " (" + enumeration.scalar().word() + "): " + values);
    }
  }
}
