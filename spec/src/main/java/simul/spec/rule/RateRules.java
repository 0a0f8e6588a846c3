package simul.spec.rule;

import static simul.spec.rule.Level.MUST;

import java.util.List;

/** The rate that a server has to serve (handout, section 8). */
final class RateRules {
  private RateRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule(
            "RATE-001",
            MUST,
            8,
            "as many as may play make 20 moves a second each, and none is lost",
            "최대 인원이 초당 20번씩 이동해도 빠짐없이 처리된다"),
        new Rule(
            "RATE-002",
            MUST,
            8,
            "a burst of moves of all clients is served without loss",
            "모든 클라이언트가 한꺼번에 몰아서 이동해도 빠짐없이 처리된다"));
  }
}
