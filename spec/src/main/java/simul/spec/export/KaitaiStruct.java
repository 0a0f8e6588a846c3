package simul.spec.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import simul.spec.model.FieldType;
import simul.spec.model.Framing;
import simul.spec.model.Sender;
import simul.spec.model.Spec;
import simul.spec.wire.PacketLayout;
import simul.spec.wire.PacketTable;

/**
 * A spec for Kaitai Struct: one {@code .ksy} for what each end sends, the whole stream of it. What
 * Kaitai cannot express stands in its {@code doc}: packets that nothing but their constants tells
 * apart, and what becomes of a stream behind a malformed packet.
 */
public final class KaitaiStruct {
  private final Spec spec;
  private final Sender sender;
  private final PacketTable table;
  private final Framing inner;
  private final SafeNames typeNames = KaitaiFields.names("packet", "packets", "frame");
  private final Map<String, Object> types = new LinkedHashMap<>();
  private final KaitaiFields fields;
  private final List<String> notes = new ArrayList<>();

  private KaitaiStruct(Spec spec, Sender sender) {
    this.spec = spec;
    this.sender = sender;
    this.table = PacketTable.of(spec, sender);
    Framing framing = spec.framing(sender);
    this.inner = framing instanceof Framing.Enveloped enveloped ? enveloped.inner() : framing;
    this.fields = new KaitaiFields(spec.encoding(), typeNames, types);
  }

  /** Both directions, each a document of its own. */
  public static String of(Spec spec) {
    return of(spec, Sender.CLIENT) + "---\n" + of(spec, Sender.SERVER);
  }

  /** What one end sends. */
  public static String of(Spec spec, Sender sender) {
    return new KaitaiStruct(spec, sender).text();
  }

  private String text() {
    List<Map<String, Object>> stream = stream();
    Map<String, Object> meta = new LinkedHashMap<>();
    String name = spec.name().replace('-', '_') + "_" + sender.word();
    meta.put("id", name);
    meta.put("title", spec.title() + ", from the " + sender.word());
    meta.put("endian", spec.encoding().bigEndian() ? "be" : "le");
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("meta", meta);
    notes.add(0, "From the " + sender.word() + ": " + FramingWords.of(spec, sender));
    notes.add(
        "Kaitai stops at the first malformed packet; it cannot go on behind it, nor find the start"
            + " of a packet in the middle of a stream.");
    root.put("doc", String.join(" ", notes));
    root.put("seq", stream);
    root.put("types", types);
    if (!fields.enums().isEmpty()) {
      root.put("enums", fields.enums());
    }
    return "# Made by: simul spec export --to kaitai\n" + YamlText.of(root);
  }

  /** The whole stream: what opens it, then packets or frames to its end. */
  private List<Map<String, Object>> stream() {
    List<Map<String, Object>> seq = new ArrayList<>();
    SafeNames names = KaitaiFields.names();
    for (PacketLayout opening : table.openings()) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("id", names.of(opening.name()));
      entry.put("type", packetType(opening));
      seq.add(entry);
    }
    if (table.regular().isEmpty()) {
      return seq;
    }
    Map<String, Object> rest = new LinkedHashMap<>();
    rest.put("id", names.of("rest"));
    if (spec.framing(sender) instanceof Framing.Enveloped enveloped) {
      rest.put("size", enveloped.bytes());
      rest.put("type", "frame");
      types.put("frame", frame(enveloped));
      types.put("packets", Map.of("seq", List.of(repeated("list", packet()))));
    } else {
      table.frameBytesOfAll().ifPresent(bytes -> rest.put("size", bytes));
      rest.put("type", packet());
    }
    rest.put("repeat", "eos");
    seq.add(rest);
    return seq;
  }

  private static Map<String, Object> repeated(String id, String type) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("id", id);
    entry.put("type", type);
    entry.put("repeat", "eos");
    return entry;
  }

  private Map<String, Object> frame(Framing.Enveloped framing) {
    FieldType.Number used = (FieldType.Number) framing.used().type();
    Map<String, Object> length = new LinkedHashMap<>();
    length.put("id", "used");
    length.put("type", KaitaiFields.scalar(used.scalar()));
    boolean first = framing.usedOffset() == 0;
    List<Map<String, Object>> seq = new ArrayList<>();
    if (!first) {
      Map<String, Object> data = new LinkedHashMap<>();
      data.put("id", "data");
      data.put("size", framing.usedOffset());
      seq.add(data);
    }
    seq.add(length);
    Map<String, Object> packets = new LinkedHashMap<>();
    packets.put("pos", first ? used.scalar().bytes() : 0);
    packets.put("size", "used");
    packets.put("type", "packets");
    Map<String, Object> frame = new LinkedHashMap<>();
    frame.put("seq", seq);
    frame.put("instances", Map.of("packets", packets));
    return frame;
  }

  /** The type that stands for any packet of this end. */
  private String packet() {
    if (inner instanceof Framing.LengthPrefixed || table.type().isPresent()) {
      types.put("packet", headed());
      return "packet";
    }
    if (table.regular().size() > 1) {
      notes.add(
          "Kaitai cannot choose between packets that nothing but their constants tells apart, so"
              + " only "
              + table.regular().get(0).name()
              + " is in the stream; the others are among the types.");
    }
    table.regular().stream().skip(1).forEach(this::packetType);
    return packetType(table.regular().get(0));
  }

  /** Header, then a body by length and type. */
  private Map<String, Object> headed() {
    KaitaiFields.Sequence header = fields.sequence(inner.header(), spec.encoding().pack());
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", header.names().of("body"));
    table
        .length()
        .ifPresent(
            length -> {
              String field = header.names().of(length.name());
              boolean whole = table.lengthValue(0) == 0;
              body.put("size", whole ? field + " - " + table.headerBytes() : field);
            });
    if (table.type().isPresent()) {
      Map<Object, Object> cases = new LinkedHashMap<>();
      table.regular().forEach(p -> cases.put(caseOf(p), packetType(p)));
      Map<String, Object> type = new LinkedHashMap<>();
      type.put("switch-on", header.names().of(table.type().get().name()) + toNumber());
      type.put("cases", cases);
      body.put("type", type);
    } else if (table.regular().size() == 1) {
      body.put("type", packetType(table.regular().get(0)));
    } else {
      notes.add("Without a type Kaitai cannot tell the packets apart; bodies are left as bytes.");
      table.regular().forEach(this::packetType);
    }
    header.seq().add(body);
    return Map.of("seq", header.seq());
  }

  /** An enum compares with its names only; its number is what the cases have. */
  private String toNumber() {
    return table.type().orElseThrow().type() instanceof FieldType.Enumeration ? ".to_i" : "";
  }

  private static Object caseOf(PacketLayout packet) {
    return packet.type();
  }

  /** Makes the type of a packet's own fields and names it. */
  private String packetType(PacketLayout packet) {
    String name = typeNames.of(packet.name());
    boolean bare = packet.packet().opening() || inner.header().isEmpty();
    KaitaiFields.Sequence own =
        bare
            ? fields.sequence(packet.packet().fields(), spec.encoding().pack())
            : fields.behind(inner.header(), packet.packet().fields(), spec.encoding().pack());
    Map<String, Object> type = new LinkedHashMap<>();
    type.put("doc", PacketWords.title(packet));
    type.put("seq", own.seq());
    types.putIfAbsent(name, type);
    return name;
  }
}
