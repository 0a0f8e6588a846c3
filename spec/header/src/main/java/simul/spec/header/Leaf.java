package simul.spec.header;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A member of a packet that is no struct itself, members of nested structs included.
 *
 * @param path its name, after those of the structs around it: {@code header.size}
 */
record Leaf(String path, int offset, Member member) {

  /** The leaves of a struct, in the order of their offsets. Arrays of structs are not entered. */
  static List<Leaf> of(Struct struct, Header header) {
    List<Leaf> leaves = new ArrayList<>();
    add(leaves, "", 0, struct, header);
    return leaves;
  }

  private static void add(
      List<Leaf> leaves, String prefix, int offset, Struct struct, Header header) {
    for (Member member : struct.members()) {
      Optional<Struct> nested = nested(member, header);
      String path = prefix + member.name();
      if (nested.isPresent() && member.dimensions().isEmpty()) {
        add(leaves, path + ".", offset + member.offset(), nested.get(), header);
      } else {
        leaves.add(new Leaf(path, offset + member.offset(), member));
      }
    }
  }

  /** The struct that a member, or an element of it, is. */
  static Optional<Struct> nested(Member member, Header header) {
    return member.element() instanceof ElementType.Nested nested
        ? header.struct(nested.struct())
        : Optional.empty();
  }

  /** The words of the last name of the path. */
  Words words() {
    return Words.of(member.name());
  }

  boolean isSingle() {
    return member.dimensions().isEmpty();
  }

  boolean isInteger() {
    return isSingle()
        && !(member.element() instanceof ElementType.Real)
        && !(member.element() instanceof ElementType.Nested);
  }

  boolean isNumber() {
    return isSingle() && !(member.element() instanceof ElementType.Nested);
  }
}
