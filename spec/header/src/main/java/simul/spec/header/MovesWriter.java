package simul.spec.header;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import simul.spec.header.PacketGuess.Purpose;
import simul.spec.header.PacketGuess.Role;
import simul.spec.model.Direction;
import simul.spec.model.Sender;

/** Writes how a client asks for each of the four steps. */
final class MovesWriter {
  private static final Set<String> DIRECTION = Set.of("dir", "direction", "way", "방향");

  private final SpecDraft draft;
  private final YamlLines lines;

  private MovesWriter(SpecDraft draft, YamlLines lines) {
    this.draft = draft;
    this.lines = lines;
  }

  static void write(SpecDraft draft, YamlLines lines) {
    new MovesWriter(draft, lines).write();
  }

  private void write() {
    Hunch<Map<Direction, String>> moves = guessed();
    if (moves.value().isEmpty()) {
      moves = absolute();
    }
    if (moves.value().isEmpty()) {
      moves = asInHandout();
    }
    if (moves.value().size() < Direction.values().length) {
      lines.add("  # move:  # fill in: " + YamlLines.clean(draft.guess().moves().reason()));
      for (Direction direction : Direction.values()) {
        lines.add("  #   " + direction + ": { send: NAME, set: { FIELD: VALUE } }");
      }
      return;
    }
    lines.add("  move:" + YamlLines.remark(moves.reason()));
    moves.value().forEach((direction, send) -> lines.add("    " + direction + ": " + send));
  }

  /** As the guess has it. */
  private Hunch<Map<Direction, String>> guessed() {
    Map<Direction, String> sends = new EnumMap<>(Direction.class);
    for (MoveGuess move : draft.guess().moves().value()) {
      Optional<DraftPacket> packet = draft.packetOf(move).filter(p -> p.isFrom(Sender.CLIENT));
      if (packet.isPresent()) {
        Map<String, String> set = new LinkedHashMap<>();
        move.member()
            .flatMap(member -> draft.path(packet.get(), member))
            .ifPresent(path -> set.put(path, value(packet.get(), move)));
        set.putAll(own(draft, packet.get()));
        sends.put(move.direction(), send(packet.get(), set));
      }
    }
    return new Hunch<>(sends, draft.guess().moves().reason());
  }

  /** The value as its field reads it, by name where the field's type is an enumeration. */
  private String value(DraftPacket packet, MoveGuess move) {
    String path = move.member().orElseThrow();
    Optional<Member> member =
        Leaf.of(packet.guess().struct(), draft.header()).stream()
            .filter(leaf -> leaf.path().equals(path))
            .map(Leaf::member)
            .findFirst();
    if (member.isPresent() && member.get().element() instanceof ElementType.Enumerated type) {
      boolean defined = draft.field(packet, path).filter(f -> isDefined(f.type())).isPresent();
      Optional<String> name =
          draft.header().enumeration(type.enumeration()).stream()
              .flatMap(enumeration -> enumeration.values().stream())
              .filter(constant -> defined && constant.value() == move.value())
              .map(constant -> YamlLines.word(draft.valueName(constant)))
              .findFirst();
      if (name.isPresent()) {
        return name.get();
      }
    }
    return draft
        .field(packet, path)
        .filter(field -> field.path().equals(path) && field.type().matches("[iu](8|16|32)"))
        .map(field -> SpecDraft.narrowed(move.value(), field))
        .filter(OptionalLong::isPresent)
        .map(OptionalLong::getAsLong)
        .orElse(move.value())
        .toString();
  }

  private boolean isDefined(String type) {
    return draft.types().containsKey(type);
  }

  private Optional<DraftPacket> asking() {
    return draft.packets().stream()
        .filter(packet -> packet.isFrom(Sender.CLIENT) && packet.guess().plays(Role.MOVE))
        .findFirst();
  }

  /** A client that says where it wants to be. */
  private Hunch<Map<Direction, String>> absolute() {
    Map<Direction, String> sends = new EnumMap<>(Direction.class);
    Optional<DraftPacket> packet =
        asking().filter(found -> found.guess().path(Purpose.DIRECTION).isEmpty());
    Optional<String> x = packet.flatMap(found -> path(found, Purpose.X));
    Optional<String> y = packet.flatMap(found -> path(found, Purpose.Y));
    if (x.isPresent() && y.isPresent()) {
      Map<String, String> set = new LinkedHashMap<>();
      set.put(x.get(), "$x");
      set.put(y.get(), "$y");
      set.putAll(own(draft, packet.get()));
      for (Direction direction : Direction.values()) {
        sends.put(direction, send(packet.get(), set));
      }
    }
    return new Hunch<>(sends, "it says no direction but a place, so perhaps where to go");
  }

  private Optional<String> path(DraftPacket packet, Purpose purpose) {
    return packet.guess().path(purpose).flatMap(path -> draft.path(packet, path));
  }

  /** A direction without any names for its values, numbered as in the handout. */
  private Hunch<Map<Direction, String>> asInHandout() {
    Map<Direction, String> sends = new EnumMap<>(Direction.class);
    Optional<DraftPacket> packet =
        asking()
            .filter(
                found ->
                    found
                        .guess()
                        .path(Purpose.DIRECTION)
                        .filter(path -> Words.of(lastOf(path)).has(DIRECTION))
                        .flatMap(path -> draft.field(found, path))
                        .filter(field -> field.type().matches("[iu](8|16|32|64)"))
                        .isPresent());
    if (packet.isPresent()) {
      String path = path(packet.get(), Purpose.DIRECTION).orElseThrow();
      for (Direction direction : Direction.values()) {
        Map<String, String> set = new LinkedHashMap<>();
        set.put(path, String.valueOf(direction.ordinal()));
        set.putAll(own(draft, packet.get()));
        sends.put(direction, send(packet.get(), set));
      }
    }
    return new Hunch<>(
        sends, "the header does not say which number is which, the handout has 0, 1, 2, 3");
  }

  private static String lastOf(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  private static String send(DraftPacket packet, Map<String, String> set) {
    return "{ send: " + YamlLines.word(packet.name()) + set(set) + " }";
  }

  /** The key {@code set} with its fields, or nothing. */
  static String set(Map<String, String> set) {
    return set.isEmpty()
        ? ""
        : set.entrySet().stream()
            .map(entry -> key(entry.getKey()) + ": " + entry.getValue())
            .collect(Collectors.joining(", ", ", set: { ", " }"));
  }

  private static String key(String path) {
    return path.contains("[") ? '"' + path + '"' : YamlLines.word(path);
  }

  /** What a client says of itself in any packet: its ID, and the time. */
  static Map<String, String> own(SpecDraft draft, DraftPacket packet) {
    Map<String, String> set = new LinkedHashMap<>();
    packet
        .guess()
        .path(Purpose.ID)
        .flatMap(path -> draft.path(packet, path))
        .ifPresent(path -> set.put(path, "$self"));
    packet
        .guess()
        .path(Purpose.TIME)
        .flatMap(path -> draft.path(packet, path))
        .ifPresent(path -> set.put(path, "$now"));
    return set;
  }
}
