package simul.ci.cli;

import java.util.List;
import simul.conformance.check.Check;
import simul.conformance.check.Selection;
import simul.conformance.suite.Checks;

/** Checks as a command line names them: by patterns, each of which must be that of some check. */
final class CheckNames {
  private CheckNames() {}

  /** The checks that are meant; a pattern that matches none is the caller's fault. */
  static List<Check> select(Selection selection) {
    List<String> unmatched = selection.unmatched(Checks.all());
    if (!unmatched.isEmpty()) {
      throw CommandFailure.usage(
          "no check matches " + String.join(", ", unmatched) + " (conform --list shows them all)");
    }
    return selection.of(Checks.all());
  }
}
