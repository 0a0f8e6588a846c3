package simul.spec.source;

/** Whether the program ever gets to a function, as far as its sources tell. */
public enum Reach {
  /** An entry point calls it, or hands it over as a thread or callback, directly or not. */
  REACHED,

  /**
   * It may be called by what is not in the files or could not be parsed: a framework's class, or a
   * program without an entry point.
   */
  ASSUMED,

  /** Nobody calls it. */
  UNREACHED
}
