package simul.conformance.script;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import simul.conformance.probe.Told;
import simul.spec.world.Cell;

/**
 * Who plays, and what every player is owed about every ID: entered when something happens, and
 * crossed out when it is heard of.
 */
final class Ledger {
  private final Audience audience;
  private final Map<Integer, Player> players = new TreeMap<>();
  private final Map<Integer, Player> byId = new HashMap<>();
  private final Map<Player, Map<Integer, Due>> owed = new HashMap<>();
  private final Set<Integer> departedIds = new HashSet<>();

  /** Whoever has left, as long as the target may not have noticed. */
  private final List<Player> leaving = new ArrayList<>();

  /** Nobody plays yet. */
  Ledger(Audience audience) {
    this.audience = audience;
  }

  /** Whoever plays, by number. */
  Collection<Player> players() {
    return players.values();
  }

  Optional<Player> player(int number) {
    return Optional.ofNullable(players.get(number));
  }

  /** Whoever plays under that ID. */
  Optional<Player> byId(int id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The IDs of whoever plays. */
  Set<Integer> ids() {
    return Set.copyOf(byId.keySet());
  }

  /** Whether a player is still in the game. */
  boolean plays(Player player) {
    return owed.containsKey(player);
  }

  /** Whether the ID was a player's who has left, and nobody has it now. */
  boolean hasDeparted(int id) {
    return departedIds.contains(id);
  }

  /** A player that everybody knows already, and that knows everybody. */
  void add(Player player) {
    players.put(player.number(), player);
    owed.put(player, new HashMap<>());
    byId.put(player.id(), player);
    departedIds.remove(player.id());
  }

  /**
   * Newcomers have been let in: they are owed what they hear of themselves and of all others, and
   * the others that of them.
   */
  void arrived(List<Player> newcomers) {
    List<Player> before = List.copyOf(players());
    newcomers.forEach(this::add);
    for (Player newcomer : newcomers) {
      leaving.forEach(gone -> mayHearOf(newcomer, gone));
      Due own = owed(newcomer, newcomer);
      own.add(Told.SELF, false);
      own.add(Told.at(newcomer.startCell()), false);
      for (Player other : before) {
        introduce(newcomer, other);
        introduce(other, newcomer);
      }
      newcomers.stream().filter(other -> other != newcomer).forEach(o -> introduce(newcomer, o));
    }
  }

  /** Whoever leaves may still be there for the target when a newcomer comes. */
  private void mayHearOf(Player newcomer, Player gone) {
    Due due = owed(newcomer, gone);
    due.add(Told.ENTER, true);
    gone.stageCells().forEach(cell -> due.add(Told.at(cell), true));
    due.add(Told.LEAVE, true);
  }

  /**
   * Whether the ID was that of a player who has left, of whom nobody knows what its bytes have
   * moved, and of whose departure the observer has not been told yet.
   */
  boolean mayHaveMovedBeforeLeaving(Player observer, int id) {
    boolean unjudged = leaving.stream().anyMatch(gone -> gone.id() == id && gone.isUnjudged());
    Due due = owed.get(observer).get(id);
    return unjudged && (!audience.hearsDepartures() || due != null && due.owes(Told.LEAVE));
  }

  /** All departures so far have been told. */
  void forgetLeaving() {
    leaving.clear();
  }

  private void introduce(Player observer, Player other) {
    Audience.Claim claim = audience.introduction(observer.cell(), other.cell());
    if (claim == Audience.Claim.NOT || observer.isUnjudged()) {
      return;
    }
    Due due = owed(observer, other);
    // Whoever may be cut off may be gone before the observer comes.
    boolean may = claim == Audience.Claim.MAY || other.mayBeCutOff();
    // Whoever has to ask may have missed that somebody else had the ID before.
    boolean unseen = audience.mustPoke() && due.owes(Told.LEAVE);
    if (unseen) {
      due.relax();
    }
    if (audience.hearsArrivals() && !audience.isByView()) {
      due.add(Told.ENTER, may || unseen);
    }
    List<Cell> cells = other.stageCells();
    cells.subList(0, cells.size() - 1).forEach(cell -> due.add(Told.at(cell), true));
    due.add(Told.at(other.cell()), may);
  }

  /** A player's piece has moved, or met the edge: everybody must be told, or may. */
  void moved(Player mover, Cell before, Cell after) {
    for (Player observer : players()) {
      boolean still = !observer.hasMovedInStage();
      Audience.Claim claim =
          audience.claim(observer == mover, before, after, observer.cell(), still);
      if (claim != Audience.Claim.NOT && !observer.isUnjudged()) {
        owed(observer, mover).add(Told.at(after), claim == Audience.Claim.MAY);
      }
    }
  }

  /**
   * A player has gone: everybody else must be told.
   *
   * @param mayLoseMoves whether moves of its that were not told yet need not be
   */
  void departed(Player gone, boolean mayLoseMoves) {
    players.remove(gone.number());
    owed.remove(gone);
    if (!byId.remove(gone.id(), gone)) {
      return;
    }
    departedIds.add(gone.id());
    leaving.add(gone);
    for (Player observer : players()) {
      Due due = owed(observer, gone);
      // Whoever has to ask may ask after all is over, and whoever comes late find nobody.
      boolean unseen = due.owes(Told.ENTER) && (audience.mustPoke() || gone.mayBeCutOff());
      if (mayLoseMoves || gone.isUnjudged() || audience.mustPoke()) {
        due.relax();
      }
      if (audience.hearsDepartures() && !audience.isByView() && !observer.isUnjudged()) {
        if (unseen) {
          due.addDepartureOfUnseen();
        } else {
          due.add(Told.LEAVE, false);
        }
      }
    }
  }

  /** What a player is owed about an ID, if it ever was owed anything. */
  Optional<Due> due(Player observer, int id) {
    return Optional.ofNullable(owed.get(observer).get(id));
  }

  /** What a player is owed about another, or itself. */
  Due owed(Player observer, Player about) {
    return owed.get(observer)
        .computeIfAbsent(
            about.id(), unused -> new Due(audience.hearsEachMove(), about.startCell()));
  }

  /** Whether every player has been told of its own moves. */
  boolean moversTold() {
    return players().stream()
        .filter(this::isOwedNow)
        .allMatch(player -> owed(player, player).next().isEmpty());
  }

  /** Everybody who lacks something of another's piece. */
  List<Player> onlookersLacking() {
    return players().stream().filter(player -> lacking(player).isPresent()).toList();
  }

  /** Whether everybody has been told all that is due. */
  boolean allTold() {
    return players().stream().allMatch(observer -> lacking(observer).isEmpty());
  }

  /** A player that does not read cannot have heard, and one that was cut off never will. */
  private boolean isOwedNow(Player observer) {
    return observer.probe().isReading()
        && !observer.isUnjudged()
        && !(observer.mayBeCutOff() && observer.probe().isDead());
  }

  /** The ID of which this observer should have been told more. */
  Optional<Integer> lacking(Player observer) {
    if (!isOwedNow(observer)) {
      return Optional.empty();
    }
    return owed.get(observer).entrySet().stream()
        .filter(due -> due.getKey() == observer.id() || canHear(observer))
        .filter(due -> due.getValue().next().isPresent())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Whoever has to ask how the world is cannot do so within a packet. */
  private boolean canHear(Player observer) {
    return !audience.mustPoke() || observer.isBetweenPackets();
  }
}
