package simul.conformance.script;

/** How much a check does where more finds more. */
public enum Effort {
  /** What shows common mistakes, in a moment. */
  QUICK,
  NORMAL,
  /** What may take minutes. */
  THOROUGH;

  /** One of three figures. */
  public int of(int quick, int normal, int thorough) {
    return switch (this) {
      case QUICK -> quick;
      case NORMAL -> normal;
      case THOROUGH -> thorough;
    };
  }
}
