package simul.conformance.script;

import java.util.Optional;
import simul.conformance.verdict.Evidence;
import simul.conformance.verdict.Finding;
import simul.conformance.verdict.Transcript;

/** How a trial, or a check made of trials, ended. */
public sealed interface Outcome {

  /** The target did what it had to. */
  record Held(Evidence evidence) implements Outcome {}

  /**
   * The target broke the rule under this script.
   *
   * @param transcript what passed meanwhile, if it was recorded
   */
  record Broke(Finding finding, Script script, Optional<Transcript> transcript) implements Outcome {
    public Broke(Finding finding, Script script) {
      this(finding, script, Optional.empty());
    }

    @Override
    public Broke shownBy(Transcript passed) {
      return transcript.isPresent() ? this : new Broke(finding, script, Optional.of(passed));
    }
  }

  /**
   * It could not begin, for the target broke another rule before.
   *
   * @param ruleId the rule that it broke
   * @param transcript what passed meanwhile, if it was recorded
   */
  record Prevented(String ruleId, Finding finding, Optional<Transcript> transcript)
      implements Outcome {
    public Prevented(String ruleId, Finding finding) {
      this(ruleId, finding, Optional.empty());
    }

    @Override
    public Prevented shownBy(Transcript passed) {
      return transcript.isPresent() ? this : new Prevented(ruleId, finding, Optional.of(passed));
    }
  }

  /** The target cannot be connected to; one clause says how. */
  record Unreachable(String reason) implements Outcome {}

  /** Nothing could be decided; one clause says why. */
  record Undecided(String reason) implements Outcome {}

  /** The check has no meaning for this protocol; one clause says why. */
  record NotApplicable(String reason) implements Outcome {}

  /** The same with this transcript, unless it has no finding, or one that shows it more closely. */
  default Outcome shownBy(Transcript passed) {
    return this;
  }
}
