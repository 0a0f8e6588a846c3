package simul.spec.header;

import java.util.List;

/**
 * A data member of a struct at its place: what a spec calls a field.
 *
 * @param offset bytes from the start of the struct, with base, packing and padding counted
 * @param dimensions the lengths of an array, the outermost first; empty when it is no array
 * @param spelling the type as the header writes it: {@code BYTE}, {@code unsigned char}
 * @param owner qualified name of the struct that declares it: another one when it is inherited
 */
public record Member(
    String name,
    int offset,
    ElementType element,
    List<Integer> dimensions,
    String spelling,
    String owner,
    Place place) {
  public Member {
    dimensions = List.copyOf(dimensions);
  }

  /** Number of elements: 1 when it is no array. */
  public int count() {
    return dimensions.stream().reduce(1, Math::multiplyExact);
  }

  /** Width in bytes, all elements together. */
  public int bytes() {
    return element.bytes() * count();
  }

  /** Bytes from the start of the struct to the first byte after the member. */
  public int end() {
    return offset + bytes();
  }

  Member at(int newOffset, String newOwner) {
    return new Member(name, newOffset, element, dimensions, spelling, newOwner, place);
  }
}
