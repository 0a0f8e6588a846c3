package simul.ci.iomodel;

/** How much a call says of the I/O model. */
public enum Strength {
  /** The model cannot be without it. */
  DECISIVE,
  /** It goes with the model, but others have it as well. */
  SUPPORTING,
  /** It stands in code that the program never gets to, and so decides nothing. */
  UNREACHED
}
