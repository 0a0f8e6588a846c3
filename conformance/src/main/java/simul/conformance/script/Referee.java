package simul.conformance.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simul.conformance.probe.Heard;
import simul.conformance.probe.Probe;
import simul.conformance.probe.Told;
import simul.conformance.verdict.Evidence;
import simul.conformance.verdict.Expectation;
import simul.conformance.verdict.Finding;
import simul.conformance.verdict.Observation;
import simul.conformance.verdict.Stimulus;

/**
 * Holds what players hear against what the {@link Ledger} says that they are owed. The first
 * departure from that is the finding; what comes after it is not judged.
 */
final class Referee {
  private final Audience audience;
  private final int limit;
  private final Ledger ledger;
  private final List<Stimulus.Deed> deeds = new ArrayList<>();
  private Evidence evidence = Evidence.PROVEN;
  private Finding finding;
  private Rumour rumour;
  private long told;

  /**
   * Nothing was heard yet.
   *
   * @param limit how many may play
   */
  Referee(Audience audience, Ledger ledger, int limit) {
    this.audience = audience;
    this.ledger = ledger;
    this.limit = limit;
  }

  /** That somebody has left who has not done anything to be cut off for, as another was told. */
  private record Rumour(Player observer, Heard heard) {}

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
    ledger.players().forEach(Player::beginStage);
  }

  /** Whether the connection of a player that keeps the rules is over: closed, flooded, broken. */
  boolean anyDead() {
    return ledger.players().stream().anyMatch(player -> isDead(player));
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
    for (Player observer : List.copyOf(ledger.players())) {
      Heard heard = observer.probe().heard().poll();
      while (heard != null && finding == null && ledger.plays(observer)) {
        if (!observer.isUnjudged()) {
          judge(observer, heard);
        }
        heard = observer.probe().heard().poll();
      }
    }
    ledger.players().stream()
        .filter(player -> player.mayBeCutOff() && player.probe().isClosed())
        .toList()
        .forEach(player -> ledger.departed(player, true));
  }

  private void judge(Player observer, Heard heard) {
    Due due = ledger.due(observer, heard.id()).orElse(null);
    Player about = ledger.byId(heard.id()).orElse(null);
    if (due != null && due.accept(heard.told())) {
      told++;
    } else if (about != null && mayHave(about, observer, heard)) {
      told++;
    } else if (about == null && audience.isByView() && !heard.told().equals(Told.SELF)) {
      // It may have gone from view, or from the game, in either order.
      told++;
    } else if (isLastMove(observer, heard)) {
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
      ledger.departed(about, true);
      return audience.isByView() || ledger.owed(observer, about).accept(Told.LEAVE);
    }
    return isComingIntoView(heard) && about != observer;
  }

  /** Whether it is what the bytes of somebody have moved of whom nobody knows what they mean. */
  private boolean isLastMove(Player observer, Heard heard) {
    return heard.told().isPosition() && ledger.mayHaveMovedBeforeLeaving(observer, heard.id());
  }

  /** Whether it is a stranger who has left, whose ID a player has that has not been told yet. */
  private boolean isPredecessors(Player about, Player observer, Heard heard) {
    return heard.known()
        && ledger.owed(observer, about).next().filter(Told.ENTER::equals).isPresent()
        && observer.predecessors().remove(heard.id());
  }

  /** Where pieces come and go with the view, an arrival or a departure says no more than that. */
  private boolean isComingIntoView(Heard heard) {
    return audience.isByView() && !heard.told().equals(Told.SELF) && !heard.told().isPosition();
  }

  /** Somebody else's doings are none of ours, unless there can be nobody else. */
  private void judgeStranger(Player observer, Heard heard) {
    boolean full = ledger.players().size() >= limit;
    boolean entry = heard.told().equals(Told.ENTER) || heard.told().equals(Told.SELF);
    boolean unheardOf = !heard.known() && !entry && audience.hearsArrivals();
    if (ledger.hasDeparted(heard.id()) || full && entry || unheardOf) {
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
        ledger.byId(id).isPresent()
            ? new Expectation.NoMorePositions(id)
            : new Expectation.NoNews(id);
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
    Optional<Player> dead = ledger.players().stream().filter(Referee::isDead).findFirst();
    if (dead.isPresent()) {
      reportDead(dead.get());
    } else if (rumour != null) {
      report(rumour.observer, rumour.heard, Optional.empty());
    } else if (!ledger.allTold()) {
      Player observer = ledger.onlookersLacking().get(0);
      report(
          expectation(observer),
          new Observation.Silence(observer.letter(), waitedMillis, life.get()),
          observer.receivedInStage());
    }
  }

  private void reportDead(Player dead) {
    Probe probe = dead.probe();
    boolean broken = probe.fault().isPresent();
    report(
        broken ? new Expectation.WholePackets() : expectation(dead),
        News.end(probe),
        broken ? probe.receivedFrom(probe.decodedBytes()) : dead.receivedInStage());
  }

  /** The first thing that this observer is owed, or else anybody. */
  private Expectation expectation(Player observer) {
    List<Player> inOrder = new ArrayList<>(ledger.players());
    inOrder.remove(observer);
    inOrder.add(0, observer);
    for (Player candidate : inOrder) {
      Optional<Integer> id = ledger.lacking(candidate);
      if (id.isPresent()) {
        Due due = ledger.due(candidate, id.get()).orElseThrow();
        return News.due(id.get(), due.next().orElseThrow());
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
        ledger.players().stream()
            .map(Player::sentInStage)
            .filter(sent -> !sent.segmentBytes().isEmpty())
            .toList();
    Stimulus stimulus = new Stimulus(sends, deeds, evidence);
    boolean answered = ledger.players().stream().anyMatch(Player::wasAnsweredInStage);
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
