package simul.conformance.mutant;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import simul.spec.model.Spec;
import simul.spec.reference.Parts;

/**
 * A faulty server.
 *
 * @param mistake the mistake as a name, like a class's: {@code DropsSecondCoalescedFrame}
 * @param ruleId the rule that it breaks; others may break with it
 * @param summary the mistake in one clause
 * @param subtle whether it takes the right stream, state or moment to show
 * @param possible the protocols in which the mistake can be made
 * @param infect replaces the part in which the mistake is
 */
public record Mutant(
    String mistake,
    String ruleId,
    String summary,
    boolean subtle,
    Predicate<Spec> possible,
    UnaryOperator<Parts> infect) {

  /** A mistake that shows at once, in any protocol. */
  static Mutant of(String mistake, String ruleId, String summary, Infection infection) {
    return new Mutant(
        mistake, ruleId, summary, false, spec -> true, parts -> Lifeline.given(parts, infection));
  }

  /** The same, subtle. */
  Mutant inTheRightMoment() {
    return new Mutant(mistake, ruleId, summary, true, possible, infect);
  }

  /** The same, where the mistake can be made in such protocols only. */
  Mutant where(Predicate<Spec> such) {
    return new Mutant(mistake, ruleId, summary, subtle, such, infect);
  }

  /** Whether a server of that protocol can make the mistake at all. */
  public boolean isPossibleIn(Spec spec) {
    return possible.test(spec);
  }

  /** The name on the command line: {@code drops-second-coalesced-frame}. */
  public String name() {
    return mistake
        .replaceAll("(?<=[a-z])(?=[A-Z0-9])|(?<=[0-9])(?=[A-Z])", "-")
        .toLowerCase(Locale.ROOT);
  }
}
