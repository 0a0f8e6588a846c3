package simul.spec.load;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simul.spec.model.Condition;
import simul.spec.model.Direction;
import simul.spec.model.Event;
import simul.spec.model.Field;
import simul.spec.model.Framing;
import simul.spec.model.Packet;
import simul.spec.model.Roles;
import simul.spec.model.Send;
import simul.spec.model.Sender;
import simul.spec.model.Snapshot;
import simul.spec.model.WorldRules;
import simul.spec.text.Suggestion;
import simul.spec.yaml.Problems;
import simul.spec.yaml.Reader;
import simul.spec.yaml.Value;

/** Binds the meaning half of a file: what clients send, and what servers' packets tell. */
final class RoleBinder {
  private final Problems problems;
  private final Map<Sender, Framing> framings;
  private final List<Packet> packets;
  private final WorldRules.Slots slots;
  private final ValueBinder values;

  RoleBinder(
      Problems problems,
      Map<Sender, Framing> framings,
      List<Packet> packets,
      WorldRules.Slots slots) {
    this.problems = problems;
    this.framings = framings;
    this.packets = packets;
    this.slots = slots;
    this.values = new ValueBinder(problems);
  }

  Roles bind(Reader roles) {
    Map<Direction, Send> moves = moves(roles.map("move"));
    List<Event> events = new ArrayList<>();
    for (Event.Role role : Event.Role.values()) {
      roles.list(role.word()).forEach(reader -> event(role, reader).ifPresent(events::add));
    }
    List<Snapshot> snapshots = new ArrayList<>();
    roles.list("snapshot").forEach(reader -> snapshot(reader).ifPresent(snapshots::add));
    Optional<Send> poke = roles.get("poke").flatMap(value -> send(Reader.of(value)));
    return new Roles(
        roles.choice("identity", Roles.Identity.class).orElse(Roles.Identity.TOLD),
        sends(roles, "hello"),
        moves,
        sends(roles, "bye"),
        poke,
        events,
        snapshots);
  }

  private Map<Direction, Send> moves(Reader move) {
    Map<Direction, Send> moves = new EnumMap<>(Direction.class);
    Map<Send, Direction> meanings = new HashMap<>();
    for (Direction direction : Direction.values()) {
      Reader reader = move.map(direction.name());
      Optional<Send> send = send(reader);
      send.ifPresent(found -> moves.put(direction, found));
      send.filter(found -> !isAbsolute(found))
          .map(found -> meanings.putIfAbsent(found, direction))
          .ifPresent(
              other ->
                  problems.error(
                      reader.value(), direction + " is sent exactly as " + other + " is"));
    }
    return moves;
  }

  private static boolean isAbsolute(Send send) {
    return send.set().values().stream()
        .anyMatch(
            value ->
                value instanceof simul.spec.model.Value.Variable variable
                    && (variable.kind() == simul.spec.model.Value.Kind.X
                        || variable.kind() == simul.spec.model.Value.Kind.Y));
  }

  private List<Send> sends(Reader roles, String key) {
    return roles.list(key).stream().flatMap(reader -> send(reader).stream()).toList();
  }

  private Optional<Send> send(Reader reader) {
    Optional<Packet> packet = packet(reader, "send", Sender.CLIENT);
    if (packet.isEmpty()) {
      return Optional.empty();
    }
    PathResolver fields = fields(packet.get());
    Map<String, simul.spec.model.Value> set = new LinkedHashMap<>();
    Reader table = reader.map("set");
    for (String path : table.entries().keySet()) {
      fields
          .one(path, table.place(path))
          .flatMap(field -> values.sent(table, path, field))
          .ifPresent(value -> set.put(path, value));
    }
    boolean allBound = set.size() == table.entries().size();
    return allBound ? Optional.of(new Send(packet.get().name(), set)) : Optional.empty();
  }

  private PathResolver fields(Packet packet) {
    return new PathResolver(problems, packet, Optional.ofNullable(framings.get(packet.sender())));
  }

