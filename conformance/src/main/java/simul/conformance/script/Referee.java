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
import simul.conformance.probe.Heard;
import simul.conformance.probe.Probe;
import simul.conformance.probe.Told;
import simul.conformance.verdict.Evidence;
import simul.conformance.verdict.Expectation;
import simul.conformance.verdict.Finding;
import simul.conformance.verdict.Observation;
import simul.conformance.verdict.Stimulus;
import simul.spec.world.Cell;

/**
 * Knows what every player is owed about every ID, and holds what they hear against it. The first
 * departure from that is the finding; what comes after it is not judged.
 */
final class Referee {
  private final Audience audience;
  private final int limit;
  private final Map<Integer, Player> players = new TreeMap<>();
  private final Map<Integer, Player> byId = new HashMap<>();
  private final Map<Player, Map<Integer, Due>> owed = new HashMap<>();
  private final Set<Integer> departedIds = new HashSet<>();

  /** Whoever has left, as long as the target may not have noticed. */
  private final List<Player> leaving = new ArrayList<>();

  private final List<Stimulus.Deed> deeds = new ArrayList<>();
  private Evidence evidence = Evidence.PROVEN;
  private Finding finding;
  private Rumour rumour;
  private long told;

  /**
   * Nobody plays yet.
   *
   * @param limit how many may play
   */
  Referee(Audience audience, int limit) {
    this.audience = audience;
    this.limit = limit;
  }

  /** That somebody has left who has not done anything to be cut off for, as another was told. */
  private record Rumour(Player observer, Heard heard) {}

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

  /** How it is known that the segments so far were read apart. */
  Evidence evidence() {
    return evidence;
  }

  void weigh(Evidence more) {
    evidence = evidence.and(more);
  }

  Optional<Finding> finding() {
    return Optional.ofNullable(finding);
  }

  /** Takes note of what players have done, for the finding. */
  void note(Stimulus.Deed.Kind kind, List<Integer> numbers) {
    deeds.add(new Stimulus.Deed(kind, numbers.stream().map(Script::letter).toList()));
  }

