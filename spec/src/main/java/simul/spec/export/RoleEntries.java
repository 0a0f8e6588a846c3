package simul.spec.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simul.spec.model.Condition;
import simul.spec.model.Direction;
import simul.spec.model.Event;
import simul.spec.model.Field;
import simul.spec.model.FieldType;
import simul.spec.model.Packet;
import simul.spec.model.Roles;
import simul.spec.model.Send;
import simul.spec.model.Snapshot;
import simul.spec.model.Spec;
import simul.spec.model.Value;

/** The roles of a spec as a spec file has them: maps, lists, strings and numbers. */
final class RoleEntries {
  private final Spec spec;

  private RoleEntries(Spec spec) {
    this.spec = spec;
  }

  /** Every role that the spec has, by its key. */
  static Map<String, Object> of(Spec spec) {
    return new RoleEntries(spec).all();
  }

  private Map<String, Object> all() {
    Roles roles = spec.roles();
    Map<String, Object> entries = new LinkedHashMap<>();
    if (roles.identity() != Roles.Identity.TOLD) {
      entries.put("identity", roles.identity().word());
    }
    put(entries, "hello", roles.hello().stream().map(this::send).toList());
    Map<String, Object> moves = new LinkedHashMap<>();
    for (Direction direction : Direction.values()) {
      moves.put(direction.name(), send(roles.moves().get(direction)));
    }
    entries.put("move", moves);
    roles.poke().ifPresent(poke -> entries.put("poke", send(poke)));
    put(entries, "bye", roles.bye().stream().map(this::send).toList());
    for (Event.Role role : Event.Role.values()) {
      put(entries, role.word(), roles.events(role).stream().map(this::event).toList());
    }
    put(entries, "snapshot", roles.snapshots().stream().map(this::snapshot).toList());
    return entries;
  }

  private static void put(Map<String, Object> entries, String key, List<?> list) {
    if (!list.isEmpty()) {
      entries.put(key, list);
    }
  }

  private Map<String, Object> send(Send send) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("send", send.packet());
    Map<String, Object> set = new LinkedHashMap<>();
    send.set().forEach((path, value) -> set.put(path, value(send.packet(), path, value)));
    if (!set.isEmpty()) {
      entry.put("set", set);
    }
    return entry;
  }

  private Map<String, Object> event(Event event) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("packet", event.packet());
    if (event.when() != Event.When.ALWAYS) {
      entry.put("when", event.when().word());
    }
    conditions(entry, event.packet(), event.condition());
    event.id().ifPresent(path -> entry.put("id", path));
    event.x().ifPresent(path -> entry.put("x", path));
    event.y().ifPresent(path -> entry.put("y", path));
    event.echo().ifPresent(path -> entry.put("echo", path));
    return entry;
  }

  private Map<String, Object> snapshot(Snapshot snapshot) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("packet", snapshot.packet());
    snapshot.id().ifPresent(path -> entry.put("id", path));
    entry.put("x", snapshot.x());
    entry.put("y", snapshot.y());
    conditions(entry, snapshot.packet(), snapshot.present());
    return entry;
  }

  private void conditions(Map<String, Object> entry, String packet, Condition condition) {
    conditions(entry, "where", packet, condition.where());
    conditions(entry, "unless", packet, condition.unless());
  }

  private void conditions(
      Map<String, Object> entry, String key, String packet, Map<String, Long> bits) {
    Map<String, Object> values = new LinkedHashMap<>();
    bits.forEach((path, value) -> values.put(path, value(packet, path, new Value.Bits(value))));
    if (!values.isEmpty()) {
      entry.put(key, values);
    }
  }

  private Object value(String packet, String path, Value value) {
    return value(value, type(packet, path));
  }

  /** A value as a spec file has it: a number, the name of an enum's value, text, a variable. */
  static Object value(Value value, FieldType type) {
    if (value instanceof Value.Text text) {
      return text.text();
    }
    if (value instanceof Value.Variable variable) {
      return variable.kind().word();
    }
    long bits = ((Value.Bits) value).bits();
    FieldType one = type instanceof FieldType.Array array ? array.element() : type;
    if (one instanceof FieldType.Enumeration enumeration) {
      Optional<String> word =
          enumeration.values().entrySet().stream()
              .filter(entry -> entry.getValue() == bits)
              .map(Map.Entry::getKey)
              .findFirst();
      if (word.isPresent()) {
        return word.get();
      }
    }
    boolean floating = one instanceof FieldType.Number number && number.scalar().floating();
    return floating ? (Object) Double.longBitsToDouble(bits) : (Object) bits;
  }

  /** The type of the field that a path leads to; each name in it is known to exist. */
  private FieldType type(String packetName, String path) {
    Packet packet =
        spec.packets().stream().filter(p -> p.name().equals(packetName)).findFirst().orElseThrow();
    List<Field> scope = new ArrayList<>(spec.framing(packet.sender()).header());
    scope.addAll(packet.fields());
    FieldType type = new FieldType.Filler(0);
    for (String step : path.replaceAll("\\[[^]]*\\]", "").split("\\.")) {
      type = scope.stream().filter(f -> f.name().equals(step)).findFirst().map(Field::type).get();
      FieldType inner = type instanceof FieldType.Array array ? array.element() : type;
      scope = inner instanceof FieldType.Struct struct ? struct.fields() : List.of();
    }
    return type;
  }
}
