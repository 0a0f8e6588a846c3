package simul.conformance.suite;

import java.util.List;
import simul.conformance.check.Check;

/** Every check there is, in the order in which they run. */
public final class Checks {
  private Checks() {}

  /** All sections. */
  public static List<Check> all() {
    return FrameChecks.all();
  }
}
