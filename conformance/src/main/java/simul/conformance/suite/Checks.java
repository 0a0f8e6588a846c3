package simul.conformance.suite;

import java.util.List;
import java.util.stream.Stream;
import simul.conformance.check.Check;

/** Every check there is, in the order in which they run. */
public final class Checks {
  private Checks() {}

  /** All sections. */
  public static List<Check> all() {
    return Stream.of(
            FrameChecks.all(),
            BufferChecks.all(),
            JoinChecks.all(),
            MoveChecks.all(),
            LeaveChecks.all(),
            FullChecks.all(),
            SendChecks.all(),
            BadChecks.all(),
            LifeChecks.all())
        .flatMap(List::stream)
        .toList();
  }
}
