package simul.spec.wire;

import java.util.List;
import java.util.Optional;
import simul.spec.model.Packet;

/**
 * A packet as bytes: the header's fields and its own at fixed offsets, and a template with header
 * filled in and every other byte 0. Immutable.
 */
public final class PacketLayout {
  private final Packet packet;
  private final int index;
  private final List<FieldLayout> header;
  private final List<FieldLayout> fields;
  private final FieldLayout[] checked;
  private final byte[] template;

  PacketLayout(
      Packet packet,
      int index,
      List<FieldLayout> header,
      List<FieldLayout> fields,
      List<FieldLayout> checked,
      byte[] template) {
    this.packet = packet;
    this.index = index;
    this.header = List.copyOf(header);
    this.fields = List.copyOf(fields);
    this.template = template;
    this.checked = checked.toArray(new FieldLayout[0]);
  }

  public String name() {
    return packet.name();
  }

  public long type() {
    return packet.type();
  }

  /** Position among the packets of the same sender, from 0: an index for tables. */
  public int index() {
    return index;
  }

  /** Length of the whole frame in bytes. */
  public int lengthBytes() {
    return template.length;
  }

  /** The header's fields, in order. */
  public List<FieldLayout> header() {
    return header;
  }

  /** The packet's own fields, in order. */
  public List<FieldLayout> fields() {
    return fields;
  }

  /** The field of that name, header included. */
  public Optional<FieldLayout> field(String name) {
    return java.util.stream.Stream.concat(header.stream(), fields.stream())
        .filter(field -> field.name().equals(name))
        .findFirst();
  }

  /** A fresh frame with the header filled in and every other byte 0. */
  public byte[] newFrame() {
    return template.clone();
  }

  /** Whether the spec allows the values of a whole frame, other than its length and type. */
  boolean allows(byte[] bytes, int frame) {
    for (FieldLayout field : checked) {
      if (!field.allows(field.read(bytes, frame))) {
        return false;
      }
    }
    return true;
  }

  /** Whether a frame's length or type is the packet's, as far as it comes before {@code end}. */
  boolean agrees(FieldLayout lengthOrType, byte[] bytes, int frame, int end) {
    int to = Math.min(lengthOrType.end(), end);
    for (int at = lengthOrType.offset(); at < to; at++) {
      if (bytes[frame + at] != template[at]) {
        return false;
      }
    }
    return true;
  }
}
