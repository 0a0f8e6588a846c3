package simul.conformance.odd;

import java.util.List;
import simul.conformance.check.Check;
import simul.conformance.check.Selection;
import simul.conformance.suite.Checks;

/** The checks that take milliseconds each: most of every section but partial sends. */
public final class FastCut {
  private static final List<String> LONG =
      List.of(
          "SEND-*",
          "LIFE-*",
          "RATE-*",
          "MODEL-*",
          "BAD-009",
          "BAD-013",
          "FRAME-002",
          "FRAME-004",
          "FRAME-006",
          "FRAME-011",
          "FRAME-013",
          "FRAME-014",
          "FRAME-010",
          "FRAME-016",
          "FRAME-017",
          "FULL-009",
          "JOIN-011");

  /** In their usual order. */
  public static final List<Check> CHECKS = new Selection(List.of(), LONG).of(Checks.all());

  private FastCut() {}
}
