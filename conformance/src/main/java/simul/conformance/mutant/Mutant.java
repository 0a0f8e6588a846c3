package simul.conformance.mutant;

import java.util.Locale;
import java.util.function.UnaryOperator;
import simul.spec.reference.Parts;

/**
 * A faulty server.
 *
 * @param mistake the mistake as a name, like a class's: {@code DropsSecondCoalescedFrame}
 * @param ruleId the rule that it breaks; others may break with it
 * @param summary the mistake in one clause
 * @param infect replaces the part in which the mistake is
 */
public record Mutant(String mistake, String ruleId, String summary, UnaryOperator<Parts> infect) {

  /** The name on the command line: {@code drops-second-coalesced-frame}. */
  public String name() {
    return mistake.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
