package simul.spec.rule;

import static simul.spec.rule.Level.MUST;

import java.util.List;

/** Everything together: random play against the world as it should be. */
final class ModelRules {
  private ModelRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule(
            "MODEL-001",
            MUST,
            0,
            "random joins, moves and leaves are told to everybody as they happened",
            "무작위 접속, 이동, 퇴장이 일어난 그대로 모두에게 알려진다"),
        new Rule(
            "MODEL-002",
            MUST,
            0,
            "the same with every client's bytes cut and joined at random",
            "모든 클라이언트의 바이트가 무작위로 잘리고 붙어도 마찬가지이다"));
  }
}
