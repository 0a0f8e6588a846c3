package simul.spec.rule;

import static simul.spec.rule.Level.MUST;

import java.util.List;

/** Who is told what when somebody joins (handout, section 1). */
final class JoinRules {
  private JoinRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule(
            "JOIN-001",
            MUST,
            1,
            "the first thing a newcomer is told is its own ID, once",
            "새 클라이언트는 가장 먼저 자신의 ID를 한 번 받는다"),
        new Rule(
            "JOIN-002",
            MUST,
            1,
            "nobody is told a position of an ID that has not been announced",
            "LOGIN이 알려지지 않은 ID의 POSITION을 보내서는 안 된다"),
        new Rule(
            "JOIN-003",
            MUST,
            1,
            "everybody is told of everybody else, once",
            "모든 클라이언트는 다른 모든 클라이언트를 한 번씩 알게 된다"),
        new Rule(
            "JOIN-004",
            MUST,
            0,
            "IDs are unique among those connected and below the limit",
            "ID는 접속자 사이에서 유일하고 최대 인원보다 작아야 한다"),
        new Rule(
            "JOIN-005",
            MUST,
            1,
            "a newcomer is told its own position before it is told of others",
            "새 클라이언트는 다른 클라이언트보다 자신의 위치를 먼저 받는다"),
        new Rule(
            "JOIN-006",
            MUST,
            1,
            "a newcomer is told where the pieces are now, not where they began",
            "새 클라이언트는 말들의 시작 위치가 아니라 현재 위치를 받는다"),
        new Rule(
            "JOIN-007",
            MUST,
            1,
            "those who play are told of a newcomer and where it is, once",
            "이미 접속한 모두에게 새 클라이언트와 그 위치를 한 번 알린다"),
        new Rule(
            "JOIN-008",
            MUST,
            1,
            "clients that join at the same time all get IDs of their own and learn of one another",
            "동시에 접속한 클라이언트들도 서로 다른 ID를 받고 서로를 알게 된다"),
        new Rule(
            "JOIN-009",
            MUST,
            1,
            "an ID whose owner has left can be given again",
            "나간 클라이언트의 ID는 다시 쓸 수 있다"),
        new Rule(
            "JOIN-010",
            MUST,
            1,
            "a client that never sends is told everything and disturbs nobody",
            "아무것도 보내지 않는 클라이언트도 모든 소식을 받고 누구도 방해하지 않는다"),
        new Rule(
            "JOIN-011",
            MUST,
            1,
            "whoever joins while others move ends up with the same view",
            "다른 클라이언트가 이동하는 동안 접속해도 결국 같은 보드를 본다"),
        new Rule(
            "JOIN-012",
            MUST,
            1,
            "a newcomer can move at once, and everybody is told",
            "새 클라이언트는 바로 이동할 수 있고 모두에게 알려진다"),
        new Rule(
            "JOIN-013",
            MUST,
            1,
            "everybody is told the same start of a newcomer's piece, and it is on the board",
            "새 말의 시작 위치는 보드 안이고 모두에게 똑같이 알려진다"));
  }
}
