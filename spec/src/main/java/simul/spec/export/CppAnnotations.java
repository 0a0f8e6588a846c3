package simul.spec.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simul.spec.model.Field;
import simul.spec.model.FieldType;
import simul.spec.model.Framing;
import simul.spec.model.Packet;
import simul.spec.model.Spec;

/**
 * What a C++ header says in comments because C++ cannot: a block with framing, roles and rules in
 * the words of a spec file, and {@code // simul: key: value} beside declarations. The import of
 * headers reads both. Nothing here repeats what the declarations say themselves.
 */
final class CppAnnotations {
  private static final String MARK = "simul: ";

  /** Behind the member that fills a frame up, and is no field of the spec. */
  static final String FILL = MARK + "type: fill";

  private final Spec spec;
  private final SafeNames names;

  /**
   * @param names what the spec's types, packets and constants are called in the header
   */
  CppAnnotations(Spec spec, SafeNames names) {
    this.spec = spec;
    this.names = names;
  }

  /** The block comment. */
  List<String> block() {
    List<String> lines = new ArrayList<>();
    lines.add("name: " + FlowText.text(spec.name()));
    lines.add("title: " + FlowText.text(spec.title()));
    lines.add("port: PORT");
    section(lines, "encoding", SpecEntries.encoding(spec.encoding()));
    section(lines, "framing", SpecEntries.framing(spec));
    Object header = SpecEntries.header(spec);
    if (header instanceof Map<?, ?> map) {
      section(lines, "header", map);
    } else if (!header.equals(List.of())) {
      lines.add("header: " + FlowText.of(header));
    }
    section(lines, "roles", RoleEntries.of(spec));
    section(lines, "world", SpecEntries.world(spec.world()));
    List<String> block = new ArrayList<>();
    block.add("/* " + MARK + "what C++ cannot say, as a spec file says it; the import reads it");
    // Both stand in quoted text alone, where YAML takes the character's number as well.
    lines.forEach(line -> block.add(line.replace("*/", "*\\x2f").replace("/*", "/\\x2a")));
    block.add("*/");
    return block;
  }

  private static void section(List<String> lines, String key, Map<?, ?> entries) {
    if (!entries.isEmpty()) {
      lines.add(key + ":");
      entries.forEach((name, value) -> entry(lines, "  ", String.valueOf(name), value));
    }
  }

  /** An entry; what would be long stands on several lines. */
  private static void entry(List<String> lines, String indent, String key, Object value) {
    if (key.equals("move") && value instanceof Map<?, ?> moves) {
      lines.add(indent + key + ":");
      moves.forEach(
          (direction, send) -> entry(lines, indent + "  ", String.valueOf(direction), send));
    } else if (value instanceof List<?> list && list.size() > 1 && list.get(0) instanceof Map) {
      lines.add(indent + key + ":");
      list.forEach(item -> lines.add(indent + "  - " + FlowText.of(item)));
    } else {
      lines.add(indent + key + ": " + FlowText.of(value));
    }
  }

  /** The lines above the struct of a packet. */
  List<String> packet(Packet packet, Optional<Member> tail) {
    Map<String, Object> entries = new LinkedHashMap<>();
    entries.put("packet", packet.name());
    entries.put("from", packet.sender().word());
    Framing framing = spec.framing(packet.sender());
    if (packet.opening()) {
      entries.put("phase", "opening");
    } else if (framing.typeField().isPresent()) {
      entries.put("type", names.of("TYPE_" + packet.name()));
    }
    List<String> lines = new ArrayList<>();
    lines.add("// " + MARK + FlowText.entries(entries));
    tail.ifPresent(member -> lines.add("// " + MARK + "then: " + FlowText.of(tail(member))));
    return lines;
  }

  private static Map<String, Object> tail(Member member) {
    FieldType.Array array = (FieldType.Array) member.field().type();
    Map<String, Object> entries = new LinkedHashMap<>();
    entries.put("name", member.name());
    entries.put("type", typeName(array.element()));
    entries.put(
        "count", array.length() instanceof FieldType.Length.CountedBy by ? by.field() : "rest");
    bounds(entries, member.field());
    return entries;
  }

  private static String typeName(FieldType type) {
    if (type instanceof FieldType.Enumeration enumeration) {
      return enumeration.name();
    }
    return TypeWords.type(type);
  }

  /** The line above a type, where it has another name than in the spec. */
  List<String> type(String name) {
    return named(name, names.of(name)).map(text -> "// " + text).stream().toList();
  }

  /** What stands behind something that has another name than in the spec. */
  static Optional<String> named(String name, String cppName) {
    return name.equals(cppName)
        ? Optional.empty()
        : Optional.of(MARK + "name: " + FlowText.text(name));
  }

  /** What stands behind a member; nothing where its declaration says all. */
  static Optional<String> member(Field field, String cppName) {
    Map<String, Object> entries = new LinkedHashMap<>();
    if (!field.name().equals(cppName)) {
      entries.put("name", field.name());
    }
    FieldType one = field.type() instanceof FieldType.Array array ? array.element() : field.type();
    if (one instanceof FieldType.Filler) {
      entries.put("type", "bytes");
    } else if (one instanceof FieldType.Number number && number.scalar().decimal()) {
      entries.put("type", number.scalar().word());
    }
    bounds(entries, field);
    return entries.isEmpty() ? Optional.empty() : Optional.of(MARK + FlowText.entries(entries));
  }

  private static void bounds(Map<String, Object> entries, Field field) {
    Field free = Field.of(field.name(), field.type());
    if (field.min() != free.min() || field.max() != free.max()) {
      entries.put("range", List.of(field.min(), field.max()));
    }
    field
        .constant()
        .ifPresent(value -> entries.put("value", RoleEntries.value(value, field.type())));
  }
}
