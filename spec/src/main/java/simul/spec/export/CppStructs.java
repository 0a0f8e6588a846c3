package simul.spec.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import simul.spec.model.FieldType;
import simul.spec.model.Framing;
import simul.spec.model.Packet;
import simul.spec.model.Spec;
import simul.spec.wire.ArrayLayout;
import simul.spec.wire.PacketLayout;
import simul.spec.wire.PacketTable;

/** The structs of a C++ header, and what must hold of them. */
final class CppStructs {
  private final Spec spec;
  private final SafeNames names;
  private final String namespace;
  private final CppAnnotations annotations;

  CppStructs(Spec spec, SafeNames names, String namespace, CppAnnotations annotations) {
    this.spec = spec;
    this.names = names;
    this.namespace = namespace;
    this.annotations = annotations;
  }

  /** A struct that packets are made of. */
  List<String> struct(FieldType.Struct struct, List<String> asserts) {
    Members members = Members.of(struct, spec.encoding());
    boolean ownPacking = struct.pack() != spec.encoding().pack();
    List<String> lines = new ArrayList<>();
    lines.add("");
    if (ownPacking) {
      lines.add("#pragma pack(push, " + struct.pack() + ")");
    }
    String name = names.of(struct.name());
    lines.addAll(annotations.type(struct.name()));
    lines.addAll(body(name, members.list(), Optional.empty(), OptionalInt.empty(), asserts));
    if (ownPacking) {
      lines.add("#pragma pack(pop)");
    }
    asserts.add(size(name, members.paddedBytes()));
    return lines;
  }

  private static String size(String name, int bytes) {
    return "static_assert(sizeof("
        + name
        + ") == "
        + bytes
        + ", \""
        + name
        + " has "
        + bytes
        + " bytes\");";
  }

  /** A packet, with the bytes that fill its frame up. */
  List<String> packet(Packet packet, List<String> asserts) {
    Members members = Members.of(packet, spec);
    PacketLayout layout = layout(packet);
    List<String> lines = new ArrayList<>();
    lines.add("");
    String from = packet.opening() ? ", once, when the connection begins" : "";
    lines.add("// " + packet.name() + ", from the " + packet.sender().word() + from + ".");
    List<Member> fixed = members.list().stream().filter(member -> !member.varies()).toList();
    if (fixed.isEmpty()) {
      lines.add("// It has no bytes of its own, so there is no struct for it.");
      return lines;
    }
    members.tail().ifPresent(tail -> lines.add("// " + tailWords(tail, layout)));
    lines.addAll(annotations.packet(packet, members.tail()));
    String name = names.of(packet.name());
    OptionalInt fill = fill(packet, members, layout);
    lines.addAll(body(name, fixed, Optional.of(packet), fill, asserts));
    int bytes = Members.withoutTail(packet, spec).paddedBytes();
    asserts.add(size(name, fill.isPresent() ? layout.lengthBytes() : bytes));
    return lines;
  }

  private PacketLayout layout(Packet packet) {
    return PacketTable.of(spec, packet.sender()).packet(packet.name()).orElseThrow();
  }

  /** How many bytes fill a frame of fixed size up, where that leaves it at its size. */
  private static OptionalInt fill(Packet packet, Members members, PacketLayout layout) {
    int bytes = layout.lengthBytes() - members.end();
    boolean possible = layout.isFixed() && layout.lengthBytes() % members.alignment() == 0;
    return possible && !packet.opening() && layout.lengthBytes() > members.paddedBytes()
        ? OptionalInt.of(bytes)
        : OptionalInt.empty();
  }

  private static String tailWords(Member tail, PacketLayout layout) {
    ArrayLayout array = layout.tail().orElseThrow();
    FieldType.Length length = ((FieldType.Array) tail.field().type()).length();
    String count =
        length instanceof FieldType.Length.CountedBy by
            ? "as many as " + by.field() + " says"
            : "as many as the frame has room for";
    return "From byte "
        + array.offset()
        + " on follow "
        + tail.name()
        + ", "
        + array.strideBytes()
        + " bytes each, "
        + count
        + ".";
  }

