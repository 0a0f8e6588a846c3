package simul.bots.swarm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import simul.bots.connection.Ending;
import simul.bots.measure.Errors;
import simul.bots.measure.SwarmResult;

/** The bots of a run: who there is, who is in the game, and who has which ID. */
final class Roster {
  private final int limit;
  private final boolean tellsOfOthers;
  private final List<Bot> bots = new ArrayList<>();
  private final Map<Integer, Bot> byId = new LinkedHashMap<>();
  private int reset;
  private int closed;

  /**
   * Nobody yet.
   *
   * @param limit how many the spec lets play
   * @param tellsOfOthers whether every client is told of every other
   */
  Roster(int limit, boolean tellsOfOthers) {
    this.limit = limit;
    this.tellsOfOthers = tellsOfOthers;
  }

  void add(Bot bot) {
    bots.add(bot);
  }

  /** Everybody, by number. */
  List<Bot> bots() {
    return bots;
  }

  /** How many the spec lets play. */
  int limit() {
    return limit;
  }

  /** A bot has been told its ID; the bot that has it already, if one has. */
  Optional<Bot> admitted(Bot bot, int id) {
    return Optional.ofNullable(byId.putIfAbsent(id, bot));
  }

  /** A bot has left of its own will; whoever else is in the game is to be told. */
  void departed(Bot bot) {
    bot.view().self().ifPresent(id -> departed(bot, id));
  }

  private void departed(Bot bot, int id) {
    byId.remove(id, bot);
    if (!tellsOfOthers) {
      return;
    }
    for (Bot other : bots) {
      if (other.observes()
          && (other.state() == Bot.State.IN_GAME || other.state() == Bot.State.ENTERING)) {
        other.expectFarewell(id);
      }
    }
  }

  /** A bot in the game is in it no longer, and not of its own will. */
  void lost(Bot bot) {
    departed(bot);
    reset += endedBy(bot, Ending.Kind.RESET) ? 1 : 0;
    closed += endedBy(bot, Ending.Kind.CLOSED) ? 1 : 0;
  }

  private static boolean endedBy(Bot bot, Ending.Kind kind) {
    return bot.ending().filter(ending -> ending.kind() == kind).isPresent();
  }

  /** The bots with an ID, whether or not another has it too. */
  List<Bot> inGame() {
    return in(Bot.State.IN_GAME);
  }

  /** The bots whom the target did not let in. */
  List<Bot> turnedAway() {
    return in(Bot.State.TURNED_AWAY);
  }

  private List<Bot> in(Bot.State state) {
    return bots.stream().filter(bot -> bot.state() == state).toList();
  }

  /** The bots with an ID of their own, in the order in which they got in. */
  List<Bot> identified() {
    return List.copyOf(byId.values());
  }

  /** The IDs that bots have. */
  Set<Integer> ids() {
    return byId.keySet();
  }

  /** The bot with that ID. */
  Optional<Bot> byId(int id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** How many are in the game, as one bot sees it, that are none of these. */
  int strangers() {
    return byId.values().stream()
        .filter(Bot::observes)
        .findFirst()
        .map(bot -> (int) bot.view().pieces().keySet().stream().filter(this::isStranger).count())
        .orElse(0);
  }

  private boolean isStranger(int id) {
    return !byId.containsKey(id);
  }

  /** Who got in so far. */
  SwarmResult.Clients clients() {
    int admitted = (int) bots.stream().filter(Bot::wasAdmitted).count();
    return new SwarmResult.Clients(bots.size(), admitted, turnedAway().size(), strangers(), limit);
  }

  /** What went wrong with connections so far. */
  Errors errors() {
    return new Errors(
        turnedAwayBy(Ending.Kind.NOT_CONNECTED),
        reset,
        closed,
        turnedAwayBy(Ending.Kind.TIMEOUT) + turnedAwayBy(Ending.Kind.UNANSWERED),
        turnedAwayBy(Ending.Kind.TOOL));
  }

  private int turnedAwayBy(Ending.Kind kind) {
    return (int) turnedAway().stream().filter(bot -> endedBy(bot, kind)).count();
  }
}
