package simul.spec.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simul.spec.model.Encoding;
import simul.spec.model.Field;
import simul.spec.model.FieldType;
import simul.spec.model.Packet;
import simul.spec.model.Spec;
import simul.spec.wire.LayoutCompiler;
import simul.spec.wire.Part;

/**
 * The fields of a packet or struct at their places, as {@link LayoutCompiler} puts them.
 *
 * @param end the first byte behind the last of them
 * @param paddedBytes the same with the padding that a compiler puts at the end
 * @param alignment the largest of a member, in bytes
 */
record Members(List<Member> list, int end, int paddedBytes, int alignment) {
  Members {
    list = List.copyOf(list);
  }

  /** A packet as it stands in a frame, its header included. */
  static Members of(Packet packet, Spec spec) {
    return of(fields(packet, spec), spec.encoding(), spec.encoding().pack());
  }

  /** The same without the array whose size varies. */
  static Members withoutTail(Packet packet, Spec spec) {
    List<Field> fields = fields(packet, spec);
    if (of(packet, spec).tail().isPresent()) {
      fields.remove(fields.size() - 1);
    }
    return of(fields, spec.encoding(), spec.encoding().pack());
  }

  private static List<Field> fields(Packet packet, Spec spec) {
    List<Field> fields = new ArrayList<>();
    if (!packet.opening()) {
      fields.addAll(spec.framing(packet.sender()).header());
    }
    fields.addAll(packet.fields());
    return fields;
  }

  static Members of(FieldType.Struct struct, Encoding encoding) {
    return of(struct.fields(), encoding, struct.pack());
  }

  /** Fields that stand one behind the other from offset 0. */
  static Members of(List<Field> fields, Encoding encoding, int pack) {
    LayoutCompiler compiler = LayoutCompiler.of(encoding, pack);
    List<Member> members = new ArrayList<>();
    for (Field field : fields) {
      int before = compiler.parts().size();
      compiler.add(List.of(field));
      List<Part> parts = compiler.parts();
      int offset = parts.size() == before ? compiler.bytes() : parts.get(before).offset();
      members.add(new Member(field, offset, compiler.bytes()));
    }
    return new Members(members, compiler.bytes(), compiler.paddedBytes(), compiler.alignment());
  }

  /** The array whose size varies, where there is one. */
  Optional<Member> tail() {
    return list.isEmpty() || !list.get(list.size() - 1).varies()
        ? Optional.empty()
        : Optional.of(list.get(list.size() - 1));
  }
}
