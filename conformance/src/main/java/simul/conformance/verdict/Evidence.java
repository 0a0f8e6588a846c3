package simul.conformance.verdict;

import java.util.Locale;

/** How it is known that a stimulus reached the target the way it was meant to. */
public enum Evidence {
  /** The kernel's own tables say so. */
  PROVEN,
  /** The tables cannot be read (other system, remote target), or did not say so in time. */
  ASSUMED;

  /** The word in reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Proven only when both are. */
  public Evidence and(Evidence other) {
    return this == PROVEN ? other : this;
  }
}
