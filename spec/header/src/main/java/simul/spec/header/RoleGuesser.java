package simul.spec.header;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import simul.spec.header.PacketGuess.Role;
import simul.spec.model.Sender;

/** Guesses what a packet says, by the words of its name. */
final class RoleGuesser {
  /** Names with these words speak of other things. */
  private static final Set<String> OTHER =
      Set.of(
          "npc",
          "monster",
          "mob",
          "item",
          "chat",
          "say",
          "attack",
          "skill",
          "stat",
          "fail",
          "deny",
          "denied",
          "error",
          "hp",
          "effect",
          "obstacle",
          "click",
          "max",
          "count");

  private static final Set<String> LOGIN =
      Set.of("login", "signin", "join", "enter", "hello", "connect", "auth");
  private static final Set<String> MOVE =
      Set.of(
          "move",
          "walk",
          "step",
          "key",
          "input",
          "up",
          "down",
          "left",
          "right",
          "dir",
          "direction",
          "go",
          "goto",
          "이동");
  private static final Set<String> LEAVE =
      Set.of(
          "remove",
          "leave",
          "left",
          "logout",
          "delete",
          "del",
          "exit",
          "disconnect",
          "out",
          "gone",
          "bye",
          "vanish",
          "part",
          "quit",
          "despawn");
  private static final Set<String> CONSENT =
      Set.of("ok", "info", "success", "accept", "permit", "ack", "allow");
  private static final Set<String> SELF =
      Set.of("accept", "permit", "welcome", "hello", "avatar", "self", "my", "you");
  private static final Set<String> ENTER =
      Set.of("put", "add", "new", "enter", "spawn", "appear", "create", "join", "came");
  private static final Set<String> POSITION =
      Set.of(
          "pos",
          "position",
          "move",
          "moved",
          "walk",
          "walked",
          "went",
          "at",
          "place",
          "where",
          "transform",
          "update",
          "location",
          "step");

  private RoleGuesser() {}

  /** The roles that a name says, for a packet of that end. */
  static List<Hunch<Role>> guess(Words words, Optional<Sender> sender) {
    if (words.has(OTHER)) {
      return List.of();
    }
    return sender.filter(Sender.CLIENT::equals).isPresent() ? client(words) : server(words);
  }

  private static List<Hunch<Role>> client(Words words) {
    return named(words, Role.LEAVE, without(LEAVE, "left"))
        .or(() -> named(words, Role.MOVE, MOVE))
        .or(() -> named(words, Role.LOGIN, LOGIN))
        .map(List::of)
        .orElse(List.of());
  }

  private static Set<String> without(Set<String> words, String word) {
    Set<String> rest = new HashSet<>(words);
    rest.remove(word);
    return rest;
  }

  private static List<Hunch<Role>> server(Words words) {
    if (words.has(Set.of("login")) && words.has(CONSENT)) {
      return List.of(new Hunch<>(Role.SELF, "its name says login and consent"));
    }
    if (words.has(Set.of("login"))) {
      String reason = "its name says login, and of others nothing else can be meant";
      List<Hunch<Role>> both = new ArrayList<>();
      both.add(new Hunch<>(Role.SELF, "its name says login"));
      both.add(new Hunch<>(Role.ENTER, reason));
      return both;
    }
    if (words.saysOnly("id") || words.saysOnly("info")) {
      return List.of(new Hunch<>(Role.SELF, "its name says nothing else than id or info"));
    }
    return named(words, Role.SELF, SELF)
        .or(() -> named(words, Role.LEAVE, LEAVE))
        .or(() -> named(words, Role.ENTER, ENTER))
        .or(() -> named(words, Role.POSITION, POSITION))
        .map(List::of)
        .orElse(List.of());
  }

  private static Optional<Hunch<Role>> named(Words words, Role role, Set<String> any) {
    return words.first(any).map(word -> new Hunch<>(role, "its name says " + word));
  }
}
