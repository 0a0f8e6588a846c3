package simul.spec.wire;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import simul.spec.model.Packet;

/**
 * A packet as bytes: the header's parts and its own at fixed offsets, and a template with header
 * and constants filled in and every other byte 0. At most its last part varies in size. Immutable.
 */
public final class PacketLayout {
  private static final int NOT_FIXED = -1;

  private final Packet packet;
  private final int index;
  private final List<Part> header;
  private final List<Part> parts;
  private final List<FieldLayout> fields;
  private final FieldLayout[] checked;
  private final Part[] constants;
  private final ArrayLayout[] arrays;
  private final ArrayLayout tail;
  private final byte[] template;

  /**
   * A packet laid out.
   *
   * @param header the header's parts; none for an opening
   * @param parts the packet's own
   * @param template the whole frame, its varying part left out
   */
  PacketLayout(Packet packet, int index, List<Part> header, List<Part> parts, byte[] template) {
    this.packet = packet;
    this.index = index;
    this.header = List.copyOf(header);
    this.parts = List.copyOf(parts);
    this.template = template;
    this.fields = numbers(parts.stream()).toList();
    this.checked =
        numbers(all()).filter(FieldLayout::needsCheck).toArray(size -> new FieldLayout[size]);
    this.constants = all().filter(PacketLayout::isConstant).toArray(size -> new Part[size]);
    this.arrays =
        parts.stream().filter(ArrayLayout.class::isInstance).toArray(size -> new ArrayLayout[size]);
    ArrayLayout last = arrays.length == 0 ? null : arrays[arrays.length - 1];
    this.tail = last == null || last.isFixed() ? null : last;
    fillTemplate();
  }

  private void fillTemplate() {
    numbers(all()).filter(field -> field.scalar().decimal()).forEach(f -> f.write(template, 0, 0));
    for (Part constant : constants) {
      if (constant instanceof FieldLayout number) {
        number.writeConstant(template, 0);
      } else {
        ((TextLayout) constant).writeConstant(template, 0);
      }
    }
  }

  private static boolean isConstant(Part part) {
    return part instanceof FieldLayout number && number.isConstant()
        || part instanceof TextLayout text && text.isConstant();
  }

  private static Stream<FieldLayout> numbers(Stream<Part> parts) {
    return parts.filter(FieldLayout.class::isInstance).map(FieldLayout.class::cast);
  }

  private Stream<Part> all() {
    return Stream.concat(header.stream(), parts.stream());
  }

  public String name() {
    return packet.name();
  }

  public long type() {
    return packet.type();
  }

  /** The packet as the spec has it. */
  public Packet packet() {
    return packet;
  }

  /** Position among the packets of the same sender, from 0: an index for tables. */
  public int index() {
    return index;
  }

  /** Length of the whole frame in bytes; where it varies, that of the shortest. */
  public int lengthBytes() {
    return template.length;
  }

  /** Whether every frame of it is equally long. */
  public boolean isFixed() {
    return tail == null;
  }

  /** Length of every frame in bytes, or a negative number where it varies. */
  int fixedBytes() {
    return tail == null ? template.length : NOT_FIXED;
  }

  /** The part that varies in size, if any does. */
  public Optional<ArrayLayout> tail() {
    return Optional.ofNullable(tail);
  }

  /** The header's parts, in order. */
  public List<Part> header() {
    return header;
  }

  /** The packet's own parts, in order. */
  public List<Part> parts() {
    return parts;
  }

  /** All its numbers in order, header included, arrays left out. */
  public List<FieldLayout> numbers() {
    return numbers(all()).toList();
  }

  /** The packet's own numbers, in order, arrays left out. */
  public List<FieldLayout> fields() {
    return fields;
  }

  /** The number of that name, header included. */
  public Optional<FieldLayout> field(String name) {
    return numbers(all()).filter(field -> field.name().equals(name)).findFirst();
  }

  /** The text of that name. */
  public Optional<TextLayout> text(String name) {
    return all()
        .filter(TextLayout.class::isInstance)
        .map(TextLayout.class::cast)
        .filter(text -> text.name().equals(name))
        .findFirst();
  }

  /** The array of that name. */
  public Optional<ArrayLayout> array(String name) {
    return Stream.of(arrays).filter(array -> array.name().equals(name)).findFirst();
  }

  /** A fresh frame with header and constants filled in and every other byte 0. */
  public byte[] newFrame() {
    return template.clone();
  }

  /** Whether a frame of it can have that length. */
  boolean fitsLength(long frameBytes) {
    if (tail == null) {
      return frameBytes == template.length;
    }
    return frameBytes >= template.length
        && (frameBytes - template.length) % tail.strideBytes() == 0;
  }

  /** Whether all constants that have arrived are this packet's. */
  boolean matches(byte[] bytes, int frame, int available) {
    for (Part constant : constants) {
      boolean fits =
          constant instanceof FieldLayout number
              ? number.matches(bytes, frame, available)
              : ((TextLayout) constant).matches(bytes, frame, available);
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether some bytes could be the start of either packet, so that a receiver cannot tell them
   * apart.
   *
   * @param lengthTells whether frames say their length
   */
  public boolean isLike(PacketLayout other, boolean lengthTells) {
    boolean lengthsDiffer = !fitsLength(other.lengthBytes()) && !other.fitsLength(lengthBytes());
    if (lengthTells && lengthsDiffer) {
      return false;
    }
    return matches(other.template, 0, other.sharedConstants(this))
        && other.matches(template, 0, sharedConstants(other));
  }

  /** How far this packet's bytes say something about the other's constants. */
  private int sharedConstants(PacketLayout other) {
    for (Part theirs : other.constants) {
      boolean constantHere =
          Stream.of(constants)
              .anyMatch(own -> own.offset() <= theirs.offset() && own.end() >= theirs.end());
      if (!constantHere) {
        return theirs.offset();
      }
    }
    return Integer.MAX_VALUE / 2;
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

  /** Whether its size and all that can be wrong in it are in numbers at fixed offsets. */
  boolean isPlain() {
    boolean text = Stream.of(constants).anyMatch(TextLayout.class::isInstance);
    return tail == null && arrays.length == 0 && !text;
  }

  /**
   * What a number holds that it must not.
   *
   * @param offset of the number, in bytes from the start of the frame
   */
  record Disallowed(FieldLayout field, int offset, long value) {}

  /** The first number that the spec does not allow, or null. */
  Disallowed firstDisallowed(byte[] bytes, int frame, int frameBytes) {
    for (FieldLayout field : checked) {
      long value = field.read(bytes, frame);
      if (!field.allows(value)) {
        return new Disallowed(field, field.offset(), value);
      }
    }
    return arrays.length == 0 ? null : firstDisallowedElement(bytes, frame, frameBytes);
  }

  private Disallowed firstDisallowedElement(byte[] bytes, int frame, int frameBytes) {
    for (ArrayLayout array : arrays) {
      int count = array.count(bytes, frame, frameBytes);
      for (Part part : array.element()) {
        if (part instanceof FieldLayout field && field.needsCheck()) {
          for (int i = 0; i < count; i++) {
            int at = array.element(frame, i);
            long value = field.read(bytes, at);
            if (!field.allows(value)) {
              return new Disallowed(field, at - frame + field.offset(), value);
            }
          }
        }
      }
    }
    return null;
  }
}