  private Optional<Event> event(Event.Role role, Reader reader) {
    Optional<Packet> packet = packet(reader, "packet", Sender.SERVER);
    if (packet.isEmpty()) {
      return Optional.empty();
    }
    PathResolver fields = fields(packet.get());
    reader
        .text("id")
        .flatMap(name -> fields.one(name, reader.place("id")))
        .ifPresent(field -> checkHoldsIds(reader, field));
    for (String key : List.of("x", "y", "echo")) {
      reader
          .text(key)
          .flatMap(name -> fields.one(name, reader.place(key)))
          .ifPresent(field -> checkNumber(reader.place(key), field));
    }
    if (reader.text("x").isPresent() != reader.text("y").isPresent()) {
      problems.error(reader.value(), "a position needs both x and y");
    }
    return Optional.of(
        new Event(
            role,
            packet.get().name(),
            reader.choice("when", Event.When.class).orElse(Event.When.ALWAYS),
            condition(reader, fields, false),
            reader.text("id"),
            reader.text("x"),
            reader.text("y"),
            reader.text("echo")));
  }

  private void checkNumber(Value place, Field field) {
    if (FieldBinder.scalarOf(field.type()).isEmpty()) {
      problems.error(place, field.name() + " is no number");
    }
  }

  private void checkHoldsIds(Reader reader, Field field) {
    checkNumber(reader.place("id"), field);
    boolean array = field.type() instanceof simul.spec.model.FieldType.Array;
    boolean whole =
        FieldBinder.scalarOf(field.type()).filter(scalar -> !scalar.floating()).isPresent();
    if (!array && whole && slots.reused() && field.max() < slots.lastId()) {
      problems.error(
          reader.place("id"),
          field.name()
              + " holds at most "
              + field.max()
              + ", too little for the IDs of max-clients "
              + slots.maxClients());
    }
  }

  private Optional<Snapshot> snapshot(Reader reader) {
    Optional<Packet> packet = packet(reader, "packet", Sender.SERVER);
    if (packet.isEmpty()) {
      return Optional.empty();
    }
    PathResolver fields = fields(packet.get());
    for (String key : List.of("id", "x", "y")) {
      reader
          .text(key)
          .flatMap(path -> fields.each(path, reader.place(key)))
          .ifPresent(field -> checkNumber(reader.place(key), field));
    }
    if (reader.text("x").isEmpty() || reader.text("y").isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Snapshot(
            packet.get().name(),
            reader.text("id"),
            reader.text("x").get(),
            reader.text("y").get(),
            condition(reader, fields, true)));
  }

  private Condition condition(Reader reader, PathResolver fields, boolean each) {
    return new Condition(
        conditions(reader.map("where"), fields, each),
        conditions(reader.map("unless"), fields, each));
  }

  private Map<String, Long> conditions(Reader table, PathResolver fields, boolean each) {
    Map<String, Long> bits = new LinkedHashMap<>();
    for (String path : table.entries().keySet()) {
      Value place = table.place(path);
      Optional<Field> field = each ? fields.each(path, place) : fields.one(path, place);
      field
          .flatMap(found -> values.bits(table, path, found))
          .ifPresent(value -> bits.put(path, value));
    }
    return bits;
  }

  private Optional<Packet> packet(Reader reader, String key, Sender sender) {
    Optional<String> name = reader.text(key);
    Optional<Packet> packet =
        name.flatMap(
            word ->
                packets.stream()
                    .filter(candidate -> candidate.name().equals(word))
                    .filter(candidate -> candidate.sender() == sender)
                    .findFirst());
    if (name.isPresent() && packet.isEmpty()) {
      List<String> words =
          packets.stream().filter(p -> p.sender() == sender).map(Packet::name).toList();
      problems.error(
          reader.place(key),
          "no packet "
              + name.get()
              + " from the "
              + sender.word()
              + Suggestion.phrase(name.get(), words));
    }
    return packet;
  }
}
