package simul.conformance.fuzz;

import java.util.Set;
import simul.conformance.script.Script;

/**
 * A script to be tried, and what it has in it.
 *
 * @param ruleId the rule that a target breaks which does not stand it
 * @param mutation the most unusual that is done in it
 */
public record Sample(Script script, Set<CoveragePoint> points, String ruleId, Mutation mutation) {
  public Sample {
    points = Set.copyOf(points);
  }
}
