package simul.spec.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every rule that something in this program judges. Checks, violations of a swarm and mutants name
 * rules by their ID.
 */
public final class RuleCatalogue {
  private static final List<Rule> RULES =
      Stream.of(
              FrameRules.all(),
              JoinRules.all(),
              MoveRules.all(),
              LeaveRules.all(),
              FullRules.all(),
              SendRules.all(),
              BadRules.all(),
              RateRules.all(),
              LifeRules.all(),
              ModelRules.all())
          .flatMap(List::stream)
          .toList();

  private RuleCatalogue() {}

  /** All rules, area by area. */
  public static List<Rule> all() {
    return RULES;
  }

  /** The rule of that ID. */
  public static Optional<Rule> find(String id) {
    return RULES.stream().filter(rule -> rule.id().equals(id)).findFirst();
  }

  /**
   * The rule of that ID, for an ID that the program itself names.
   *
   * @throws IllegalArgumentException when there is none, which is our own defect
   */
  public static Rule get(String id) {
    return find(id).orElseThrow(() -> new IllegalArgumentException("no rule " + id));
  }
}
