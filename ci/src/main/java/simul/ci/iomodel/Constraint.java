package simul.ci.iomodel;

import java.util.Locale;

/** Whether a server keeps to Overlapped I/O with completion callbacks, and why. */
public enum Constraint {
  /** Receives complete in routines, and the program waits alertably. */
  CALLBACKS(Holds.YES),
  /** The same, but only a blocking accept waits, which is alertable on Windows alone. */
  CALLBACKS_IN_ACCEPT(Holds.YES),
  /** Routines are given, but nothing waits alertably: they never run. */
  NEVER_COMPLETES(Holds.PARTLY),
  /** Sends complete in routines, receives do not. */
  ONLY_SENDS(Holds.PARTLY),
  /** Another model is used beside it. */
  MIXED(Holds.PARTLY),
  /** Another model is used. */
  OTHER_MODEL(Holds.NO),
  /** What there is stands in code that the program never gets to. */
  ONLY_UNREACHED(Holds.UNKNOWN),
  /** Nothing in the files listens. */
  NO_SERVER(Holds.UNKNOWN),
  /** It listens, but nothing says how it waits for its clients. */
  NOTHING_FOUND(Holds.UNKNOWN);

  /** The answer in one word. */
  public enum Holds {
    YES,
    PARTLY,
    NO,
    UNKNOWN
  }

  private final Holds holds;

  Constraint(Holds holds) {
    this.holds = holds;
  }

  public Holds holds() {
    return holds;
  }

  /** Its name in texts of programs: {@code never-completes}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
