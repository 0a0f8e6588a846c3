package simul.conformance.survey;

/** What had last happened to our connections when bytes came: what may have caused them. */
public enum Occasion {
  /** The connection was opened while none other was open. */
  GREETING_ALONE,
  /** The connection was opened while others were open. */
  GREETING_AMONG_OTHERS,
  /** Another connection was opened. */
  JOIN,
  /** A connection was left by us or closed by the target. */
  LEAVE
}
