package simul.spec.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import simul.spec.model.FieldType;
import simul.spec.model.Framing;
import simul.spec.model.Scalar;
import simul.spec.model.Sender;
import simul.spec.model.Spec;
import simul.spec.model.Value;
import simul.spec.wire.ArrayLayout;
import simul.spec.wire.FieldLayout;
import simul.spec.wire.PacketLayout;
import simul.spec.wire.PacketTable;
import simul.spec.wire.Part;
import simul.spec.wire.TextLayout;

/**
 * A spec as a dissector for Wireshark: one file in Lua, the protocol as a table in front of code
 * that is the same for all. It finds frames and faults as the decoders of {@code simul.spec.wire}
 * do: cut packets are put together, several in one segment taken apart, and a malformed one is
 * marked and passed over where its length is known.
 */
public final class WiresharkDissector {
  /** The code that is the same for all, one file behind the other. */
  private static final List<String> ENGINE = List.of("fields", "frames", "conversations");

  private final Spec spec;
  private final SafeNames packetNames = SafeNames.lowerCaseWithout(Set.of());
  private final Map<String, SafeNames> fieldNames = new HashMap<>();

  private WiresharkDissector(Spec spec) {
    this.spec = spec;
  }

  /** The file's text. */
  public static String of(Spec spec) {
    return new WiresharkDissector(spec).text();
  }

  /** What display filters and preferences call the protocol. */
  public static String id(Spec spec) {
    return "simul_" + spec.name().replace('-', '_');
  }

  private String text() {
    Map<String, Object> table = new LinkedHashMap<>();
    table.put("id", id(spec));
    table.put("column", spec.name().toUpperCase(Locale.ROOT));
    table.put("title", spec.name() + ": " + spec.title());
    table.put("port", spec.port());
    table.put("big", spec.encoding().bigEndian());
    for (Sender sender : Sender.values()) {
      table.put(sender.word(), side(sender));
    }
    return "-- A dissector for Wireshark and tshark: "
        + (spec.name() + ", " + spec.title()).replaceAll("\\s+", " ")
        + "\n-- Made by: simul spec export --to wireshark"
        + "\n-- Put it into the folder of personal Lua plugins (Help, About, Folders), or call"
        + "\n--   tshark -X lua_script:FILE -r CAPTURE"
        + "\n-- Another port: preference "
        + id(spec)
        + ".port.\n\nlocal SPEC = "
        + LuaText.of(table)
        + "\n\n"
        + ENGINE.stream().map(WiresharkDissector::engine).collect(Collectors.joining("\n"));
  }