  private List<String> body(
      String name,
      List<Member> members,
      Optional<Packet> packet,
      OptionalInt fill,
      List<String> asserts) {
    SafeNames own = SafeNames.without(CppNames.reserved());
    List<String> lines = new ArrayList<>();
    lines.add("struct " + name + " {");
    for (Member member : members) {
      FieldType type = member.field().type();
      String memberName = own.of(member.name());
      String base = CppTypes.base(type, names);
      // In a struct, a name cannot first mean a type and then a member.
      String qualified =
          members.stream().anyMatch(m -> own.of(m.name()).equals(base))
              ? namespace + "::" + base
              : base;
      String declaration = qualified + " " + memberName + CppTypes.dimensions(type) + ";";
      lines.add("  " + declaration + remark(member, packet, memberName));
      asserts.add(
          "static_assert(offsetof("
              + name
              + ", "
              + memberName
              + ") == "
              + member.offset()
              + ", \""
              + name
              + "."
              + memberName
              + " is at "
              + member.offset()
              + "\");");
    }
    fill.ifPresent(
        bytes ->
            lines.add(
                "  std::uint8_t "
                    + own.of("fill")
                    + "["
                    + bytes
                    + "];  // "
                    + CppAnnotations.FILL));
    lines.add("};");
    return lines;
  }

  private String remark(Member member, Optional<Packet> packet, String memberName) {
    List<String> words = new ArrayList<>();
    words.add(String.valueOf(member.offset()));
    packet
        .filter(found -> !found.opening())
        .map(found -> headerWords(found, member))
        .filter(text -> !text.isEmpty())
        .ifPresent(words::add);
    if (member.field().type() instanceof FieldType.Number n && n.scalar().decimal()) {
      words.add("decimal digits");
    }
    String annotation =
        CppAnnotations.member(member.field(), memberName).map(text -> "; " + text).orElse("");
    return "  // " + String.join(": ", words) + annotation;
  }

  private String headerWords(Packet packet, Member member) {
    Framing framing = spec.framing(packet.sender());
    Framing inner = framing instanceof Framing.Enveloped enveloped ? enveloped.inner() : framing;
    if (inner instanceof Framing.LengthPrefixed prefixed
        && prefixed.lengthField().equals(member.name())) {
      return prefixed.counts() == Framing.Counts.WHOLE
          ? "length of the packet in bytes"
          : "length of what follows the header in bytes";
    }
    boolean type = inner.typeField().filter(member.name()::equals).isPresent();
    return type ? names.of("TYPE_" + packet.name()) : "";
  }

  /** A function that copies an element of the array whose size varies; nothing without one. */
  List<String> reader(Packet packet) {
    Optional<Member> tail = Members.of(packet, spec).tail();
    if (tail.isEmpty()) {
      return List.of();
    }
    FieldType element = ((FieldType.Array) tail.get().field().type()).element();
    ArrayLayout array = layout(packet).tail().orElseThrow();
    String dimensions = CppTypes.dimensions(element);
    String parameter =
        CppTypes.base(element, names)
            + (dimensions.isEmpty() ? "& element" : " (&element)" + dimensions);
    String name = names.of("read_" + packet.name() + "_" + tail.get().name());
    return List.of(
        "",
        "// Copies one of "
            + tail.get().name()
            + " out of a "
            + packet.name()
            + " that has arrived;",
        "// the caller has made sure that it is there.",
        "inline void " + name + "(const void* packet, std::size_t index, " + parameter + ") {",
        "  const unsigned char* bytes = static_cast<const unsigned char*>(packet);",
        "  std::memcpy(&element, bytes + "
            + array.offset()
            + " + index * "
            + array.strideBytes()
            + ", "
            + array.strideBytes()
            + ");",
        "}");
  }
}
