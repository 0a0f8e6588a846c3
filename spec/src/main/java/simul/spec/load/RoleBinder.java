package simul.spec.load;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import simul.spec.model.Direction;
import simul.spec.model.Event;
import simul.spec.model.Field;
import simul.spec.model.FieldType;
import simul.spec.model.Framing;
import simul.spec.model.Packet;
import simul.spec.model.Roles;
import simul.spec.model.Send;
import simul.spec.model.Sender;
import simul.spec.text.Suggestion;

/** Binds the meaning half of a file: which packet says what. */
final class RoleBinder {
  private final Problems problems;
  private final Optional<Framing.LengthPrefixed> framing;
  private final List<Packet> packets;
  private final int maxClients;

  RoleBinder(
      Problems problems,
      Optional<Framing.LengthPrefixed> framing,
      List<Packet> packets,
      int maxClients) {
    this.problems = problems;
    this.framing = framing;
    this.packets = packets;
    this.maxClients = maxClients;
  }

  Roles bind(Reader roles) {
    Map<Direction, Send> moves = new EnumMap<>(Direction.class);
    Map<Send, Direction> meanings = new HashMap<>();
    for (Direction direction : Direction.values()) {
      Reader reader = roles.map("move").map(direction.name());
      send(reader)
          .ifPresent(
              send -> {
                moves.put(direction, send);
                Direction other = meanings.putIfAbsent(send, direction);
                if (other != null) {
                  problems.error(
                      reader.value(), direction + " is sent exactly as " + other + " is");
                }
              });
    }
    List<Event> events = new ArrayList<>();
    for (Event.Role role : Event.Role.values()) {
      roles.list(role.word()).forEach(reader -> event(role, reader).ifPresent(events::add));
    }
    return new Roles(moves, events);
  }

  private Optional<Send> send(Reader reader) {
    Optional<Packet> packet = packet(reader, "send", Sender.CLIENT);
    if (packet.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Long> set = new LinkedHashMap<>();
    Reader values = reader.map("set");
    for (String name : values.entries().keySet()) {
      field(packet.get(), name, values.place(name))
          .flatMap(field -> value(values, name, field))
          .ifPresent(value -> set.put(name, value));
    }
    boolean allBound = set.size() == values.entries().size();
    return allBound ? Optional.of(new Send(packet.get().name(), set)) : Optional.empty();
  }

  private Optional<Long> value(Reader values, String name, Field field) {
    Optional<Long> number = values.whole(name);
    if (number.isEmpty()) {
      return enumValue(values, name, field);
    }
    if (number.get() < field.min() || number.get() > field.max()) {
      problems.error(
          values.place(name),
          name + " " + number.get() + " is outside " + field.min() + ".." + field.max());
    } else if (field.type() instanceof FieldType.Enumeration enumeration
        && !enumeration.values().containsValue(number.get())) {
      problems.error(
          values.place(name), name + " " + number.get() + " is no value of " + enumeration.name());
    }
    return number;
  }

  private Optional<Long> enumValue(Reader values, String name, Field field) {
    Optional<String> text = values.text(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String word = text.get();
    if (!(field.type() instanceof FieldType.Enumeration enumeration)) {
      problems.error(
          values.place(name), name + " is a number, not an enum, so " + word + " names no value");
      return Optional.empty();
    }
    Optional<Long> value = Optional.ofNullable(enumeration.values().get(word));
    if (value.isEmpty()) {
      problems.error(
          values.place(name),
          enumeration.name()
              + " has no value "
              + word
              + Suggestion.phrase(word, enumeration.values().keySet()));
    }
    return value;
  }

  private Optional<Event> event(Event.Role role, Reader reader) {
    Optional<Packet> packet = packet(reader, "packet", Sender.SERVER);
    if (packet.isEmpty()) {
      return Optional.empty();
    }
    for (String key : List.of("id", "x", "y")) {
      Optional<Field> field =
          reader
              .text(key)
              .flatMap(name -> field(packet.get(), name, reader.place(key)))
              .filter(found -> key.equals("id") && found.max() < maxClients - 1);
      if (field.isPresent()) {
        problems.error(
            reader.place(key),
            field.get().name()
                + " holds at most "
                + field.get().max()
                + ", too little for the IDs of max-clients "
                + maxClients);
      }
    }
    if (reader.text("x").isPresent() != reader.text("y").isPresent()) {
      problems.error(reader.value(), "a position needs both x and y");
    }
    return reader
        .text("id")
        .map(
            id ->
                new Event(
                    role,
                    packet.get().name(),
                    reader.choice("when", Event.When.class).orElse(Event.When.ALWAYS),
                    id,
                    reader.text("x"),
                    reader.text("y")));
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

  private Optional<Field> field(Packet packet, String name, Value place) {
    List<Field> all =
        Stream.concat(
                framing.map(Framing.LengthPrefixed::header).orElse(List.of()).stream(),
                packet.fields().stream())
            .toList();
    Optional<Field> field = all.stream().filter(known -> known.name().equals(name)).findFirst();
    if (field.isEmpty()) {
      List<String> words = all.stream().map(Field::name).toList();
      problems.error(
          place, packet.name() + " has no field " + name + Suggestion.phrase(name, words));
    }
    return field;
  }
}
