package simul.spec.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import simul.spec.export.CppHeader;
import simul.spec.load.SpecException;
import simul.spec.load.SpecLoader;
import simul.spec.model.Field;
import simul.spec.model.FieldType;
import simul.spec.model.Framing;
import simul.spec.model.Packet;
import simul.spec.model.Scalar;
import simul.spec.model.Sender;
import simul.spec.model.Spec;

/**
 * What is exported as a C++ header comes back as it was: {@code import(export(spec))} is the spec.
 */
class RoundTripTest {

  /** What the bundled specs lack, where something might get lost. */
  private static final String ODD =
      """
      spec: 1
      name: odd-one
      title: "이상한 /* \\"protocol\\" \\\\ with */ in it: # simul: name: x \\\\"
      port: 4711
      encoding: { pack: 4, endian: big, text: ascii }
      framing:
        client: { length: { field: int, counts: body }, type: { field: kind } }
        server:
          length: { field: size }
          type: { field: "NULL" }
          header:
            - { name: mark, type: u16, value: 0xBEEF }
            - { name: "NULL", type: Kind }
            - { name: size, type: i16 }
            - { name: who, type: u32, range: [ 0, 99 ] }
      header: [ { name: int, type: u16 }, { name: kind, type: i8 }, { name: spare, type: bytes, count: 3 } ]
      types:
        Kind: { enum: i16, values: { class: -5, LOGIN: 1, AT: 2, MANY: 3, TEXTS: 4, Gone: 5, ON: 6 } }
        Inner: { struct: [ { name: a, type: u8 }, { name: b, type: u64 } ], pack: 2 }
        dec: { struct: [ { name: pad1, type: bytes, count: 2 }, { name: x, type: f32 } ] }
        Outer:
          struct:
            - { name: Inner, type: Inner }
            - { name: inners, type: Inner, count: 2 }
            - { name: 자리, type: u8, count: 3, range: [ 1, 2 ] }
            - { name: word, type: char, count: 3, value: "a:," }
            - { name: days, type: dec2, count: 3 }
            - { name: kind, type: Kind, value: class }
        Row: { struct: [ { name: cell, type: Kind, count: 2 } ] }
      packets:
        - { name: HEY, from: client, phase: opening, fields: [ { name: magic, type: f64, value: 0.5 }, { name: text, type: char, count: 4, value: "\\r\\n" } ] }
        - { name: new, type: -5, from: client, fields: [ { name: way, type: dec1 }, { name: delete, type: wchar, count: 4 } ] }
        - { name: on, type: 4, from: client, fields: [ { name: dec, type: dec }, { name: far, type: i64, range: [ -9223372036854775808, 0 ] } ] }
        - { name: LOGIN, type: 1, from: server, fields: [ { name: id, type: u8 }, { name: at, type: f64 } ] }
        - { name: AT, type: 2, from: server, fields: [ { name: x, type: i64, range: [ 0, 7 ] }, { name: y, type: u64 }, { name: outer, type: Outer } ] }
        - { name: MANY, type: 3, from: server, fields: [ { name: count, type: u16, range: [ 0, 20 ] }, { name: rows, type: Row, count: count } ] }
        - { name: TEXTS, type: 4, from: server, fields: [ { name: flag, type: bool }, { name: digits, type: dec3, count: rest, range: [ 0, 500 ] } ] }
        - { name: 떠남, type: 5, from: server, fields: [ { name: id, type: u8 } ] }
        - { name: Full, type: 6, from: server }
      roles:
        hello: [ { send: HEY }, { send: new, set: { delete: "$n" } } ]
        move:
          UP: { send: new, set: { way: 1, delete: "a\\"$n" } }
          DOWN: { send: new, set: { way: 2 } }
          LEFT: { send: on, set: { dec.x: -0.25, far: $now } }
          RIGHT: { send: on, set: { dec.x: 1e9, far: -7 } }
        bye: [ { send: on } ]
        poke: { send: on, set: { far: $self } }
        self: [ { packet: LOGIN, when: first, where: { at: 0.5 }, id: id } ]
        enter: [ { packet: LOGIN, when: later, unless: { at: 0.5, id: 9 }, id: id }, { packet: AT, id: who } ]
        position: [ { packet: AT, where: { outer.kind: class }, id: who, x: x, y: y, echo: outer.Inner.b } ]
        leave: [ { packet: 떠남, id: id } ]
        refused: [ { packet: Full } ]
      world:
        { width: 3, height: 5, max-clients: 4, blocked-reply: never, edge: free, cells: single, step: 0.5, origin: [ -1.5, 2 ], y: up,
          sees: view, view: 2, told: latest, ids: any, first-id: -3, full: packet, npc-ids: [ 50, 60 ] }
      """;

  private static boolean isLengthPrefixed(Spec spec) {
    return Arrays.stream(Sender.values())
        .allMatch(sender -> spec.framing(sender) instanceof Framing.LengthPrefixed);
  }

