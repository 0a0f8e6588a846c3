package simul.conformance.check;

import java.util.random.RandomGenerator;
import simul.conformance.script.Outcome;
import simul.conformance.script.Target;
import simul.spec.rule.Rule;
import simul.spec.rule.RuleCatalogue;

/**
 * The test of one rule.
 *
 * @param ruleId the rule's ID in the catalogue, and the check's
 */
public record Check(String ruleId, Body body) {

  /** What a check does to a target. */
  @FunctionalInterface
  public interface Body {
    /**
     * Runs the check on fresh connections.
     *
     * @param random the check's own; the same for the same seed, whatever else is run
     */
    Outcome run(Target target, RandomGenerator random);
  }

  /** The rule that it tests. */
  public Rule rule() {
    return RuleCatalogue.get(ruleId);
  }
}
