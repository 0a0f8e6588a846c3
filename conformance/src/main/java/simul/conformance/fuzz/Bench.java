package simul.conformance.fuzz;

import java.time.Duration;
import simul.conformance.check.Autopsy;
import simul.conformance.check.TargetHost;
import simul.conformance.probe.TargetUnreachable;
import simul.conformance.script.Outcome;
import simul.conformance.script.Script;
import simul.conformance.script.Target;
import simul.conformance.script.Trial;
import simul.conformance.verdict.Finding;
import simul.spec.rule.RuleCatalogue;

/**
 * Where scripts are run: a target, and whoever starts it anew when one of them has ended it. One
 * thread.
 */
final class Bench {
  private final Target target;
  private final TargetHost host;

  Bench(Target target, TargetHost host) {
    this.target = target;
    this.host = host;
  }

  /** How long an answer may take. */
  Duration patience() {
    return target.patience();
  }

  /**
   * Runs a script on fresh connections.
   *
   * @param ruleId the rule that it is about
   * @throws TargetUnreachable when there is no target any more
   */
  Outcome run(String ruleId, Script script, Duration patience) throws TargetUnreachable {
    Target ready =
        target.withAddress(host.readyFor(RuleCatalogue.get(ruleId))).withPatience(patience);
    Outcome outcome = Trial.run(ready, script);
    boolean doubtful = Autopsy.isDoubtful(outcome);
    TargetHost.State state = host.state(doubtful ? target.patience() : Duration.ZERO);
    if (Autopsy.neverBegan(outcome)) {
      return Autopsy.preventedBy(outcome, state);
    }
    if (state instanceof TargetHost.Ended end && Autopsy.isToBlame(outcome)) {
      Finding ended = Autopsy.unexpected(end.exit());
      return new Outcome.Broke(ended, script);
    }
    return Autopsy.explained(outcome, state);
  }

  /** The same with full patience. */
  Outcome run(String ruleId, Script script) throws TargetUnreachable {
    return run(ruleId, script, target.patience());
  }
}