  private static Stream<String> bundled(Predicate<Spec> which) {
    return SpecLoader.BUNDLED.stream().filter(name -> which.test(load(name)));
  }

  static Stream<String> lengthPrefixedInBothDirections() {
    return bundled(RoundTripTest::isLengthPrefixed);
  }

  /** A length, a type or neither, frames of one size, envelopes: what the others have. */
  static Stream<String> otherFramings() {
    return bundled(spec -> !isLengthPrefixed(spec));
  }

  private static Spec load(String name) {
    try {
      return SpecLoader.load(name);
    } catch (SpecException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private static String write(Header header) {
    SpecDraft draft = SpecDraft.of(header, Guess.of(header));
    return SpecWriter.write(draft, draft.toldName().orElse("protocol"), List.of("protocol.h"));
  }

  private static Spec imported(String header) throws SpecException {
    return SpecLoader.parse("imported.yaml", write(Samples.read(header)));
  }

  private static void comesBack(Spec spec) throws SpecException {
    Header header = Samples.read(CppHeader.of(spec));
    String text = write(header);

    assertThat(header.refusals()).isEmpty();
    assertThat(header.remarks()).isEmpty();
    assertThat(text).doesNotContain("guessed:", "fill in");
    assertThat(SpecLoader.parse("imported.yaml", text)).isEqualTo(spec);
  }

  @ParameterizedTest
  @MethodSource("lengthPrefixedInBothDirections")
  void bundledSpecWithLengthsComesBack(String name) throws Exception {
    comesBack(load(name));
  }

  @ParameterizedTest
  @MethodSource("otherFramings")
  void bundledSpecOfAnotherFramingComesBack(String name) throws Exception {
    comesBack(load(name));
  }

  @Test
  void bothKindsAreAmongTheBundled() {
    assertThat(lengthPrefixedInBothDirections()).contains("homework3").hasSizeGreaterThan(8);
    assertThat(otherFramings()).contains("text", "fixed-402").hasSizeGreaterThan(5);
  }

  @Test
  void specWithEverythingElseComesBack() throws Exception {
    comesBack(SpecLoader.parse("odd.yaml", ODD));
  }

  @Test
  void layoutIsTheStructsAndNoAnnotations() throws Exception {
    Spec homework3 = load("homework3");
    String header = CppHeader.of(homework3).replaceAll("static_assert.*", "");

    Spec changed =
        imported(
            header
                .replace("  std::uint8_t y;", "  std::int16_t y;\n  float z[2];")
                .replace("TYPE_LOGOUT = 3", "TYPE_LOGOUT = 33")
                .replace("WIDTH = 8", "WIDTH = 9")
                .replace("RIGHT = 3", "RIGHT = 7"));

    assertThat(packet(changed, "POSITION").fields())
        .containsExactly(
            Field.of("id", new FieldType.Plain(Scalar.U8)),
            Field.of("x", new FieldType.Plain(Scalar.U8)),
            Field.of("y", new FieldType.Plain(Scalar.I16)),
            Field.of(
                "z",
                new FieldType.Array(
                    new FieldType.Plain(Scalar.F32), new FieldType.Length.Fixed(2))));
    assertThat(packet(changed, "LOGOUT").type()).isEqualTo(33);
    assertThat(changed.world().width()).isEqualTo(9);
    assertThat(((FieldType.Enumeration) packet(changed, "MOVE").fields().get(0).type()).values())
        .containsEntry("RIGHT", 7L);
    assertThat(changed.roles()).isNotEqualTo(homework3.roles());
    assertThat(changed.roles().events()).isEqualTo(homework3.roles().events());
  }

  @Test
  void packingIsThePragmas() throws Exception {
    String header = CppHeader.of(load("padded")).replaceAll("static_assert.*", "");

    assertThat(imported(header.replace("pack(push, 8)", "pack(push, 2)")).encoding().pack())
        .isEqualTo(2);
    assertThat(imported(header.replaceAll("#pragma.*", "")).encoding().pack()).isEqualTo(8);
  }

  @Test
  void structThatIsDeletedTakesItsAnnotationWithIt() throws Exception {
    String text = CppHeader.of(load("word-length")).replaceAll("static_assert.*", "");
    int from = text.indexOf("// simul: packet: SC_FULL");
    String without = text.substring(0, from) + text.substring(text.indexOf("};", from) + 2);

    Header header = Samples.read(without);

    assertThat(header.refusals())
        .extracting(Refusal::text)
        .containsExactly(
            "no packet SC_FULL from the server", "full is packet, but no packet plays refused");
    Spec spec = SpecLoader.parse("imported.yaml", write(header));
    assertThat(find(spec, "SC_FULL")).isEmpty();
    assertThat(spec.packets()).hasSize(load("word-length").packets().size() - 1);
  }

  private static Packet packet(Spec spec, String name) {
    return find(spec, name).orElseThrow();
  }

  private static Optional<Packet> find(Spec spec, String name) {
    return spec.packets().stream().filter(packet -> packet.name().equals(name)).findFirst();
  }
}
