package simul.spec.header;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import simul.spec.header.PacketGuess.Purpose;
import simul.spec.header.PacketGuess.Role;
import simul.spec.model.Sender;

/** Writes the roles of a drafted spec; what is unknown it writes as a comment. */
final class RolesWriter {
  /** A member of a player with such a name says whether there is one. */
  private static final Set<String> PRESENT =
      Set.of("active", "used", "here", "connected", "alive", "valid", "online", "live", "exist");

  /** A name that a client has for itself must leave room for its number. */
  private static final int ROOM_FOR_NUMBER = 8;

  private final SpecDraft draft;
  private final YamlLines lines = new YamlLines();

  /** Where nothing else tells a client who it is: the packet whose first one may. */
  private Optional<DraftPacket> firstIsSelf = Optional.empty();

  private RolesWriter(SpecDraft draft) {
    this.draft = draft;
  }

  /** The lines, with the key {@code roles}. */
  static YamlLines write(SpecDraft draft) {
    RolesWriter writer = new RolesWriter(draft);
    if (draft.header().annotations().tells("roles")) {
      writer.writeTold();
    } else {
      writer.write();
    }
    String key = writer.lines.isEmpty() ? "roles: {}" : "roles:";
    return new YamlLines().add(key).addAll(writer.lines);
  }

  /** What the header tells; a spec without moves is none, so their key is there always. */
  private void writeTold() {
    Annotations told = draft.header().annotations();
    Optional<AnnotationPart> move = told.part("roles.move");
    if (move.isPresent()) {
      lines.add("  move:" + YamlLines.remark(Hunch.TOLD));
      lines.inside("    ", move.get());
    } else {
      lines.add("  move: {}  # fill in: the header tells other roles, but not this one");
    }
    told.section("roles").stream()
        .filter(part -> !part.path().equals("roles.move"))
        .forEach(part -> lines.told("  ", part));
  }

  private void write() {
    sends("hello", Role.LOGIN);
    MovesWriter.write(draft, lines);
    sends("bye", Role.LEAVE);
    self();
    events("enter", Role.ENTER, List.of(Purpose.ID), List.of(Purpose.X, Purpose.Y));
    events("position", Role.POSITION, List.of(Purpose.X, Purpose.Y), List.of(Purpose.ID));
    events("leave", Role.LEAVE, List.of(Purpose.ID), List.of());
    snapshots();
  }

  private List<DraftPacket> playing(Role role, Sender sender) {
    return draft.packets().stream()
        .filter(packet -> packet.isFrom(sender) && packet.guess().plays(role))
        .toList();
  }

  private static String reason(DraftPacket packet, Role role) {
    return packet.guess().roles().stream()
        .filter(hunch -> hunch.value() == role)
        .map(Hunch::reason)
        .findFirst()
        .orElse("");
  }

  private void sends(String key, Role role) {
    List<DraftPacket> packets = playing(role, Sender.CLIENT);
    if (packets.isEmpty()) {
      return;
    }
    lines.add("  " + key + ":");
    for (DraftPacket packet : packets) {
      Map<String, String> set = new LinkedHashMap<>();
      if (role == Role.LOGIN) {
        packet
            .guess()
            .path(Purpose.NAME)
            .flatMap(path -> draft.field(packet, path))
            .filter(field -> field.type().contains("char"))
            .ifPresent(field -> set.put(field.name(), botName(field)));
      }
      set.putAll(MovesWriter.own(draft, packet));
      lines.guessed(
          "    - { send: " + YamlLines.word(packet.name()) + MovesWriter.set(set) + " }",
          reason(packet, role));
    }
  }

  private static String botName(DraftField field) {
    return field.count().orElse(1) >= ROOM_FOR_NUMBER ? "\"bot-$n\"" : "\"$n\"";
  }

  private void self() {
    List<DraftPacket> known =
        playing(Role.SELF, Sender.SERVER).stream()
            .filter(packet -> path(packet, Purpose.ID).isPresent())
            .toList();
    if (!known.isEmpty()) {
      events("self", Role.SELF, List.of(Purpose.ID), List.of(Purpose.X, Purpose.Y));
      return;
    }
    firstIsSelf =
        List.of(Role.SNAPSHOT, Role.ENTER, Role.POSITION).stream()
            .flatMap(role -> playing(role, Sender.SERVER).stream())
            .filter(packet -> path(packet, Purpose.ID).isPresent())
            .findFirst();
    if (firstIsSelf.isEmpty()) {
      lines.add("  # self: [ { packet: NAME, id: FIELD } ]");
      lines.add("  # fill in: which packet tells a client its own ID; or else");
      lines.add("  # identity: last      (the last player of the first snapshot)");
      lines.add("  # identity: chosen    (a hello sets a field to $self)");
      return;
    }
    DraftPacket packet = firstIsSelf.get();
    lines.add("  self:");
    lines.guessed(
        event(packet, "first", keys(packet, List.of(Purpose.ID, Purpose.X, Purpose.Y))),
        "no packet is named after it, so perhaps the first " + packet.name() + " is one's own");
  }

