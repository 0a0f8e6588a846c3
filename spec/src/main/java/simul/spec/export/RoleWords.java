package simul.spec.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import simul.spec.meaning.Asker;
import simul.spec.meaning.Protocol;
import simul.spec.model.Condition;
import simul.spec.model.Direction;
import simul.spec.model.Event;
import simul.spec.model.FieldType;
import simul.spec.model.Roles;
import simul.spec.model.Send;
import simul.spec.model.Sender;
import simul.spec.model.Snapshot;
import simul.spec.model.Spec;
import simul.spec.model.Value;
import simul.spec.wire.ArrayLayout;
import simul.spec.wire.FieldLayout;
import simul.spec.wire.PacketLayout;
import simul.spec.world.Cell;

/** What each role of a spec resolves to: packets, fields with their bytes, and examples. */
final class RoleWords {
  /** Where the moves of examples lead. */
  private static final Cell EXAMPLE_CELL = new Cell(1, 1);

  private final Protocol protocol;
  private final Spec spec;
  private final Asker asker;
  private final List<Line> lines = new ArrayList<>();

  private RoleWords(Spec spec) {
    this.protocol = Protocol.of(spec);
    this.spec = spec;
    this.asker = new Asker(0, spec.world().slots().firstId(), 0);
  }

  /**
   * One role.
   *
   * @param role as spec files name it: {@code move UP}, {@code position}
   * @param text what it resolves to
   */
  record Line(String role, String text) {}

  /** Every role, in the order of spec files. */
  static List<Line> of(Spec spec) {
    return new RoleWords(spec).all();
  }

  /** What the examples of requests are about, where they depend on who asks; else nothing. */
  static Optional<String> note(Spec spec) {
    boolean depends =
        of(spec).stream().anyMatch(line -> line.text().contains("->") && line.text().contains("$"));
    String text =
        "Examples are those of client 0 with ID "
            + spec.world().slots().firstId()
            + ", at time 0, for column 1 and row 1.";
    return depends ? Optional.of(text) : Optional.empty();
  }

  private List<Line> all() {
    Roles roles = spec.roles();
    add("identity", identity(roles.identity()));
    requests("hello", roles.hello(), protocol.requestEncoder().hello(asker));
    for (Direction direction : Direction.values()) {
      byte[] bytes = protocol.requestEncoder().move(direction, asker, EXAMPLE_CELL);
      requests("move " + direction, List.of(roles.moves().get(direction)), bytes);
    }
    roles
        .poke()
        .ifPresent(
            send ->
                requests(
                    "poke", List.of(send), protocol.requestEncoder().poke(asker).orElseThrow()));
    requests("bye", roles.bye(), protocol.requestEncoder().bye(asker));
    roles.events().forEach(event -> add(event.role().word(), event(event)));
    roles.snapshots().forEach(snapshot -> add("snapshot", snapshot(snapshot)));
    return lines;
  }

  private void add(String role, String text) {
    lines.add(new Line(role, text));
  }

  private static String identity(Roles.Identity identity) {
    return switch (identity) {
      case TOLD -> "the server tells a client its ID";
      case CHOSEN -> "a client chooses its own ID";
      case LAST -> "a client is the last player of the first snapshot";
      case NEVER -> "nothing tells a client its ID: it is the piece that none of the others is";
    };
  }

  private void requests(String role, List<Send> sends, byte[] bytes) {
    if (!sends.isEmpty()) {
      String words = sends.stream().map(this::request).collect(Collectors.joining(", then "));
      add(role, words + " -> " + PacketExample.hex(bytes));
    }
  }

  private String request(Send send) {
    PacketLayout packet = protocol.packets(Sender.CLIENT).packet(send.packet()).orElseThrow();
    List<String> values = new ArrayList<>();
    send.set()
        .forEach(
            (path, value) ->
                values.add(path + "=" + TypeWords.value(value, type(packet, path, value))));
    return send.packet() + (values.isEmpty() ? "" : " with " + String.join(" ", values));
  }

