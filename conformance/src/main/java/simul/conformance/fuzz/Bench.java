package simul.conformance.fuzz;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import simul.conformance.check.Autopsy;
import simul.conformance.check.TargetHost;
import simul.conformance.kernel.Footprint;
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
  private InetSocketAddress address;
  private Optional<Footprint> process = Optional.empty();
  private boolean lookedForProcess;
  private boolean lost;

  Bench(Target target, TargetHost host) {
    this.target = target;
    this.address = target.address();
    this.host = host;
  }

  /** Whether the last script has left no target that serves. */
  boolean hasLostTarget() {
    return lost;
  }

  /** What the target's process takes, in bytes, where that says whether it grows. */
  OptionalLong footprint() {
    if (!lookedForProcess) {
      // To find it, all processes have to be looked through: that is done once for each.
      lookedForProcess = true;
      process = Footprint.of(address).filter(found -> !found.isOwn() && !found.isCollected());
    }
    OptionalLong bytes = process.map(Footprint::bytes).orElse(OptionalLong.empty());
    if (bytes.isEmpty() && process.isPresent()) {
      // It has ended, and another one may have taken its place.
      lookedForProcess = false;
    }
    return bytes;
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
    address = host.readyFor(RuleCatalogue.get(ruleId));
    Target ready = target.withAddress(address).withPatience(patience);
    Outcome outcome = Trial.run(ready, script);
    boolean doubtful = Autopsy.isDoubtful(outcome);
    TargetHost.State state = host.state(doubtful ? target.patience() : Duration.ZERO);
    lost = state.isLost();
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