  /** What has been done so far is answered. */
  void beginStage() {
    deeds.clear();
    players().forEach(Player::beginStage);
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

  private Due owed(Player observer, Player about) {
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
  private Optional<Integer> lacking(Player observer) {
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

  /** Whether the connection of a player that keeps the rules is over: closed, flooded, broken. */
  boolean anyDead() {
    return players().stream().anyMatch(player -> isDead(player));
  }

  private static boolean isDead(Player player) {
    Probe probe = player.probe();
    boolean cutOff = player.mayBeCutOff() && probe.isClosed() && probe.fault().isEmpty();
    return probe.isDead() && !cutOff && !player.isUnjudged();
  }

  /**
   * Whether somebody was said to have left who plays. If its connection ends, that is the finding.
   */
  boolean anyRumour() {
    return rumour != null;
  }

  /** How much that was due has come so far, over all players. */
  long told() {
    return told;
  }

  /** Holds what has been heard against what was due. */
  void judge() {
    for (Player observer : List.copyOf(players())) {
      Heard heard = observer.probe().heard().poll();
      while (heard != null && finding == null && owed.containsKey(observer)) {
        if (!observer.isUnjudged()) {
          judge(observer, heard);
        }
        heard = observer.probe().heard().poll();
      }
    }
    players().stream()
        .filter(player -> player.mayBeCutOff() && player.probe().isClosed())
        .toList()
        .forEach(player -> departed(player, true));
  }

  private void judge(Player observer, Heard heard) {
    Due due = owed.get(observer).get(heard.id());
    Player about = byId.get(heard.id());
    if (due != null && due.accept(heard.told())) {
      told++;
    } else if (about != null && mayHave(about, observer, heard)) {
      told++;
    } else if (about == null && audience.isByView() && !heard.told().equals(Told.SELF)) {
      // It may have gone from view, or from the game, in either order.
      told++;
    } else if (about == null && due == null) {
      judgeStranger(observer, heard);
    } else if (about != null && about != observer && heard.told().equals(Told.LEAVE)) {
      rumour = rumour == null ? new Rumour(observer, heard) : rumour;
    } else {
      report(observer, heard, due == null ? Optional.empty() : due.next());
    }
  }

  /** Whether news of a player that was not due is nothing wrong, all the same. */
  private boolean mayHave(Player about, Player observer, Heard heard) {
    if (heard.told().isPosition()) {
      boolean unchanged = heard.told().cell().equals(about.cell());
      return about.isUnjudged()
          || unchanged && (audience.mayRepeat() || about.conduct() != Player.Conduct.RIGHT);
    }
    if (heard.told().equals(Told.LEAVE) && isPredecessors(about, observer, heard)) {
      return true;
    }
    if (heard.told().equals(Told.LEAVE) && about.mayBeCutOff() && about != observer) {
      departed(about, true);
      return audience.isByView() || owed(observer, about).accept(Told.LEAVE);
    }
    return isComingIntoView(heard) && about != observer;
  }

  /** Whether it is a stranger who has left, whose ID a player has that has not been told yet. */
  private boolean isPredecessors(Player about, Player observer, Heard heard) {
    return heard.known()
        && owed(observer, about).next().filter(Told.ENTER::equals).isPresent()
        && observer.predecessors().remove(heard.id());
  }

  /** Where pieces come and go with the view, an arrival or a departure says no more than that. */
  private boolean isComingIntoView(Heard heard) {
    return audience.isByView() && !heard.told().equals(Told.SELF) && !heard.told().isPosition();
  }

  /** Somebody else's doings are none of ours, unless there can be nobody else. */
  private void judgeStranger(Player observer, Heard heard) {
    boolean full = players.size() >= limit;
    boolean entry = heard.told().equals(Told.ENTER) || heard.told().equals(Told.SELF);
    boolean unheardOf = !heard.known() && !entry && audience.hearsArrivals();
    if (departedIds.contains(heard.id()) || full && entry || unheardOf) {
      report(observer, heard, Optional.empty());
    }
  }

  private void report(Player observer, Heard heard, Optional<Told> due) {
    String client = observer.letter();
    int id = heard.id();
    boolean other = heard.told().isPosition() && due.filter(Told::isPosition).isPresent();
    Observation actual =
        other
            ? new Observation.OtherPosition(client, id, heard.told().cell())
            : News.unasked(client, heard);
    Expectation none =
        byId.containsKey(id) ? new Expectation.NoMorePositions(id) : new Expectation.NoNews(id);
    report(
        due.map(told -> News.due(id, told)).orElse(none),
        actual,
        observer.probe().receivedFrom(heard.frameStart()));
  }

  /**
   * The time to answer is over: whatever is still lacking, or whoever is gone, is the finding.
   *
   * @param life how the target does, asked only when it is silent
   */
  void close(long waitedMillis, java.util.function.Supplier<Observation.Life> life) {
    if (finding != null) {
      return;
    }
    Optional<Player> dead = players().stream().filter(Referee::isDead).findFirst();
    if (dead.isPresent()) {
      reportDead(dead.get());
    } else if (rumour != null) {
      report(rumour.observer, rumour.heard, Optional.empty());
    } else if (!allTold()) {
      Player observer = onlookersLacking().get(0);
      report(
          expectation(observer),
          new Observation.Silence(observer.letter(), waitedMillis, life.get()),
          observer.receivedInStage());
    }
  }

  private void reportDead(Player dead) {
    Probe probe = dead.probe();
    if (probe.fault().isPresent()) {
      report(
          new Expectation.WholePackets(),
          new Observation.BrokenFrame(dead.letter(), probe.fault().get()),
          probe.receivedFrom(probe.decodedBytes()));
      return;
    }
    Observation actual =
        probe.isFlooded()
            ? new Observation.Flood(dead.letter(), probe.receivedBytes())
            : new Observation.Closed(dead.letter(), probe.closedAfterMillis());
    report(expectation(dead), actual, dead.receivedInStage());
  }

  /** The first thing that this observer is owed, or else anybody. */
  private Expectation expectation(Player observer) {
    List<Player> inOrder = new ArrayList<>(players());
    inOrder.remove(observer);
    inOrder.add(0, observer);
    for (Player candidate : inOrder) {
      Optional<Integer> id = lacking(candidate);
      if (id.isPresent()) {
        return News.due(id.get(), owed.get(candidate).get(id.get()).next().orElseThrow());
      }
    }
    return new Expectation.StaysConnected();
  }

  /** A rule is broken. */
  void report(Expectation expected, Observation actual, byte[] received) {
    if (finding != null) {
      return;
    }
    List<Stimulus.Sent> sends =
        players().stream()
            .map(Player::sentInStage)
            .filter(sent -> !sent.segmentBytes().isEmpty())
            .toList();
    Stimulus stimulus = new Stimulus(sends, deeds, evidence);
    boolean answered = players().stream().anyMatch(Player::wasAnsweredInStage);
    finding =
        new Finding(
            stimulus,
            expected,
            actual,
            received,
            Hints.of(stimulus, actual, answered),
            Optional.empty());
  }
}
