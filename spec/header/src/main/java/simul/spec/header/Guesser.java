package simul.spec.header;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import simul.spec.header.Guess.WorldNumber;
import simul.spec.header.PacketGuess.Purpose;
import simul.spec.header.PacketGuess.Role;
import simul.spec.header.TypeGuesser.Wanted;
import simul.spec.model.Sender;

/** Guesses the meaning of one header. */
final class Guesser {
  private static final Set<String> PACKET = Set.of("packet", "pkt", "msg", "message");

  /** What students call the constant with a packet's type that they put into its struct. */
  private static final Set<String> OWN_TYPE = Set.of("type", "id", "op", "opcode", "code", "kind");

  private static final Set<String> HEADER = Set.of("head", "header", "hdr", "base");

  private static final String CLIENT = "(?:client|클라이언트|클라|\\bc\\b)";
  private static final String SERVER = "(?:server|서버|\\bs\\b)";
  private static final String TO = "\\s*(?:-+>|=+>|→|to|2|에서)\\s*";
  private static final Pattern FROM_CLIENT =
      Pattern.compile(CLIENT + TO + SERVER, Pattern.CASE_INSENSITIVE);
  private static final Pattern FROM_SERVER =
      Pattern.compile(SERVER + TO + CLIENT, Pattern.CASE_INSENSITIVE);

  private final Header header;
  private final Map<String, List<Leaf>> leaves = new LinkedHashMap<>();
  private final Map<String, Map<Purpose, Hunch<String>>> members = new LinkedHashMap<>();

  Guesser(Header header) {
    this.header = header;
    for (Struct struct : header.structs()) {
      List<Leaf> own = Leaf.of(struct, header);
      leaves.put(struct.qualifiedName(), own);
      members.put(struct.qualifiedName(), MemberGuesser.guess(own));
    }
  }

  Guess guess() {
    List<Struct> structs = packets();
    Map<String, Hunch<Constant>> types = types(structs);
    List<PacketGuess> packets = new ArrayList<>();
    for (Struct struct : structs) {
      packets.add(packet(struct, Optional.ofNullable(types.get(struct.qualifiedName()))));
    }
    Hunch<List<MoveGuess>> moves =
        header.annotations().tells("roles")
            ? Hunch.told(List.of())
            : new MoveGuesser(header, packets).guess();
    return new Guess(packets, moves, world());
  }

  /** The structs that seem to be packets: no bases, no parts of others, no headers. */
  private List<Struct> packets() {
    Set<String> parts = new HashSet<>();
    for (Struct struct : header.structs()) {
      struct.base().ifPresent(parts::add);
      told(struct)
          .text("then")
          .map(FlowEntries::inBraces)
          .ifPresent(field -> parts.addAll(structsNamed(field.get("type"))));
      for (Member member : struct.members()) {
        Leaf.nested(member, header)
            .filter(nested -> isHeader(nested) || !isComplete(nested))
            .ifPresent(nested -> parts.add(nested.qualifiedName()));
      }
    }
    List<Struct> whole =
        header.structs().stream()
            .filter(struct -> isTold(struct) || !parts.contains(struct.qualifiedName()))
            .filter(struct -> isTold(struct) || !isHeader(struct))
            .filter(struct -> !struct.place().file().equals("(Windows)"))
            .toList();
    List<Struct> likely =
        whole.stream().filter(struct -> isTold(struct) || looksLikePacket(struct)).toList();
    return likely.isEmpty() ? whole : likely;
  }

  private Annotation told(Struct struct) {
    return header.annotations().of(struct);
  }

  private boolean isTold(Struct struct) {
    return told(struct).isPacket();
  }

  /** The structs that the spec calls so. */
  private List<String> structsNamed(String name) {
    return header.structs().stream()
        .filter(struct -> told(struct).text("name").orElse(struct.name()).equals(name))
        .map(Struct::qualifiedName)
        .toList();
  }

  private static boolean isHeader(Struct struct) {
    return Words.of(struct.name()).has(HEADER);
  }

  /** Whether a struct has a header of its own and something behind it. */
  private boolean isComplete(Struct struct) {
    Map<Purpose, Hunch<String>> found = members.get(struct.qualifiedName());
    return found.containsKey(Purpose.LENGTH)
        && found.containsKey(Purpose.TYPE)
        && leaves.get(struct.qualifiedName()).size() > 2;
  }

