package simul.conformance.suite;

import java.util.List;
import java.util.stream.Stream;
import simul.conformance.check.Check;
import simul.conformance.property.PlayProperty;

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
            LifeChecks.all(),
            List.of(
                new Check("MODEL-001", PlayProperty::whole),
                new Check("MODEL-002", PlayProperty::cut)))
        .flatMap(List::stream)
        .toList();
  }
}
