package simul.conformance.fuzz;

import simul.conformance.script.Script;
import simul.conformance.script.Step;
import simul.conformance.verdict.Expectation;
import simul.conformance.verdict.Finding;
import simul.conformance.verdict.Observation;

/**
 * What went wrong, and under what: findings that share it are taken for one and the same mistake.
 *
 * @param mutation what is done in the script, {@link Mutation#NONE} where nothing is wrong in it
 * @param cut whether some write in it ends within a packet
 * @param joined whether some write in it holds several packets
 * @param comings whether clients come or go in it
 */
record Symptom(
    Class<? extends Expectation> expected,
    Class<? extends Observation> actual,
    Mutation mutation,
    boolean cut,
    boolean joined,
    boolean comings) {

  /**
   * That of a finding.
   *
   * @param mutation what was done in the script before it was made smaller
   */
  static Symptom of(Finding finding, Script script, Mutation mutation) {
    return new Symptom(
        finding.expected().getClass(),
        finding.actual().getClass(),
        isBad(script) ? mutation : Mutation.NONE,
        script.steps().stream().anyMatch(s -> s instanceof Step.Move m && m.held() > 0),
        script.steps().stream().anyMatch(s -> s instanceof Step.Move m && m.headings().size() > 1),
        script.steps().stream().anyMatch(s -> s instanceof Step.Arrive || s instanceof Step.Leave));
  }

  /** Whether something is wrong in a script. */
  static boolean isBad(Script script) {
    return script.steps().stream().anyMatch(Step.Misbehave.class::isInstance);
  }
}