  private static String engine(String name) {
    String file = "/simul/spec/export/dissector/" + name + ".lua";
    try (InputStream in = WiresharkDissector.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  private Map<String, Object> side(Sender sender) {
    PacketTable table = PacketTable.of(spec, sender);
    Map<String, Object> side = new LinkedHashMap<>();
    side.put("sender", sender.word());
    side.put("header_bytes", table.headerBytes());
    table
        .length()
        .ifPresent(
            length -> {
              Map<String, Object> field = number(length, sender.word());
              field.put("whole", table.lengthValue(0) == 0);
              side.put("length", field);
            });
    table.type().ifPresent(type -> side.put("type", number(type, sender.word())));
    table.frameBytesOfAll().ifPresent(bytes -> side.put("frame_bytes", bytes));
    if (spec.framing(sender) instanceof Framing.Enveloped enveloped) {
      side.put("envelope", envelope(enveloped, sender));
    }
    side.put("openings", table.openings().stream().map(p -> packet(table, p)).toList());
    side.put("packets", table.regular().stream().map(p -> packet(table, p)).toList());
    return side;
  }

  private Map<String, Object> envelope(Framing.Enveloped framing, Sender sender) {
    FieldType.Number type = (FieldType.Number) framing.used().type();
    int end = framing.usedOffset() + type.scalar().bytes();
    boolean first = framing.usedOffset() == 0;
    int data = first ? end : 0;
    Map<String, Object> used = new LinkedHashMap<>();
    used.put("kind", "number");
    used.put("name", framing.used().name());
    used.put("id", sender.word() + "_frame." + framing.used().name());
    used.put("offset", framing.usedOffset());
    used.put("bytes", type.scalar().bytes());
    used.put("read", type.scalar().signed() ? "i" : "u");
    Map<String, Object> envelope = new LinkedHashMap<>();
    envelope.put("bytes", framing.bytes());
    envelope.put("data", data);
    envelope.put("capacity", first ? framing.bytes() - data : framing.usedOffset());
    envelope.put("used", used);
    return envelope;
  }

  private Map<String, Object> packet(PacketTable table, PacketLayout packet) {
    String scope = packetNames.of(packet.name());
    byte[] template = packet.newFrame();
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("name", packet.name());
    table
        .type()
        .filter(type -> !packet.packet().opening())
        .ifPresent(type -> all.put("type", hex(template, type)));
    all.put("bytes", packet.lengthBytes());
    List<Part> parts = new ArrayList<>(packet.header());
    parts.addAll(packet.parts());
    all.put("constants", constants(parts, template));
    List<Object> list = new ArrayList<>();
    for (Part part : parts) {
      list.add(part(part, scope, packet.packet().opening() ? null : table));
    }
    all.put("parts", list);
    packet.tail().ifPresent(tail -> all.put("tail", tail(tail, scope)));
    return all;
  }

  private static List<Object> constants(List<Part> parts, byte[] template) {
    List<Object> constants = new ArrayList<>();
    for (Part part : parts) {
      boolean constant =
          part instanceof FieldLayout number && number.isConstant()
              || part instanceof TextLayout text && text.isConstant();
      if (constant) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("offset", part.offset());
        entry.put("hex", hex(template, part));
        constants.add(entry);
      }
    }
    return constants;
  }

  private static String hex(byte[] template, Part part) {
    return HexFormat.of().formatHex(template, part.offset(), part.end());
  }

  private Map<String, Object> tail(ArrayLayout tail, String scope) {
    Map<String, Object> table = new LinkedHashMap<>();
    table.put("stride", tail.strideBytes());
    tail.counter().ifPresent(counter -> table.put("counter", number(counter, scope)));
    return table;
  }

  private Map<String, Object> part(Part part, String scope, PacketTable framed) {
    if (part instanceof ArrayLayout array) {
      return array(array, scope);
    }
    if (part instanceof TextLayout text) {
      Map<String, Object> table = common("text", text, scope);
      table.put("kind", text.isText() ? "text" : "bytes");
      table.put("charset", text.charset().map(WiresharkDissector::charset).orElse(null));
      table.put("quiet", text.isConstant() ? true : null);
      return table;
    }
    FieldLayout field = (FieldLayout) part;
    Map<String, Object> table = number(field, scope);
    if (field.field().constant().orElse(null) instanceof Value.Bits constant) {
      byte[] bytes = new byte[field.end()];
      field.write(bytes, 0, constant.bits());
      table.put("hex", hex(bytes, field));
      table.put("quiet", true);
    }
    if (framed != null) {
      boolean isType = framed.type().filter(type -> type.name().equals(field.name())).isPresent();
      boolean isLength = framed.length().filter(l -> l.name().equals(field.name())).isPresent();
      if (isType || isLength) {
        table.put("quiet", true);
      }
      if (isType) {
        Map<Long, String> names = new LinkedHashMap<>();
        framed.regular().forEach(packet -> names.put(packet.type(), packet.name()));
        table.put("names", names);
      }
    }
    return table;
  }

  private static String charset(java.nio.charset.Charset charset) {
    String name = charset.name().toLowerCase(Locale.ROOT);
    if (name.startsWith("utf-16")) {
      return "utf-16";
    }
    return name.equals("utf-8") || name.equals("us-ascii") ? "utf-8" : "ms949";
  }

  private Map<String, Object> common(String kind, Part part, String scope) {
    Map<String, Object> table = new LinkedHashMap<>();
    table.put("kind", kind);
    table.put("name", part.name());
    table.put("id", scope + "." + id(part, scope));
    table.put("offset", part.offset());
    table.put("bytes", part.end() - part.offset());
    return table;
  }

  /** A path as display filters have it, different from the others of its scope. */
  private String id(Part part, String scope) {
    return fieldNames
        .computeIfAbsent(scope, name -> SafeNames.lowerCaseWithout(Set.of()))
        .of(part.name().replace('.', '_').replace('[', '_').replace("]", ""));
  }

  private Map<String, Object> number(FieldLayout field, String scope) {
    Map<String, Object> table = common("number", field, scope);
    table.put("read", read(field));
    if (field.needsCheck()) {
      table.put("allowed", field.allowedPhrase());
      limits(field, table);
    }
    return table;
  }

  private static String read(FieldLayout field) {
    if (field.scalar().floating()) {
      return "f";
    }
    if (field.scalar().decimal()) {
      return "d";
    }
    return field.scalar().signed() ? "i" : "u";
  }

  private static void limits(FieldLayout field, Map<String, Object> table) {
    if (field.isConstant()) {
      return;
    }
    if (field.type() instanceof FieldType.Enumeration enumeration) {
      Map<Long, String> names = new LinkedHashMap<>();
      Map<Long, Object> only = new LinkedHashMap<>();
      enumeration.values().forEach((name, value) -> names.putIfAbsent(value, name));
      names.keySet().forEach(value -> only.put(value, true));
      table.put("names", names);
      table.put("only", only);
    }
    boolean digits = field.scalar().decimal() || field.scalar() == Scalar.BOOL;
    if (digits || field.field().min() > field.scalar().min()) {
      table.put("min", field.field().min());
    }
    if (digits || field.field().max() < field.scalar().max()) {
      table.put("max", field.field().max());
    }
  }

  private Map<String, Object> array(ArrayLayout array, String scope) {
    Map<String, Object> table = new LinkedHashMap<>();
    table.put("kind", "array");
    table.put("name", array.name());
    table.put("offset", array.offset());
    table.put("stride", array.strideBytes());
    Optional<Integer> count =
        array.isFixed()
            ? Optional.of((array.end() - array.offset()) / array.strideBytes())
            : Optional.empty();
    table.put("count", count.orElse(null));
    array.counter().ifPresent(counter -> table.put("counter", number(counter, scope)));
    List<Object> parts = new ArrayList<>();
    for (Part part : array.element()) {
      boolean bare = part.name().equals(array.name());
      String inner = bare ? scope : scope + "." + id(array, scope);
      parts.add(part(part, inner, null));
    }
    table.put("parts", parts);
    return table;
  }
}
