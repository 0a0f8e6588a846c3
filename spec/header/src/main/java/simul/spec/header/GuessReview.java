package simul.spec.header;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import simul.spec.header.Guess.WorldNumber;
import simul.spec.header.PacketGuess.Purpose;
import simul.spec.header.PacketGuess.Role;
import simul.spec.model.Sender;

/**
 * Goes through a guess with a person: {@code y} or nothing confirms, {@code n} drops, anything else
 * is taken for what is right instead. What is no such thing is asked again, a few times.
 */
public final class GuessReview {
  /** Who does not get it right as often as this will not. */
  private static final int TRIES = 3;

  private static final Pattern MEMBER = Pattern.compile("([a-z]+)=(\\S+)");

  private final Function<String, Optional<String>> asker;
  private boolean ended;

  private GuessReview(Function<String, Optional<String>> asker) {
    this.asker = asker;
  }

  /**
   * The guess as the person leaves it.
   *
   * @param asker shows a question and returns the answer; empty when there are no more answers, and
   *     then the rest stays guessed
   */
  public static Guess review(Guess guess, Function<String, Optional<String>> asker) {
    GuessReview review = new GuessReview(asker);
    List<PacketGuess> packets = guess.packets().stream().map(review::packet).toList();
    Hunch<List<MoveGuess>> moves = review.moves(guess.moves());
    Map<WorldNumber, Hunch<Long>> world = new EnumMap<>(WorldNumber.class);
    for (WorldNumber number : WorldNumber.values()) {
      Optional<Hunch<Long>> old = Optional.ofNullable(guess.world().get(number));
      old.flatMap(hunch -> review.ask(word(number), old, String::valueOf, GuessReview::number))
          .ifPresent(hunch -> world.put(number, hunch));
    }
    return new Guess(packets, moves, world);
  }

  private PacketGuess packet(PacketGuess packet) {
    if (packet.told().isPacket()) {
      return packet;
    }
    Struct struct = packet.struct();
    String name = struct.qualifiedName();
    Optional<Hunch<Sender>> sender =
        ask(name + ": from", packet.sender(), Sender::word, GuessReview::sender);
    Optional<Hunch<Constant>> type = packet.type();
    if (type.isPresent() || packet.path(Purpose.TYPE).isPresent()) {
      type =
          ask(
              name + ": type",
              type,
              constant -> String.valueOf(constant.value()),
              text ->
                  number(text)
                      .map(
                          value ->
                              new Constant(
                                  "", text, Constant.Kind.VARIABLE, value, struct.place())));
    }
    List<Hunch<Role>> roles = new ArrayList<>();
    for (Hunch<Role> role : packet.roles()) {
      ask(name + ": role", Optional.of(role), GuessReview::word, GuessReview::role)
          .ifPresent(roles::add);
    }
    return new PacketGuess(struct, sender, type, roles, members(name, packet), packet.told());
  }

  /** One question for the members that roles need; length and type are asked of no packet. */
  private Map<Purpose, Hunch<String>> members(String name, PacketGuess packet) {
    Map<Purpose, Hunch<String>> members = new EnumMap<>(Purpose.class);
    Map<Purpose, String> asked = new EnumMap<>(Purpose.class);
    packet
        .members()
        .forEach(
            (purpose, hunch) -> {
              if (purpose == Purpose.LENGTH || purpose == Purpose.TYPE) {
                members.put(purpose, hunch);
              } else {
                asked.put(purpose, hunch.value());
              }
            });
    if (!asked.isEmpty()) {
      String reasons =
          asked.keySet().stream()
              .map(purpose -> word(purpose) + ": " + packet.members().get(purpose).reason())
              .collect(Collectors.joining("; "));
      Optional<Hunch<Map<Purpose, String>>> answer =
          ask(
              name + ": members",
              Optional.of(new Hunch<>(asked, reasons)),
              GuessReview::pairs,
              GuessReview::pairs);
      answer.ifPresent(
          found ->
              found
                  .value()
                  .forEach((p, path) -> members.put(p, new Hunch<>(path, found.reason()))));
    }
    return members;
  }

  private static String pairs(Map<Purpose, String> members) {
    return members.entrySet().stream()
        .map(entry -> word(entry.getKey()) + "=" + entry.getValue())
        .collect(Collectors.joining(" "));
  }

  private static Optional<Map<Purpose, String>> pairs(String text) {
    Map<Purpose, String> members = new EnumMap<>(Purpose.class);
    for (String pair : text.strip().split("\\s+")) {
      Matcher matcher = MEMBER.matcher(pair);
      Optional<Purpose> purpose =
          matcher.matches() ? named(Purpose.values(), matcher.group(1)) : Optional.empty();
      if (purpose.isEmpty()) {
        return Optional.empty();
      }
      members.put(purpose.get(), matcher.group(2));
    }
    return Optional.of(members);
  }

  private Hunch<List<MoveGuess>> moves(Hunch<List<MoveGuess>> moves) {
    if (moves.value().isEmpty()) {
      return moves;
    }
    // What a move is has too many forms for an answer; it is easier to write into the spec.
    return ask("moves", Optional.of(moves), GuessReview::text, text -> Optional.empty())
        .orElse(new Hunch<>(List.of(), "the guess was said to be wrong"));
  }

  private static String text(List<MoveGuess> moves) {
    return moves.stream()
        .map(
            move ->
                move.direction()
                    + " "
                    + move.struct().orElse("a byte")
                    + move.member().map(member -> "." + member).orElse("")
                    + "="
                    + move.value())
        .collect(Collectors.joining(", "));
  }

  private <T> Optional<Hunch<T>> ask(
      String what,
      Optional<Hunch<T>> guess,
      Function<T, String> word,
      Function<String, Optional<T>> parser) {
    String question =
        guess
            .map(
                hunch ->
                    what
                        + " "
                        + word.apply(hunch.value())
                        + " ("
                        + YamlLines.clean(hunch.reason())
                        + ")? [y, n, or what else] ")
            .orElse(what + " is unknown [n, or what it is] ");
    for (int i = 0; i < TRIES && !ended; i++) {
      Optional<String> line = asker.apply(question).map(String::strip);
      ended = line.isEmpty();
      String answer = line.orElse("");
      if (ended || guess.isEmpty() && answer.isEmpty()) {
        return guess;
      }
      if (answer.isEmpty() || answer.equalsIgnoreCase("y")) {
        if (guess.isPresent()) {
          return guess.map(hunch -> Hunch.confirmed(hunch.value()));
        }
      } else if (answer.equalsIgnoreCase("n")) {
        return Optional.empty();
      } else {
        Optional<T> other = parser.apply(answer);
        if (other.isPresent()) {
          return other.map(Hunch::confirmed);
        }
      }
    }
    return guess;
  }

  private static Optional<Sender> sender(String text) {
    return named(Sender.values(), text);
  }

  private static Optional<Role> role(String text) {
    return named(Role.values(), text);
  }

  private static <E extends Enum<E>> Optional<E> named(E[] values, String text) {
    return Arrays.stream(values).filter(value -> word(value).equals(text)).findFirst();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Optional<Long> number(String text) {
    try {
      return Optional.of(Long.decode(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