  /** The type of a number that is set to a constant; of no meaning for anything else. */
  private static FieldType type(PacketLayout packet, String path, Value value) {
    if (!(value instanceof Value.Bits)) {
      return new FieldType.Filler(0);
    }
    return packet
        .field(path)
        .or(() -> inElement(packet, path))
        .<FieldType>map(FieldLayout::type)
        .orElse(new FieldType.Filler(0));
  }

  private static Optional<FieldLayout> inElement(PacketLayout packet, String path) {
    int bracket = path.indexOf('[');
    int dot = path.indexOf("].");
    return bracket < 0
        ? Optional.empty()
        : packet
            .array(path.substring(0, bracket))
            .flatMap(array -> array.field(dot < 0 ? array.name() : path.substring(dot + 2)));
  }

  private String event(Event event) {
    PacketLayout packet = protocol.packets(Sender.SERVER).packet(event.packet()).orElseThrow();
    Map<String, Optional<String>> fields = new LinkedHashMap<>();
    fields.put("id", event.id());
    fields.put("x", event.x());
    fields.put("y", event.y());
    fields.put("echo", event.echo());
    List<String> words = new ArrayList<>();
    fields.forEach(
        (role, name) ->
            name.flatMap(packet::field)
                .ifPresent(field -> words.add(role + "=" + place(role, field))));
    String when =
        switch (event.when()) {
          case ALWAYS -> "";
          case FIRST -> " (the first on a connection)";
          case LATER -> " (all but the first on a connection)";
        };
    return event.packet()
        + when
        + (words.isEmpty() ? "" : " " + String.join(" ", words))
        + condition(event.condition(), path -> packet.field(path).map(FieldLayout::type));
  }

  /** Which bytes it has, behind its name where that is not the role's own. */
  private static String place(String role, FieldLayout field) {
    return (field.name().equals(role) ? "" : field.name())
        + "["
        + field.offset()
        + ".."
        + field.end()
        + ")";
  }

  private String snapshot(Snapshot snapshot) {
    PacketLayout packet = protocol.packets(Sender.SERVER).packet(snapshot.packet()).orElseThrow();
    List<String> words = new ArrayList<>();
    words.add("id=" + snapshot.id().map(path -> each(packet, path)).orElse("the index"));
    words.add("x=" + each(packet, snapshot.x()));
    words.add("y=" + each(packet, snapshot.y()));
    return snapshot.packet()
        + " "
        + String.join(" ", words)
        + condition(snapshot.present(), path -> inEach(packet, path).map(FieldLayout::type));
  }

  private static ArrayLayout array(PacketLayout packet, String path) {
    int dot = path.indexOf('.');
    return packet.array(dot < 0 ? path : path.substring(0, dot)).orElseThrow();
  }

  private static Optional<FieldLayout> inEach(PacketLayout packet, String path) {
    int dot = path.indexOf('.');
    return array(packet, path).field(dot < 0 ? path : path.substring(dot + 1));
  }

  /** A number in each element: where it stands in the first, and how far apart they are. */
  private static String each(PacketLayout packet, String path) {
    ArrayLayout array = array(packet, path);
    return inEach(packet, path)
        .map(
            field ->
                path
                    + "["
                    + (array.offset() + field.offset())
                    + ".."
                    + (array.offset() + field.end())
                    + ") + "
                    + array.strideBytes()
                    + " * i")
        .orElse(path);
  }

  private interface Types {
    Optional<FieldType.Number> of(String path);
  }

  private static String condition(Condition condition, Types types) {
    List<String> words = new ArrayList<>();
    condition.where().forEach((path, bits) -> words.add(path + " is " + value(types, path, bits)));
    condition
        .unless()
        .forEach((path, bits) -> words.add(path + " is not " + value(types, path, bits)));
    return words.isEmpty() ? "" : ", where " + String.join(" and ", words);
  }

  private static String value(Types types, String path, long bits) {
    return TypeWords.value(
        new Value.Bits(bits),
        types.of(path).<FieldType>map(t -> t).orElse(new FieldType.Filler(0)));
  }
}
