package simul.spec.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import simul.spec.SpecText;
import simul.spec.load.SpecException;
import simul.spec.load.SpecLoader;
import simul.spec.model.FieldType;
import simul.spec.model.Scalar;
import simul.spec.model.Sender;
import simul.spec.model.Spec;

/** Layouts of all kinds that the spec language can say, and frames of them. */
final class Layouts {
  /** Types beside homework3's 1 to 3, by width; cut to their low byte, the wide ones are taken. */
  private static final Map<Integer, List<Long>> TYPES =
      Map.of(
          1, List.of(40L, 41L, 42L, 43L),
          2, List.of(257L, 259L, 514L, 44L),
          4, List.of(257L, 0x1_0002L, 0x7F00_0001L, 44L),
          8, List.of(257L, 0x1_0002L, 0x7F00_0000_0000_0001L, 44L));

  private static final int MOST_PACKETS = 4;

  /** What a field may hold beside all that fits it. */
  private static final List<String> LIMITED =
      List.of(
          "Color",
          "u8, range: [0, 9]",
          "i8, range: [-3, 3]",
          "u16, range: [200, 300]",
          "i16, range: [-300, 2]",
          "u32, range: [65530, 65540]",
          "i32, range: [-70000, -255]",
          "u64, range: [-5, 5]",
          "i64, range: [4294967290, 4294967300]");

  private Layouts() {}

  /** One end of either bundled spec or of one that nobody wrote. */
  static Arbitrary<PacketTable> tables() {
    Arbitrary<Spec> specs =
        Arbitraries.frequencyOf(Tuple.of(1, Arbitraries.of(bundled())), Tuple.of(4, inline()));
    return Combinators.combine(specs, Arbitraries.of(Sender.class)).as(PacketTable::of);
  }

  private static List<Spec> bundled() {
    List<Spec> specs = new ArrayList<>();
    for (String name : List.of("homework3", "homework3-wide")) {
      try {
        specs.add(SpecLoader.load(name));
      } catch (SpecException e) {
        throw new IllegalStateException(e);
      }
    }
    return specs;
  }

  private static Arbitrary<Spec> inline() {
    Arbitrary<Boolean> flag = Arbitraries.of(true, false);
    Arbitrary<List<List<String>>> packets = fields().list().ofMinSize(0).ofMaxSize(MOST_PACKETS);
    return Combinators.combine(integers(), integers(), extra(), flag, flag, flag)
        .flatAs(
            (length, type, extra, typeFirst, big, body) ->
                packets.map(
                    list -> spec(header(length, type, extra, typeFirst), type, list, big, body)));
  }

  static Arbitrary<Scalar> integers() {
    return Arbitraries.of(Scalar.class).filter(Scalar::integer);
  }

  private static List<String> header(
      Scalar length, Scalar type, List<String> extra, boolean typeFirst) {
    List<String> header = new ArrayList<>(extra);
    header.add("size: " + length.word());
    header.add(typeFirst ? header.size() - 1 : header.size(), "type: " + type.word());
    return header;
  }

  private static Arbitrary<List<String>> extra() {
    return Arbitraries.of(
        List.of(), List.of(), List.of("flags: u16"), List.of("mark: u16, range: [0, 600]"));
  }

  private static Spec spec(
      List<String> header, Scalar type, List<List<String>> packets, boolean big, boolean body) {
    SpecText text = SpecText.withHeader(header.toArray(new String[0]));
    text.withType("Color: { enum: i16, values: { RED: -2, GREEN: 258, BLUE: 770 } }");
    for (int i = 0; i < packets.size(); i++) {
      long number = TYPES.get(type.bytes()).get(i);
      number = type.signed() && i == 1 ? -number : number;
      String from = i % 2 == 0 ? "client" : "server";
      text.withPacket("EXTRA" + i, number, from, packets.get(i).toArray(new String[0]));
    }
    if (big) {
      text.bigEndian();
    }
    return (body ? text.countingBody() : text).spec();
  }

  /** The fields of one packet, up to five of any type, some with fewer values than fit. */
  private static Arbitrary<List<String>> fields() {
    Arbitrary<String> plain = Arbitraries.of(Scalar.class).map(Scalar::word);
    return Arbitraries.oneOf(plain, Arbitraries.of(LIMITED))
        .list()
        .ofMaxSize(5)
        .map(
            types -> {
              List<String> fields = new ArrayList<>();
              for (String type : types) {
                fields.add("f" + fields.size() + ": " + type);
              }
              return fields;
            });
  }

  /** A packet and the value of each of its fields; length and type hold what the packet wants. */
  record Sent(PacketTable table, PacketLayout packet, Map<FieldLayout, Long> values) {

    byte[] encode() {
      byte[] frame = packet.newFrame();
      values.forEach((field, value) -> field.write(frame, 0, value));
      return frame;
    }

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder(packet.name());
      values.forEach(
          (field, value) -> text.append(' ').append(field.name()).append('=').append(value));
      return text.toString();
    }
  }

  /** Packets that one end may send, with values that it may send. */
  static Arbitrary<Sent> packets(PacketTable table) {
    return Arbitraries.of(table.packets())
        .flatMap(
            packet -> values(fields(table, packet)).map(values -> new Sent(table, packet, values)));
  }

  private static List<FieldLayout> fields(PacketTable table, PacketLayout packet) {
    return packet.numbers().stream()
        .filter(field -> field != table.length().get() && field != table.type().get())
        .toList();
  }

  private static Arbitrary<Map<FieldLayout, Long>> values(List<FieldLayout> fields) {
    return Combinators.combine(fields.stream().map(Layouts::value).toList())
        .as(
            values -> {
              Map<FieldLayout, Long> byField = new LinkedHashMap<>();
              for (int i = 0; i < values.size(); i++) {
                byField.put(fields.get(i), values.get(i));
              }
              return byField;
            });
  }

  private static Arbitrary<Long> value(FieldLayout field) {
    if (field.field().type() instanceof FieldType.Enumeration enumeration) {
      return Arbitraries.of(enumeration.values().values());
    }
    if (field.scalar().floating()) {
      return Arbitraries.doubles().between(-1e6, 1e6).map(field.scalar()::bits);
    }
    long min = field.field().min();
    long max = field.field().max();
    return Arbitraries.oneOf(Arbitraries.of(min, max), Arbitraries.longs().between(min, max));
  }
}