  private void events(String key, Role role, List<Purpose> required, List<Purpose> optional) {
    List<DraftPacket> packets = playing(role, Sender.SERVER);
    boolean snapshot = !playing(Role.SNAPSHOT, Sender.SERVER).isEmpty();
    if (packets.isEmpty()) {
      if (!snapshot) {
        lines.add("  # " + key + ": fill in: no packet is named after it");
      }
      return;
    }
    List<String> events = new ArrayList<>();
    for (DraftPacket packet : packets) {
      Map<String, String> keys = keys(packet, required);
      boolean complete = keys.size() == required.size();
      keys.putAll(keys(packet, optional));
      Optional.ofNullable(keys.remove(key(Purpose.ID))).ifPresent(id -> first(keys, id));
      if (!keys.containsKey("x") || !keys.containsKey("y")) {
        keys.remove("x");
        keys.remove("y");
      }
      if (role == Role.POSITION) {
        echo(packet).ifPresent(path -> keys.put("echo", path));
      }
      String line = event(packet, when(role, packet), keys);
      events.add(
          complete
              ? line + YamlLines.remark(reason(packet, role))
              : "    # "
                  + line.strip()
                  + "  # fill in: "
                  + missing(required, keys)
                  + "; guessed: "
                  + YamlLines.clean(reason(packet, role)));
    }
    boolean any = events.stream().anyMatch(event -> !event.strip().startsWith("#"));
    lines.add(any ? "  " + key + ":" : "  # " + key + ":");
    events.forEach(lines::add);
  }

  /** Who before where, as specs have it. */
  private static void first(Map<String, String> keys, String id) {
    Map<String, String> others = new LinkedHashMap<>(keys);
    keys.clear();
    keys.put(key(Purpose.ID), id);
    keys.putAll(others);
  }

  private static String missing(List<Purpose> required, Map<String, String> keys) {
    return required.stream()
        .map(RolesWriter::key)
        .filter(key -> !keys.containsKey(key))
        .collect(Collectors.joining(", "));
  }

  /** Whether it is the first packet or a later one that plays the role. */
  private String when(Role role, DraftPacket packet) {
    boolean both = packet.guess().plays(Role.SELF) && packet.guess().plays(Role.ENTER);
    if (both && role == Role.SELF) {
      return "first";
    }
    boolean later = both || firstIsSelf.filter(packet::equals).isPresent();
    return later && (role == Role.ENTER || role == Role.POSITION) ? "later" : "";
  }

  private static String event(DraftPacket packet, String when, Map<String, String> keys) {
    StringBuilder line = new StringBuilder("    - { packet: ");
    line.append(YamlLines.word(packet.name()));
    if (!when.isEmpty()) {
      line.append(", when: ").append(when);
    }
    keys.forEach((key, path) -> line.append(", ").append(key).append(": ").append(path));
    return line.append(" }").toString();
  }

  private Map<String, String> keys(DraftPacket packet, List<Purpose> purposes) {
    Map<String, String> keys = new LinkedHashMap<>();
    for (Purpose purpose : purposes) {
      path(packet, purpose).ifPresent(path -> keys.put(key(purpose), path));
    }
    return keys;
  }

  private static String key(Purpose purpose) {
    return purpose.name().toLowerCase(java.util.Locale.ROOT);
  }

  private Optional<String> path(DraftPacket packet, Purpose purpose) {
    return packet
        .guess()
        .path(purpose)
        .filter(path -> draft.field(packet, path).filter(f -> !f.type().equals("bool")).isPresent())
        .flatMap(path -> draft.path(packet, path))
        .map(RolesWriter::quoted);
  }

  private static String quoted(String path) {
    return path.contains("[") ? '"' + path + '"' : YamlLines.word(path);
  }

  /** A time comes back where a client sends one. */
  private Optional<String> echo(DraftPacket packet) {
    boolean sent =
        playing(Role.MOVE, Sender.CLIENT).stream()
            .anyMatch(move -> path(move, Purpose.TIME).isPresent());
    return sent ? path(packet, Purpose.TIME) : Optional.empty();
  }

  private void snapshots() {
    List<DraftPacket> packets = playing(Role.SNAPSHOT, Sender.SERVER);
    List<String> written = new ArrayList<>();
    for (DraftPacket packet : packets) {
      for (Member member : packet.guess().struct().members()) {
        Optional<Struct> player =
            member.dimensions().isEmpty() ? Optional.empty() : Leaf.nested(member, draft.header());
        player.map(struct -> snapshot(packet, member, struct)).ifPresent(written::add);
      }
    }
    boolean any = written.stream().anyMatch(line -> !line.strip().startsWith("#"));
    if (!written.isEmpty()) {
      lines.add(any ? "  snapshot:" : "  # snapshot:");
      written.forEach(lines::add);
    }
  }

  private String snapshot(DraftPacket packet, Member array, Struct player) {
    List<Leaf> leaves = Leaf.of(player, draft.header());
    Map<Purpose, Hunch<String>> found = MemberGuesser.guess(leaves);
    String name = draft.path(packet, array.name()).orElse(array.name());
    Map<String, String> keys = new LinkedHashMap<>();
    for (Purpose purpose : List.of(Purpose.ID, Purpose.X, Purpose.Y)) {
      Optional.ofNullable(found.get(purpose))
          .ifPresent(
              hunch -> keys.put(key(purpose), name + "." + FieldDrafter.split(hunch.value())));
    }
    Optional<Leaf> present =
        leaves.stream()
            .filter(leaf -> leaf.member().element() instanceof ElementType.Truth)
            .filter(leaf -> leaf.isSingle() && leaf.words().has(PRESENT))
            .findFirst();
    present.ifPresent(leaf -> keys.put("where", "{ " + name + "." + leaf.path() + ": 1 }"));
    String line = event(packet, "", keys);
    return keys.containsKey("x") && keys.containsKey("y")
        ? line + YamlLines.remark(reason(packet, Role.SNAPSHOT))
        : "    # " + line.strip() + "  # fill in: x and y of each player";
  }
}
