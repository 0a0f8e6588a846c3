package simul.spec;

import java.util.ArrayList;
import java.util.List;
import simul.spec.load.SpecException;
import simul.spec.load.SpecLoader;
import simul.spec.model.Spec;

/**
 * The text of a spec whose layout a test chooses: the packets and roles of homework3 behind a
 * header of another kind, and packets beside them.
 */
public final class SpecText {
  private static final String PACKETS_AND_ROLES =
      """
        - { name: MOVE, type: 1, from: client, fields: [ { name: direction, type: Direction } ] }
        - name: POSITION
          type: 1
          from: server
          fields: [ { name: id, type: u8 }, { name: x, type: u8 }, { name: y, type: u8 } ]
        - { name: LOGIN, type: 2, from: server, fields: [ { name: id, type: u8 } ] }
        - { name: LOGOUT, type: 3, from: server, fields: [ { name: id, type: u8 } ] }
      roles:
        move:
          UP: { send: MOVE, set: { direction: UP } }
          DOWN: { send: MOVE, set: { direction: DOWN } }
          LEFT: { send: MOVE, set: { direction: LEFT } }
          RIGHT: { send: MOVE, set: { direction: RIGHT } }
        self: [ { packet: LOGIN, when: first, id: id } ]
        enter: [ { packet: LOGIN, when: later, id: id } ]
        position: [ { packet: POSITION, id: id, x: x, y: y } ]
        leave: [ { packet: LOGOUT, id: id } ]
      world: { width: 8, height: 8, max-clients: 10 }
      """;

  private final String header;
  private final List<String> types = new ArrayList<>();
  private final List<String> packets = new ArrayList<>();
  private String endian = "little";
  private String counts = "whole";

  private SpecText(String header) {
    this.header = header;
  }

  /** With that header; its length is the field {@code size}, its type the field {@code type}. */
  public static SpecText withHeader(String... fields) {
    return new SpecText(list(fields));
  }

  /** Integers with their high byte first. */
  public SpecText bigEndian() {
    endian = "big";
    return this;
  }

  /** A length that does not count the header. */
  public SpecText countingBody() {
    counts = "body";
    return this;
  }

  /** One more enumeration, as YAML: {@code Color: { enum: u8, values: { RED: 1 } }}. */
  public SpecText withType(String yaml) {
    types.add(yaml);
    return this;
  }

  /** One more packet. */
  public SpecText withPacket(String name, long type, String from, String... fields) {
    packets.add(
        "{ name: %s, type: %d, from: %s, fields: %s }".formatted(name, type, from, list(fields)));
    return this;
  }

  /** A list of fields in YAML, from {@code "id: u8"} or {@code "id: u8, range: [0, 9]"}. */
  private static String list(String... fields) {
    List<String> items = new ArrayList<>();
    for (String field : fields) {
      String[] halves = field.split(": ", 2);
      items.add("{ name: " + halves[0] + ", type: " + halves[1] + " }");
    }
    return "[ " + String.join(", ", items) + " ]";
  }

  /** The spec that the text says. */
  public Spec spec() {
    try {
      return SpecLoader.parse("inline", toString());
    } catch (SpecException e) {
      throw new IllegalStateException(this + "\n" + e.getMessage(), e);
    }
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("spec: 1\nname: inline\n");
    text.append("encoding: { endian: ").append(endian).append(" }\n");
    text.append("framing:\n");
    text.append("  length: { field: size, counts: ").append(counts).append(" }\n");
    text.append("  type: { field: type }\n");
    text.append("header: ").append(header).append("\ntypes:\n");
    text.append("  Direction: { enum: u8, values: { UP: 0, DOWN: 1, LEFT: 2, RIGHT: 3 } }\n");
    types.forEach(type -> text.append("  ").append(type).append('\n'));
    text.append("packets:\n");
    packets.forEach(packet -> text.append("  - ").append(packet).append('\n'));
    return text.append(PACKETS_AND_ROLES).toString();
  }
}