  private boolean looksLikePacket(Struct struct) {
    Map<Purpose, Hunch<String>> found = members.get(struct.qualifiedName());
    return found.containsKey(Purpose.LENGTH)
        || found.containsKey(Purpose.TYPE)
        || Words.of(struct.name()).has(PACKET)
        || named(struct).isPresent();
  }

  private Map<String, Hunch<Constant>> types(List<Struct> structs) {
    Map<String, Hunch<Constant>> found = new LinkedHashMap<>();
    List<Wanted> wanted = new ArrayList<>();
    for (Struct struct : structs) {
      Optional<Hunch<Constant>> told = toldType(struct);
      told.ifPresent(type -> found.put(struct.qualifiedName(), type));
      boolean toldNone = isTold(struct) && header.annotations().tells("framing");
      if (told.isPresent() || toldNone) {
        continue;
      }
      Optional<Hunch<Constant>> set = presetType(struct).or(() -> ownType(struct));
      if (set.isPresent()) {
        found.put(struct.qualifiedName(), set.get());
      } else if (members.get(struct.qualifiedName()).containsKey(Purpose.TYPE)) {
        wanted.add(new Wanted(struct, named(struct).map(Hunch::value).or(() -> commented(struct))));
      }
    }
    found.putAll(TypeGuesser.guess(wanted, header.allConstants().toList()));
    return found;
  }

  /** The only constant within the struct that is called a type. */
  private Optional<Hunch<Constant>> ownType(Struct struct) {
    List<Constant> own =
        header
            .allConstants()
            .filter(constant -> constant.scope().equals(struct.qualifiedName()))
            .filter(constant -> OWN_TYPE.contains(constant.name().toLowerCase(Locale.ROOT)))
            .toList();
    return own.size() == 1 && path(struct, Purpose.TYPE).isPresent()
        ? Optional.of(new Hunch<>(own.get(0), "the struct has a constant " + own.get(0).name()))
        : Optional.empty();
  }

  /** The type that the header tells: a number, or a constant's name. */
  private Optional<Hunch<Constant>> toldType(Struct struct) {
    return told(struct)
        .text("type")
        .map(
            text ->
                Annotations.constant(text, header)
                    .orElseGet(
                        () ->
                            new Constant(
                                "",
                                text,
                                Constant.Kind.VARIABLE,
                                Long.parseLong(text),
                                struct.place())))
        .map(Hunch::told);
  }

  /** The type that a constructor or an initialiser sets, unless it is only the base's default. */
  private Optional<Hunch<Constant>> presetType(Struct struct) {
    Optional<Preset> preset = path(struct, Purpose.TYPE).map(path -> struct.presets().get(path));
    Optional<Preset> inherited =
        struct
            .base()
            .flatMap(header::struct)
            .flatMap(base -> path(struct, Purpose.TYPE).map(path -> base.presets().get(path)));
    return preset
        .filter(value -> !inherited.equals(Optional.of(value)))
        .map(
            value ->
                new Hunch<>(
                    constant(value, struct), "the struct sets it to " + value.expression()));
  }

  private Optional<String> path(Struct struct, Purpose purpose) {
    return Optional.ofNullable(members.get(struct.qualifiedName()).get(purpose)).map(Hunch::value);
  }

  /** The constant that a preset names, or else one made of its number. */
  private Constant constant(Preset preset, Struct struct) {
    String name = preset.expression();
    return header
        .allConstants()
        .filter(each -> each.value() == preset.value())
        .filter(
            each -> each.qualifiedName().equals(name) || each.qualifiedName().endsWith("::" + name))
        .findFirst()
        .orElse(new Constant("", name, Constant.Kind.VARIABLE, preset.value(), struct.place()));
  }

  private PacketGuess packet(Struct struct, Optional<Hunch<Constant>> type) {
    Annotation told = told(struct);
    Optional<Hunch<Sender>> sender =
        told.text("from")
            .map(word -> Hunch.told(Sender.valueOf(word.toUpperCase(Locale.ROOT))))
            .or(() -> named(struct))
            .or(
                () ->
                    type.flatMap(
                        hunch ->
                            TypeGuesser.sender(hunch.value())
                                .map(s -> new Hunch<>(s, "its type's name says so"))))
            .or(() -> commented(struct).map(s -> new Hunch<>(s, "a comment above says so")))
            .or(() -> implied(struct));
    List<Hunch<Role>> roles = new ArrayList<>();
    boolean tellsRoles = header.annotations().tells("roles");
    snapshot(struct).filter(hunch -> !tellsRoles).ifPresent(roles::add);
    if (roles.isEmpty() && !tellsRoles) {
      roles.addAll(RoleGuesser.guess(Words.of(struct.name()), sender.map(Hunch::value)));
    }
    return new PacketGuess(struct, sender, type, roles, members.get(struct.qualifiedName()), told);
  }

