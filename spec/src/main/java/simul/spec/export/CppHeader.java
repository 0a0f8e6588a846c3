package simul.spec.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import simul.spec.model.Field;
import simul.spec.model.FieldType;
import simul.spec.model.Framing;
import simul.spec.model.Packet;
import simul.spec.model.Scalar;
import simul.spec.model.Sender;
import simul.spec.model.Spec;

/**
 * A spec as a C++ header (C++11 or later): a struct for each packet, header fields included, packed
 * as on the wire, with a {@code static_assert} for every size and offset. Arrays whose size varies
 * are no members; a function copies an element out of the bytes received. What C++ cannot say
 * stands in comments that the import of headers reads, so that a spec comes back as it was.
 */
public final class CppHeader {
  private final Spec spec;
  private final StringBuilder text = new StringBuilder();
  private final SafeNames names = SafeNames.without(CppNames.reserved());
  private final CppAnnotations annotations;
  private final Map<String, FieldType> types = new LinkedHashMap<>();

  private CppHeader(Spec spec) {
    this.spec = spec;
    this.annotations = new CppAnnotations(spec, names);
  }

  /** The header's text. */
  public static String of(Spec spec) {
    return new CppHeader(spec).write();
  }

  private String write() {
    for (Packet packet : spec.packets()) {
      Members.of(packet, spec).list().forEach(member -> collect(member.field().type()));
    }
    introduction();
    annotations.block().forEach(this::line);
    line("");
    String namespace = SafeNames.without(CppNames.reserved()).of(spec.name().replace('-', '_'));
    line("namespace " + namespace + " {");
    line("");
    line("constexpr std::uint16_t PORT = " + spec.port() + ";");
    line("constexpr int WIDTH = " + spec.world().width() + ";");
    line("constexpr int HEIGHT = " + spec.world().height() + ";");
    line("constexpr int MAX_CLIENTS = " + spec.world().maxClients() + ";");
    types.values().forEach(this::enumeration);
    for (Sender sender : Sender.values()) {
      packetTypes(sender);
    }
    structs(namespace);
    line("");
    line("}  // namespace " + namespace);
    return text.toString();
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  /**
   * On one line; a backslash at its end would make the next line part of it, and what looks like an
   * annotation would be read as one.
   */
  private void comment(String words) {
    String line = words.replaceAll("\\s+", " ").replace("simul:", "simul :");
    line("// " + line.replaceAll("[\\\\ ]+$", ""));
  }

  /** Types in an order in which each stands behind those that it is made of. */
  private void collect(FieldType type) {
    if (type instanceof FieldType.Array array) {
      collect(array.element());
    } else if (type instanceof FieldType.Struct struct) {
      struct.fields().forEach(field -> collect(field.type()));
      types.putIfAbsent(struct.name(), struct);
    } else if (type instanceof FieldType.Enumeration enumeration) {
      types.putIfAbsent(enumeration.name(), enumeration);
    }
  }

  private void introduction() {
    line("#pragma once");
    line("");
    comment(spec.title());
    comment("The packets of the protocol " + spec.name() + ". Made by: simul spec export --to cpp");
    line("//");
    comment(
        spec.encoding().bigEndian()
            ? "Numbers are big-endian on the wire, unlike on x86: convert each after receiving and"
                + " before sending (ntohs, htonl, ...)."
            : "Numbers are little-endian on the wire, as on x86.");
    for (Sender sender : Sender.values()) {
      comment("From the " + sender.word() + ": " + FramingWords.of(spec, sender));
    }
    line("");
    line("#include <cstddef>");
    line("#include <cstdint>");
    if (spec.packets().stream().anyMatch(p -> Members.of(p, spec).tail().isPresent())) {
      line("#include <cstring>");
    }
    line("");
    if (spec.packets().stream().anyMatch(this::hasWideText)) {
      comment("wchar_t has 2 bytes on Windows; elsewhere compile with -fshort-wchar.");
      line("static_assert(sizeof(wchar_t) == 2, \"wchar_t has 2 bytes\");");
      line("");
    }
  }

  private boolean hasWideText(Packet packet) {
    return packet.fields().stream().anyMatch(field -> isWide(field.type()))
        || spec.framing(packet.sender()).header().stream().anyMatch(f -> isWide(f.type()));
  }

  private static boolean isWide(FieldType type) {
    return type instanceof FieldType.Text text && text.unitBytes() == 2
        || type instanceof FieldType.Array array && isWide(array.element())
        || type instanceof FieldType.Struct struct
            && struct.fields().stream().anyMatch(field -> isWide(field.type()));
  }

  private void enumeration(FieldType type) {
    if (!(type instanceof FieldType.Enumeration enumeration)) {
      return;
    }
    SafeNames words = SafeNames.without(CppNames.reserved());
    line("");
    annotations.type(enumeration.name()).forEach(this::line);
    String base = CppTypes.scalar(enumeration.scalar());
    line("enum class " + names.of(enumeration.name()) + " : " + base + " {");
    enumeration
        .values()
        .forEach(
            (word, value) ->
                line(
                    "  "
                        + words.of(word)
                        + " = "
                        + CppTypes.literal(enumeration.scalar(), value)
                        + ","
                        + CppAnnotations.named(word, words.of(word))
                            .map(text -> "  // " + text)
                            .orElse("")));
    line("};");
  }

  private void packetTypes(Sender sender) {
    Framing framing = spec.framing(sender);
    if (framing.typeField().isEmpty()) {
      return;
    }
    Field field =
        framing.header().stream()
            .filter(candidate -> candidate.name().equals(framing.typeField().get()))
            .findFirst()
            .orElseThrow();
    Scalar scalar = ((FieldType.Number) field.type()).scalar();
    line("");
    comment("What stands in " + field.name() + " of packets from the " + sender.word() + ".");
    for (Packet packet : spec.packets(sender)) {
      if (!packet.opening()) {
        String name = names.of("TYPE_" + packet.name());
        String type = CppTypes.scalar(scalar);
        line(
            "constexpr "
                + type
                + " "
                + name
                + " = "
                + CppTypes.literal(scalar, packet.type())
                + ";");
      }
    }
  }

  private void structs(String namespace) {
    CppStructs structs = new CppStructs(spec, names, namespace, annotations);
    line("");
    line("#pragma pack(push, " + spec.encoding().pack() + ")");
    List<String> asserts = new ArrayList<>();
    for (FieldType type : types.values()) {
      if (type instanceof FieldType.Struct struct) {
        structs.struct(struct, asserts).forEach(this::line);
      }
    }
    for (Packet packet : spec.packets()) {
      structs.packet(packet, asserts).forEach(this::line);
    }
    line("");
    line("#pragma pack(pop)");
    line("");
    asserts.forEach(this::line);
    for (Packet packet : spec.packets()) {
      structs.reader(packet).forEach(this::line);
    }
  }
}
