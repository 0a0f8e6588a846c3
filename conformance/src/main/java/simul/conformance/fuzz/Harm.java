package simul.conformance.fuzz;

import java.util.Locale;
import simul.conformance.verdict.Observation;

/** What a stream does to a target, the worst first. */
public enum Harm {
  /** Its process has ended. */
  CRASHED,
  /** It cannot be connected to any more. */
  GONE,
  /** It runs, but lets nobody in any more. */
  STUCK,
  /** Its memory grows without bound. */
  GROWING,
  /** It sends without end. */
  FLOODED,
  /** It ends the connection of a client that keeps the rules. */
  DISCONNECTED,
  /** It sends what is no packet. */
  BROKEN,
  /** It says what is not so. */
  ASTRAY,
  /** It does not say what is so. */
  SILENT;

  /** What such an observation shows. */
  static Harm of(Observation observation) {
    if (observation instanceof Observation.Exited) {
      return CRASHED;
    }
    if (observation instanceof Observation.Unreachable) {
      return GONE;
    }
    if (observation instanceof Observation.Silence silence) {
      return switch (silence.life()) {
        case GONE -> GONE;
        case ADMITS_NOBODY -> STUCK;
        case SERVES_OTHERS, FULL -> SILENT;
      };
    }
    if (observation instanceof Observation.Flood) {
      return FLOODED;
    }
    if (observation instanceof Observation.Grown) {
      return GROWING;
    }
    if (observation instanceof Observation.Closed) {
      return DISCONNECTED;
    }
    return observation instanceof Observation.BrokenFrame ? BROKEN : ASTRAY;
  }

  /** Whether one may show as the other, under a smaller stream or after a shorter wait. */
  boolean isLike(Harm other) {
    return this == other || isQuiet() == other.isQuiet();
  }

  private boolean isQuiet() {
    return this == ASTRAY || this == SILENT;
  }

  /** The word in results. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
