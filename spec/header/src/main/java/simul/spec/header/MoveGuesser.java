package simul.spec.header;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import simul.spec.header.PacketGuess.Purpose;
import simul.spec.header.PacketGuess.Role;
import simul.spec.model.Direction;
import simul.spec.model.Sender;

/** Guesses how a client asks for a step in each direction. */
final class MoveGuesser {
  private static final Map<Direction, Set<String>> NAMES =
      Map.of(
          Direction.UP, Set.of("up", "n", "north", "위", "상"),
          Direction.DOWN, Set.of("down", "s", "south", "아래", "하"),
          Direction.LEFT, Set.of("left", "w", "west", "왼쪽", "좌"),
          Direction.RIGHT, Set.of("right", "e", "east", "오른쪽", "우"));

  /** {@code 0 : up}, {@code 1=DOWN}, {@code 2. 왼쪽}. */
  private static final Pattern LISTED =
      Pattern.compile("(\\d{1,9})\\s*[:=.)\\-]?\\s*([A-Za-z가-힣]+)");

  private final Header header;
  private final List<PacketGuess> packets;

  MoveGuesser(Header header, List<PacketGuess> packets) {
    this.header = header;
    this.packets = packets.stream().filter(MoveGuesser::isAsked).toList();
  }

  private static boolean isAsked(PacketGuess packet) {
    return packet.sender().map(Hunch::value).filter(Sender.SERVER::equals).isEmpty()
        && (packet.plays(Role.MOVE) || packet.path(Purpose.DIRECTION).isPresent());
  }

  Hunch<List<MoveGuess>> guess() {
    return Stream.of(ofOneStructEach(), ofMembers(), ofComment(), ofConstants(), ofDistances())
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(new Hunch<>(List.of(), "nothing in the header names the four directions"));
  }

  /** {@code cs_packet_up}, {@code cs_packet_down}, ... */
  private Optional<Hunch<List<MoveGuess>>> ofOneStructEach() {
    Map<Direction, MoveGuess> moves = new EnumMap<>(Direction.class);
    for (PacketGuess packet : packets) {
      Optional<Direction> direction = direction(Words.of(packet.struct().name()), 2);
      if (direction.isPresent() && packet.type().isPresent()) {
        long type = packet.type().get().value().value();
        moves.put(direction.get(), move(direction.get(), packet, Optional.empty(), type));
      }
    }
    return complete(moves, "there is a struct for each direction");
  }

