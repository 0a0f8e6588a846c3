package simul.bots.swarm;

import java.util.List;
import java.util.stream.Collectors;

/** Which bots ought to know where which pieces are, and whether they do. */
final class Acquaintance {
  private final Run run;
  private Bot lastIgnorant;

  Acquaintance(Run run) {
    this.run = run;
  }

  /** Whether all bots in the game know all that they should. */
  boolean isComplete() {
    // Whoever knew too little is asked first: as long as it does, nobody else needs to be.
    if (lastIgnorant != null && isInGame(lastIgnorant) && !knowsAll(lastIgnorant)) {
      return false;
    }
    lastIgnorant =
        run.roster().inGame().stream().filter(bot -> !knowsAll(bot)).findFirst().orElse(null);
    return lastIgnorant == null;
  }

  private static boolean isInGame(Bot bot) {
    return bot.state() == Bot.State.IN_GAME;
  }

  private boolean knowsAll(Bot observer) {
    if (!run.tellsOfOthers() || !observer.observes()) {
      return observer.view().joined();
    }
    return run.roster().ids().stream().allMatch(id -> observer.view().cell(id).isPresent());
  }

  /** Counts against the target what bots in the game were never told. */
  void judge() {
    for (Bot observer : run.roster().inGame()) {
      if (!knowsAll(observer)) {
        List<Integer> unknown = unknownTo(observer);
        run.umpire()
            .missed(observer, "JOIN-003", unknown.size(), "was never told where " + ids(unknown));
      }
    }
  }

  /** The IDs of bots in the game of which this one should know where they are, and does not. */
  private List<Integer> unknownTo(Bot observer) {
    return run.roster().ids().stream()
        .filter(
            id ->
                run.tellsOfOthers() && observer.observes()
                    || observer.view().self().getAsInt() == id)
        .filter(id -> observer.view().cell(id).isEmpty())
        .toList();
  }

  private static String ids(List<Integer> ids) {
    String list = ids.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return (ids.size() == 1 ? "ID " + list + " is" : "IDs " + list + " are");
  }
}