  /** What the struct's own name or scope says about its sender. */
  private static Optional<Hunch<Sender>> named(Struct struct) {
    return Words.of(struct.name())
        .sender()
        .map(sender -> new Hunch<>(sender, "its name says so"))
        .or(
            () ->
                Words.of(struct.scope())
                    .sender()
                    .map(sender -> new Hunch<>(sender, "its namespace says so")));
  }

  /** What the last comment above that tells the two ends apart says. */
  private Optional<Sender> commented(Struct struct) {
    Optional<Sender> last = Optional.empty();
    for (Comment comment : header.comments()) {
      boolean above =
          comment.place().file().equals(struct.place().file())
              && comment.place().line() <= struct.place().line();
      if (above && FROM_CLIENT.matcher(comment.text()).find()) {
        last = Optional.of(Sender.CLIENT);
      } else if (above && FROM_SERVER.matcher(comment.text()).find()) {
        last = Optional.of(Sender.SERVER);
      }
    }
    return last;
  }

  /** A packet with a direction is asked for; one with an ID or coordinates is told. */
  private Optional<Hunch<Sender>> implied(Struct struct) {
    Map<Purpose, Hunch<String>> found = members.get(struct.qualifiedName());
    if (snapshot(struct).isPresent()) {
      return Optional.of(new Hunch<>(Sender.SERVER, "it holds everybody's place"));
    }
    Optional<String> id = path(struct, Purpose.ID);
    if (id.filter(path -> Words.of(path).has(Set.of("my"))).isPresent()) {
      return Optional.of(new Hunch<>(Sender.CLIENT, "it says its own ID"));
    }
    if (id.isPresent()) {
      return Optional.of(new Hunch<>(Sender.SERVER, "it says whom it is about"));
    }
    boolean asks =
        found.containsKey(Purpose.DIRECTION)
            || RoleGuesser.guess(Words.of(struct.name()), Optional.of(Sender.CLIENT)).stream()
                .anyMatch(hunch -> hunch.value() == Role.MOVE);
    if (found.containsKey(Purpose.NAME)) {
      return Optional.of(new Hunch<>(Sender.CLIENT, "it says a name and no ID"));
    }
    return asks
        ? Optional.of(new Hunch<>(Sender.CLIENT, "it says a direction and not whose"))
        : Optional.empty();
  }

  /** Whether the struct holds an array of structs with coordinates. */
  private Optional<Hunch<Role>> snapshot(Struct struct) {
    return struct.members().stream()
        .filter(member -> !member.dimensions().isEmpty())
        .filter(
            member ->
                Leaf.nested(member, header)
                    .map(nested -> members.get(nested.qualifiedName()))
                    .filter(found -> found.containsKey(Purpose.X) || found.containsKey(Purpose.ID))
                    .isPresent())
        .findFirst()
        .map(member -> new Hunch<>(Role.SNAPSHOT, member.name() + " is an array of players"));
  }

  private Map<WorldNumber, Hunch<Long>> world() {
    Map<WorldNumber, Hunch<Long>> world = new EnumMap<>(WorldNumber.class);
    header
        .allConstants()
        .forEach(
            constant ->
                worldNumber(Words.of(constant.name()))
                    .ifPresent(
                        number ->
                            world.putIfAbsent(
                                number,
                                new Hunch<>(
                                    constant.value(),
                                    "the name " + constant.name() + " says so"))));
    return world;
  }

  private static Optional<WorldNumber> worldNumber(Words words) {
    // A lone W may mean the width or the west, so it counts behind such a word alone.
    boolean board =
        words.has(Set.of("board", "world", "map", "field"))
            || words.list().indexOf("w") == 0 && words.has(Set.of("width", "height"));
    if (words.has(Set.of("port")) || words.list().contains("serverport")) {
      return Optional.of(WorldNumber.PORT);
    }
    // The height first: W_HEIGHT is one, and its W the world's.
    if (board && words.has(Set.of("height", "h", "rows"))) {
      return Optional.of(WorldNumber.HEIGHT);
    }
    if (board && words.has(Set.of("width", "w", "cols"))) {
      return Optional.of(WorldNumber.WIDTH);
    }
    return words.has(Set.of("max"))
            && words.has(Set.of("user", "users", "player", "players", "client", "clients"))
        ? Optional.of(WorldNumber.MAX_CLIENTS)
        : Optional.empty();
  }
}
