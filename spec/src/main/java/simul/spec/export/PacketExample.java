package simul.spec.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import simul.spec.model.FieldType;
import simul.spec.wire.ArrayLayout;
import simul.spec.wire.FieldLayout;
import simul.spec.wire.HexDump;
import simul.spec.wire.PacketLayout;
import simul.spec.wire.PacketTable;
import simul.spec.wire.Part;
import simul.spec.wire.TextLayout;

/**
 * A packet with something in it: its numbers count up from 1, as far as they may, so that each can
 * be found again among the bytes; an array has something in its first element.
 */
final class PacketExample {
  /** What is longer is cut short. */
  private static final int MOST_BYTES = 32;

  private static final int MOST_VALUES = 6;

  private final PacketTable table;
  private final PacketLayout packet;
  private final List<String> values = new ArrayList<>();
  private byte[] bytes;
  private int next = 1;

  private PacketExample(PacketTable table, PacketLayout packet) {
    this.table = table;
    this.packet = packet;
    this.bytes = packet.newFrame();
    fill();
  }

  static PacketExample of(PacketTable table, PacketLayout packet) {
    return new PacketExample(table, packet);
  }

  /** The whole packet. */
  byte[] bytes() {
    return bytes.clone();
  }

  /** The bytes in hex, and what they say: {@code 03 01 01 (direction=DOWN)}. */
  String text() {
    List<String> shown = values.subList(0, Math.min(MOST_VALUES, values.size()));
    String rest = values.size() > MOST_VALUES ? " .." : "";
    return hex(bytes) + (values.isEmpty() ? "" : " (" + String.join(" ", shown) + rest + ")");
  }

  /** Bytes in hex, the rest of many left out. */
  static String hex(byte[] bytes) {
    return bytes.length <= MOST_BYTES
        ? HexDump.hex(bytes)
        : HexDump.hex(bytes, 0, MOST_BYTES) + " .. (" + bytes.length + " bytes)";
  }

  private void fill() {
    packet.tail().ifPresent(this::lengthen);
    for (Part part : packet.header()) {
      boolean frames =
          table.length().filter(length -> length.name().equals(part.name())).isPresent()
              || table.type().filter(type -> type.name().equals(part.name())).isPresent();
      if (!frames) {
        fill(part, 0, part.name());
      }
    }
    packet.parts().forEach(part -> fill(part, 0, part.name()));
  }

  private void lengthen(ArrayLayout tail) {
    int length = Math.max(bytes.length, tail.offset()) + tail.strideBytes();
    bytes = Arrays.copyOf(bytes, length);
    table.length().ifPresent(field -> field.write(bytes, 0, table.lengthValue(length)));
  }

  private void fill(Part part, int base, String name) {
    if (part instanceof FieldLayout field) {
      boolean counts =
          packet.tail().flatMap(ArrayLayout::counter).filter(c -> c.equals(field)).isPresent();
      if (!field.isConstant()) {
        long value = counts ? 1 : sample(field);
        field.write(bytes, base, value);
        values.add(name + "=" + field.nameOf(value).orElse(field.scalar().text(value)));
      }
    } else if (part instanceof TextLayout text) {
      if (text.isText() && !text.isConstant()) {
        text.write(bytes, base, "ab");
        values.add(name + "=" + TypeWords.quoted(text.read(bytes, base)));
      }
    } else {
      ArrayLayout array = (ArrayLayout) part;
      for (Part inner : array.element()) {
        boolean bare = inner.name().equals(array.name());
        String path = array.name() + "[0]" + (bare ? "" : "." + inner.name());
        fill(inner, array.element(base, 0), path);
      }
    }
  }

  private long sample(FieldLayout field) {
    if (field.type() instanceof FieldType.Enumeration enumeration) {
      return enumeration.values().values().iterator().next();
    }
    long wanted = field.scalar().bits(next++);
    return field.allows(wanted) ? wanted : field.field().min();
  }
}
