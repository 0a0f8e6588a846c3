package simul.spec.header;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import simul.spec.header.PacketGuess.Purpose;

/** Guesses what the members of one struct are for, by their names. */
final class MemberGuesser {
  private static final Set<String> LENGTH = Set.of("size", "length", "len", "크기");
  private static final Set<String> TYPE =
      Set.of("type", "kind", "code", "opcode", "op", "cmd", "command", "protocol", "종류");
  private static final Set<String> ID =
      Set.of("id", "who", "pid", "uid", "index", "idx", "player", "owner", "you", "me");
  private static final Set<String> X = Set.of("x", "px", "posx", "col", "column");
  private static final Set<String> Y = Set.of("y", "py", "posy", "row");
  private static final Set<String> NAME = Set.of("name", "nick", "nickname", "id", "who", "login");
  private static final Set<String> DIRECTION = Set.of("dir", "direction", "way", "방향");
  private static final Set<String> KEY = Set.of("key", "vk", "step", "mask");
  private static final Set<String> PLACE = Set.of("xy", "pos", "position", "cell", "coord");
  private static final Set<String> TIME = Set.of("time", "tick", "ticks", "timestamp", "when");

  /** A length and a type are in front, or the length ends the header. */
  private static final int HEADER_LEAVES = 3;

  private final List<Leaf> leaves;
  private final Map<Purpose, Hunch<String>> found = new EnumMap<>(Purpose.class);

  private MemberGuesser(List<Leaf> leaves) {
    this.leaves = leaves;
  }

  static Map<Purpose, Hunch<String>> guess(List<Leaf> leaves) {
    MemberGuesser guesser = new MemberGuesser(leaves);
    guesser.header();
    guesser.body();
    return guesser.found;
  }

  private void header() {
    List<Leaf> front = leaves.subList(0, Math.min(HEADER_LEAVES, leaves.size()));
    find(Purpose.LENGTH, front, LENGTH, Leaf::isInteger);
    find(Purpose.TYPE, front, TYPE, Leaf::isInteger);
    if (!found.containsKey(Purpose.TYPE) && found.containsKey(Purpose.LENGTH) && front.size() > 1) {
      Leaf second = front.get(1);
      boolean isId = second.words().list().equals(List.of("id")) && second.isInteger();
      if (isId && front.get(0).path().equals(found.get(Purpose.LENGTH).value())) {
        found.put(Purpose.TYPE, new Hunch<>(second.path(), "it follows the length"));
      }
    }
  }

  private void body() {
    find(Purpose.TIME, leaves, TIME, Leaf::isInteger);
    find(Purpose.DIRECTION, leaves, DIRECTION, Leaf::isInteger);
    find(Purpose.DIRECTION, leaves, KEY, Leaf::isInteger);
    find(Purpose.ID, leaves, ID, Leaf::isInteger);
    find(Purpose.X, leaves, X, Leaf::isNumber);
    find(Purpose.Y, leaves, Y, Leaf::isNumber);
    find(Purpose.Y, leaves, Set.of("z"), Leaf::isNumber);
    leaves.stream().filter(MemberGuesser::isPair).findFirst().ifPresent(this::addPair);
    find(Purpose.NAME, leaves, NAME, MemberGuesser::isText);
  }

  private static boolean isPair(Leaf leaf) {
    return leaf.member().dimensions().equals(List.of(2))
        && !(leaf.member().element() instanceof ElementType.Nested)
        && leaf.words().has(PLACE);
  }

  private void addPair(Leaf pair) {
    String reason = "it is a pair, and its name says " + pair.words().first(PLACE).orElseThrow();
    found.putIfAbsent(Purpose.X, new Hunch<>(pair.path() + "[0]", reason));
    found.putIfAbsent(Purpose.Y, new Hunch<>(pair.path() + "[1]", reason));
  }

  private static boolean isText(Leaf leaf) {
    return leaf.member().dimensions().size() == 1
        && (leaf.member().element() instanceof ElementType.Character
            || leaf.member().element() instanceof ElementType.WideCharacter);
  }

  /** Takes the first unclaimed member whose name has one of the words. */
  private void find(
      Purpose purpose, List<Leaf> among, Set<String> words, Predicate<Leaf> condition) {
    if (found.containsKey(purpose)) {
      return;
    }
    for (Leaf leaf : among) {
      boolean claimed = found.values().stream().anyMatch(h -> h.value().equals(leaf.path()));
      if (!claimed && condition.test(leaf) && leaf.words().has(words)) {
        String word = leaf.words().first(words).orElseThrow();
        found.put(purpose, new Hunch<>(leaf.path(), "its name says " + word));
        return;
      }
    }
  }
}