  /** {@code bool up, down, left, right;} */
  private Optional<Hunch<List<MoveGuess>>> ofMembers() {
    for (PacketGuess packet : packets) {
      Map<Direction, MoveGuess> moves = new EnumMap<>(Direction.class);
      for (Leaf leaf : Leaf.of(packet.struct(), header)) {
        Optional<Direction> direction = direction(leaf.words(), 2);
        if (direction.isPresent() && leaf.isInteger()) {
          moves.put(direction.get(), move(direction.get(), packet, Optional.of(leaf.path()), 1));
        }
      }
      Optional<Hunch<List<MoveGuess>>> found =
          complete(moves, "there is a member for each direction");
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** A comment behind a member that lists its values, or what its four elements are. */
  private Optional<Hunch<List<MoveGuess>>> ofComment() {
    for (PacketGuess packet : packets) {
      for (Leaf leaf : Leaf.of(packet.struct(), header)) {
        Map<Direction, MoveGuess> moves = new EnumMap<>(Direction.class);
        header.comments().stream()
            .filter(comment -> comment.place().equals(leaf.member().place()))
            .forEach(comment -> read(comment, packet, leaf, moves));
        Optional<Hunch<List<MoveGuess>>> found =
            complete(moves, "the comment behind " + leaf.path() + " lists them");
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static void read(
      Comment comment, PacketGuess packet, Leaf leaf, Map<Direction, MoveGuess> moves) {
    if (leaf.member().dimensions().equals(List.of(Direction.values().length))) {
      List<String> words = Words.of(comment.text()).list();
      for (int i = 0; i < words.size(); i++) {
        Optional<String> element = Optional.of(leaf.path() + "[" + i + "]");
        direction(Words.of(words.get(i)), 1)
            .ifPresent(d -> moves.put(d, move(d, packet, element, 1)));
      }
    } else if (leaf.isInteger()) {
      Matcher matcher = LISTED.matcher(comment.text());
      while (matcher.find()) {
        long value = Long.parseLong(matcher.group(1));
        direction(Words.of(matcher.group(2)), 1)
            .ifPresent(d -> moves.put(d, move(d, packet, Optional.of(leaf.path()), value)));
      }
    }
  }

  private List<Leaf> directions(PacketGuess packet) {
    return Leaf.of(packet.struct(), header).stream()
        .filter(leaf -> packet.path(Purpose.DIRECTION).filter(leaf.path()::equals).isPresent())
        .toList();
  }

  /** Four constants whose names differ by the direction alone. */
  private Optional<Hunch<List<MoveGuess>>> ofConstants() {
    Map<String, Map<Direction, Constant>> groups = new LinkedHashMap<>();
    header
        .allConstants()
        .forEach(
            constant -> {
              Words words = Words.of(constant.name());
              direction(words, 1)
                  .ifPresent(
                      direction ->
                          groups
                              .computeIfAbsent(
                                  rest(constant, words, direction),
                                  name -> new EnumMap<>(Direction.class))
                              .putIfAbsent(direction, constant));
            });
    List<Map<Direction, Constant>> complete =
        groups.values().stream()
            .filter(group -> group.size() == Direction.values().length)
            .toList();
    return complete.isEmpty() ? Optional.empty() : Optional.of(ofConstants(complete));
  }

  private Hunch<List<MoveGuess>> ofConstants(List<Map<Direction, Constant>> groups) {
    Optional<PacketGuess> packet =
        packets.stream()
            .filter(each -> each.path(Purpose.DIRECTION).isPresent())
            .findFirst()
            .or(() -> packets.stream().findFirst());
    Map<Direction, Constant> group = packet.map(p -> best(groups, p)).orElse(groups.get(0));
    Optional<String> member =
        packet.flatMap(each -> each.path(Purpose.DIRECTION).or(() -> onlyByte(each)));
    List<MoveGuess> moves = new ArrayList<>();
    group.forEach(
        (direction, constant) ->
            moves.add(
                new MoveGuess(
                    direction,
                    packet.map(each -> each.struct().qualifiedName()),
                    member,
                    constant.value())));
    TreeSet<String> names = new TreeSet<>();
    group.values().forEach(constant -> names.add(constant.qualifiedName()));
    return new Hunch<>(moves, "the constants " + String.join(", ", names) + " say so");
  }

  /** The group that the member's own type has, or else the first. */
  private Map<Direction, Constant> best(List<Map<Direction, Constant>> groups, PacketGuess packet) {
    for (Leaf leaf : directions(packet)) {
      if (leaf.member().element() instanceof ElementType.Enumerated type) {
        Optional<Enumeration> enumeration = header.enumeration(type.enumeration());
        for (Map<Direction, Constant> group : groups) {
          if (enumeration.isPresent() && enumeration.get().values().containsAll(group.values())) {
            return group;
          }
        }
      }
    }
    return groups.get(0);
  }

  /** A packet of one byte has nothing but the direction. */
  private Optional<String> onlyByte(PacketGuess packet) {
    List<Leaf> leaves = Leaf.of(packet.struct(), header);
    return leaves.size() == 1 && leaves.get(0).isInteger()
        ? Optional.of(leaves.get(0).path())
        : Optional.empty();
  }

  /** {@code dx}, {@code dy}: a step of one to either side. */
  private Optional<Hunch<List<MoveGuess>>> ofDistances() {
    for (PacketGuess packet : packets) {
      Optional<String> across = distance(packet, "dx");
      Optional<String> down = distance(packet, "dy");
      if (across.isPresent() && down.isPresent()) {
        Map<Direction, MoveGuess> moves = new EnumMap<>(Direction.class);
        for (Direction direction : Direction.values()) {
          boolean horizontal = direction.dx() != 0;
          moves.put(
              direction,
              move(
                  direction,
                  packet,
                  horizontal ? across : down,
                  horizontal ? direction.dx() : direction.dy()));
        }
        return complete(moves, "it has a distance for each axis");
      }
    }
    return Optional.empty();
  }

  private Optional<String> distance(PacketGuess packet, String word) {
    return Leaf.of(packet.struct(), header).stream()
        .filter(leaf -> leaf.isNumber() && leaf.words().has(Set.of(word)))
        .map(Leaf::path)
        .findFirst();
  }

  private static MoveGuess move(
      Direction direction, PacketGuess packet, Optional<String> member, long value) {
    return new MoveGuess(direction, Optional.of(packet.struct().qualifiedName()), member, value);
  }

  private static Optional<Hunch<List<MoveGuess>>> complete(
      Map<Direction, MoveGuess> moves, String reason) {
    return moves.size() == Direction.values().length
        ? Optional.of(new Hunch<>(List.copyOf(moves.values()), reason))
        : Optional.empty();
  }

  /**
   * The direction that one of the words says.
   *
   * @param shortest letters a word needs: a single {@code s} is more often something else
   */
  private static Optional<Direction> direction(Words words, int shortest) {
    for (Direction direction : Direction.values()) {
      for (int i = 0; i < words.list().size(); i++) {
        String word = words.list().get(i);
        boolean last = i == words.list().size() - 1;
        boolean longEnough = word.length() >= Math.max(shortest, last ? 1 : 2);
        if (longEnough && NAMES.get(direction).contains(word)) {
          return Optional.of(direction);
        }
      }
    }
    return Optional.empty();
  }

  private static String rest(Constant constant, Words words, Direction direction) {
    List<String> rest = new ArrayList<>(words.list());
    rest.removeIf(NAMES.get(direction)::contains);
    return constant.scope() + " " + String.join(" ", rest);
  }
}
