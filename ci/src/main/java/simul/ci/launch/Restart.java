package simul.ci.launch;

/** When a target is started anew. */
public enum Restart {
  /** When it was lost: it has ended, or serves nobody any more. */
  WHEN_LOST,
  /** Before every check. */
  CASE,
  /** Before every group of checks, and when it was lost. */
  GROUP,
  /** Never: what a check leaves behind, or ends, is there for the next ones. */
  NEVER
}
