package simul.spec.wire;

import java.util.List;
import java.util.Optional;
import simul.spec.model.FieldType;

/**
 * An array at its place in a frame: elements of equal size, one behind the other. An array whose
 * size varies is the last part of its packet. Immutable.
 */
public final class ArrayLayout implements Part {
  private final String name;
  private final int offset;
  private final int strideBytes;
  private final FieldType.Length length;
  private final FieldLayout counter;
  private final List<Part> element;

  ArrayLayout(
      String name,
      int offset,
      int strideBytes,
      FieldType.Length length,
      FieldLayout counter,
      List<Part> element) {
    this.name = name;
    this.offset = offset;
    this.strideBytes = strideBytes;
    this.length = length;
    this.counter = counter;
    this.element = List.copyOf(element);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int offset() {
    return offset;
  }

  @Override
  public int end() {
    return length instanceof FieldType.Length.Fixed fixed
        ? offset + fixed.count() * strideBytes
        : offset;
  }

  /** Whether its size is the same in every packet. */
  public boolean isFixed() {
    return length instanceof FieldType.Length.Fixed;
  }

  /** From one element to the next, in bytes. */
  public int strideBytes() {
    return strideBytes;
  }

  /** What each element holds; a single part with the array's own name where it is a number. */
  public List<Part> element() {
    return element;
  }

  /** The field that says how many elements there are, where one does. */
  public Optional<FieldLayout> counter() {
    return Optional.ofNullable(counter);
  }

  /**
   * How many elements a frame has.
   *
   * @param frameBytes length of the whole frame, in bytes
   */
  public int count(byte[] bytes, int frame, int frameBytes) {
    if (length instanceof FieldType.Length.Fixed fixed) {
      return fixed.count();
    }
    int room = Math.max(0, frameBytes - offset) / strideBytes;
    return counter == null ? room : (int) Math.min(room, counter.read(bytes, frame));
  }

  /** Where an element starts, given where the frame does. */
  public int element(int frame, int index) {
    return frame + offset + index * strideBytes;
  }

  /** The number of that name in each element; offsets count from the element's start. */
  public Optional<FieldLayout> field(String inElement) {
    return element.stream()
        .filter(FieldLayout.class::isInstance)
        .map(FieldLayout.class::cast)
        .filter(field -> field.name().equals(inElement))
        .findFirst();
  }
}
