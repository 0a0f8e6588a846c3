package simul.spec.rule;

import static simul.spec.rule.Level.MUST;

import java.util.List;

/** What a server must stand for as long as it runs (handout, sections 1, 3, 4 and 7). */
final class LifeRules {
  private LifeRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule(
            "LIFE-001",
            MUST,
            3,
            "2,000 joins and leaves change nothing",
            "2,000번 접속하고 나가도 아무것도 달라지지 않는다"),
        new Rule(
            "LIFE-002",
            MUST,
            4,
            "the limit is the same after hundreds of joins and leaves",
            "수백 번 접속하고 나가도 최대 인원은 그대로이다"),
        new Rule(
            "LIFE-003",
            MUST,
            7,
            "joins and leaves do not make the server grow without bound",
            "접속과 퇴장으로 서버의 메모리가 한없이 늘어나지 않아야 한다"));
  }
}
