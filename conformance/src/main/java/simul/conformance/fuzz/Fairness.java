package simul.conformance.fuzz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import simul.conformance.script.Script;
import simul.conformance.script.Step;

/**
 * Makes of any script one that a right server cannot fail: whoever is not there does nothing,
 * nobody comes beyond the limit, departures are told before somebody comes, nobody closes with
 * moves that may get lost, and what is wrong counts as a packet of its own only where a right
 * server can tell where it begins.
 */
final class Fairness {
  private final int limit;
  private final List<Step> steps = new ArrayList<>();
  private final Set<Integer> present = new TreeSet<>();
  private final Map<Integer, Integer> heldBack = new HashMap<>();
  private final Set<Integer> unsettled = new HashSet<>();
  private final Set<Integer> busy = new HashSet<>();
  private boolean departures;

  private Fairness(int players, int limit) {
    this.limit = limit;
    IntStream.range(0, players).forEach(present::add);
  }

  /**
   * The fair script that is most like this one.
   *
   * @param limit how many may play at once
   */
  static Script of(Script script, int limit) {
    Fairness fairness = new Fairness(script.players(), limit);
    script.steps().forEach(fairness::take);
    return new Script(script.players(), fairness.steps);
  }

  private void take(Step step) {
    if (step instanceof Step.Settle) {
      settle();
    } else if (step instanceof Step.Arrive arrive) {
      arrive(arrive);
    } else if (step instanceof Step.ArriveAmid amid) {
      arrive(new Step.Arrive(List.of(amid.player()), false));
      move(new Step.Move(amid.mover(), amid.headings(), 0));
    } else if (step instanceof Step.Leave leave) {
      leave(leave);
    } else if (step instanceof Step.Move move) {
      move(move);
    } else if (step instanceof Step.Misbehave bad) {
      misbehave(bad);
    } else {
      steps.add(step);
    }
  }

  private void settle() {
    boolean twice = steps.isEmpty() || steps.get(steps.size() - 1) instanceof Step.Settle;
    if (!twice) {
      steps.add(new Step.Settle());
    }
    unsettled.clear();
    busy.clear();
    departures = false;
  }

  private void arrive(Step.Arrive step) {
    List<Integer> newcomers =
        step.players().stream()
            .filter(player -> !present.contains(player))
            .distinct()
            .limit(limit - present.size())
            .toList();
    if (newcomers.isEmpty()) {
      return;
    }
    // Who is told of whom is certain only once everybody knows who has left.
    if (departures) {
      settle();
    }
    steps.add(new Step.Arrive(newcomers, step.narrow()));
    present.addAll(newcomers);
    busy.addAll(newcomers);
  }

  private void leave(Step.Leave step) {
    if (!present.contains(step.player()) || present.size() == 1) {
      return;
    }
    // Whoever closes with something unread resets the connection, and its moves may be lost.
    boolean ends = step.how() == Step.Farewell.CLOSE || step.how() == Step.Farewell.GOODBYE;
    boolean told = busy.stream().anyMatch(other -> other != step.player());
    if (ends && told && unsettled.contains(step.player())) {
      settle();
    }
    steps.add(step);
    present.remove(step.player());
    heldBack.remove(step.player());
    unsettled.remove(step.player());
    departures = true;
  }

  private void move(Step.Move step) {
    int player = step.player();
    boolean empty = step.headings().isEmpty() && heldBack.getOrDefault(player, 0) <= step.held();
    if (!present.contains(player) || empty) {
      return;
    }
    steps.add(step);
    heldBack.put(player, step.held());
    unsettled.add(player);
    busy.add(player);
  }

  private void misbehave(Step.Misbehave step) {
    int player = step.player();
    if (!present.contains(player) || step.bytes().length == 0) {
      return;
    }
    boolean within = heldBack.getOrDefault(player, 0) > 0;
    busy.add(player);
    // What it has moved before must not share its fate.
    if (step.whole() && !within && unsettled.contains(player)) {
      settle();
    }
    steps.add(new Step.Misbehave(player, step.bytes(), step.whole() && !within));
  }
}
