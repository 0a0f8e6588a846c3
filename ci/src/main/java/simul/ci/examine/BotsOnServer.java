package simul.ci.examine;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import simul.bots.measure.Judgement;
import simul.bots.measure.SwarmResult;
import simul.bots.measure.Violation;
import simul.bots.swarm.Load;
import simul.bots.swarm.NobodyAnswers;
import simul.bots.swarm.Swarm;
import simul.bots.swarm.SwarmPlan;
import simul.ci.grade.Findings;
import simul.ci.grade.Rubric;
import simul.conformance.verdict.Verdict;

/** The bots of an examination. */
final class BotsOnServer {
  private static final double MOVES_PER_SECOND = 10;

  private final ExaminationPlan plan;
  private final Rubric.Load wanted;
  private volatile Swarm swarm;

  BotsOnServer(ExaminationPlan plan, Rubric.Load wanted) {
    this.plan = plan;
    this.wanted = wanted;
  }

  Findings.Outcome play(InetSocketAddress address) {
    swarm =
        new Swarm(
            new SwarmPlan(
                plan.protocol(),
                address,
                Load.of(wanted.clients(), MOVES_PER_SECOND, wanted.duration()),
                plan.seed(),
                SwarmPlan.DEFAULT_PATIENCE));
    try {
      SwarmResult result = swarm.run(progress -> {});
      Verdict verdict =
          switch (Judgement.of(result, List.of()).verdict()) {
            case PASS -> Verdict.PASS;
            case FAIL -> Verdict.FAIL;
            case INCONCLUSIVE -> Verdict.INCONCLUSIVE;
          };
      return new Findings.Outcome(verdict, words(result));
    } catch (NobodyAnswers e) {
      return new Findings.Outcome(Verdict.FAIL, e.getMessage());
    }
  }

  private static String words(SwarmResult result) {
    String numbers =
        String.format(
            Locale.ROOT,
            "%d clients, %d moves, %d of %d sights, %d violations",
            result.clients().admitted(),
            result.moves().sent(),
            result.sights().received(),
            result.sights().expected(),
            result.violations());
    return result.firstViolations().stream()
        .findFirst()
        .map(Violation::ruleId)
        .map(rule -> numbers + ", the first of " + rule)
        .orElse(numbers);
  }

  void stop() {
    Swarm running = swarm;
    if (running != null) {
      running.stop();
    }
  }
}
