package simul.conformance.script;

import simul.conformance.verdict.Evidence;
import simul.conformance.verdict.Finding;

/** How a trial, or a check made of trials, ended. */
public sealed interface Outcome {

  /** The target did what it had to. */
  record Held(Evidence evidence) implements Outcome {}

  /** The target broke the rule under this script. */
  record Broke(Finding finding, Script script) implements Outcome {}

  /**
   * It could not begin, for the target broke another rule before.
   *
   * @param ruleId the rule that it broke
   */
  record Prevented(String ruleId, Finding finding) implements Outcome {}

  /** The target cannot be connected to; one clause says how. */
  record Unreachable(String reason) implements Outcome {}

  /** Nothing could be decided; one clause says why. */
  record Undecided(String reason) implements Outcome {}

  /** The check has no meaning for this protocol; one clause says why. */
  record NotApplicable(String reason) implements Outcome {}
}
