package simul.bots.capacity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import simul.bots.capacity.CapacityResult.Step;
import simul.bots.measure.SwarmResult;
import simul.bots.measure.Threshold;
import simul.bots.swarm.Load;
import simul.bots.swarm.NobodyAnswers;
import simul.bots.swarm.Observers;
import simul.bots.swarm.Swarm;
import simul.bots.swarm.SwarmPlan;

/**
 * A search for a target's capacity, each step a swarm of its own, so that what one step has piled
 * up is not the next one's. One run each; the calling thread waits.
 */
public final class CapacityRun {
  private final SwarmPlan plan;
  private final Axis axis;
  private final CapacitySearch search;
  private final Appraisal appraisal;
  private final List<Step> steps = new ArrayList<>();
  private Swarm playing;
  private boolean stopping;

  /**
   * A search to begin.
   *
   * @param plan the load's number of clients or their rate, and how long each step plays
   * @param limit what must hold, for a load not to be too much
   * @param mostClients how many bots there may be
   */
  public CapacityRun(SwarmPlan plan, Axis axis, Threshold limit, int mostClients) {
    this.plan = plan;
    this.axis = axis;
    this.appraisal = new Appraisal(limit);
    this.search =
        new CapacitySearch(
            axis.first(plan.load(), mostClients),
            axis.most(plan.load(), mostClients),
            axis == Axis.CLIENTS);
  }

  /**
   * Searches to the end.
   *
   * @param progress hears of every step that is over, on the calling thread
   * @throws NobodyAnswers when not one bot gets in at the first step
   */
  public CapacityResult run(Consumer<Step> progress) throws NobodyAnswers {
    Optional<Trial> trial = search.next();
    while (trial.isPresent()) {
      Step step = play(trial.get());
      if (isStopping()) {
        search.abandon(Capacity.Limit.STOPPED, "the search was stopped");
      } else {
        steps.add(step);
        search.record(step.outcome());
        progress.accept(step);
        abandonDeadTarget();
      }
      trial = search.next();
    }
    return new CapacityResult(axis, appraisal.limit(), search.found(), steps);
  }

  /** Twice in a row nobody got in: there is nothing left to measure. */
  private void abandonDeadTarget() {
    int last = steps.size() - 1;
    if (last > 0 && steps.get(last).result().isEmpty() && steps.get(last - 1).result().isEmpty()) {
      search.abandon(Capacity.Limit.TARGET, steps.get(last).outcome().reason());
    }
  }

  private Step play(Trial trial) throws NobodyAnswers {
    Load load = axis.load(plan.load(), trial.load());
    SwarmPlan step =
        new SwarmPlan(
            plan.protocol(),
            plan.target(),
            load,
            plan.seed(),
            plan.patience(),
            Observers.of(plan.protocol().spec().world(), load.clients()));
    try {
      SwarmResult result = begin(step).run(progress -> {});
      double asked = load.clients() * load.movesPerSecond();
      Outcome outcome = appraisal.of(result, axis, load.clients(), asked);
      return new Step(trial, outcome, Optional.of(result));
    } catch (NobodyAnswers e) {
      if (steps.isEmpty()) {
        throw e;
      }
      Outcome outcome = new Outcome(Outcome.Ruling.TARGET, 0, "nobody got in: " + e.getMessage());
      return new Step(trial, outcome, Optional.empty());
    }
  }

  private synchronized Swarm begin(SwarmPlan step) {
    playing = new Swarm(step);
    if (stopping) {
      playing.stop();
    }
    return playing;
  }

  /** Brings it to an early end, with what has been found so far; from any thread. */
  public synchronized void stop() {
    stopping = true;
    if (playing != null) {
      playing.stop();
    }
  }

  private synchronized boolean isStopping() {
    return stopping;
  }
}
