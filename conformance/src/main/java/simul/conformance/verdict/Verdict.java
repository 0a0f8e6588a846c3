package simul.conformance.verdict;

/** How a check, or a whole run, ended. */
public enum Verdict {
  /** The target did what the rule demands. */
  PASS,
  /** The target broke the rule. */
  FAIL,
  /** Nothing could be decided, through nobody's proven fault. */
  INCONCLUSIVE,
  /** The check was not run, or has no meaning for this target; the reason is given. */
  SKIPPED
}
