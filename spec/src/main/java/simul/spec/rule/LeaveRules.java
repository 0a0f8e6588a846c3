package simul.spec.rule;

import static simul.spec.rule.Level.MUST;

import java.util.List;

/** What a server does when somebody leaves, however it happens (handout, section 3). */
final class LeaveRules {
  private LeaveRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule(
            "LEAVE-001",
            MUST,
            3,
            "a departure is told to all others once, and of nobody who was not there",
            "퇴장은 나머지 모두에게 한 번 알려지고, 없던 사람의 퇴장은 알리지 않는다"),
        new Rule("LEAVE-002", MUST, 3, "a client that closes has left", "연결을 닫은 클라이언트는 퇴장한 것이다"),
        new Rule(
            "LEAVE-003",
            MUST,
            3,
            "a client that closes its sending half has left",
            "보내는 쪽만 닫은(half-close) 클라이언트도 퇴장한 것이다"),
        new Rule(
            "LEAVE-004",
            MUST,
            3,
            "a client that resets the connection has left",
            "연결을 리셋한 클라이언트도 퇴장한 것이다"),
        new Rule(
            "LEAVE-005",
            MUST,
            3,
            "a client that closes with unread input has left",
            "받은 데이터를 읽지 않고 끊은 클라이언트도 퇴장한 것이다"),
        new Rule(
            "LEAVE-006",
            MUST,
            3,
            "moves sent before closing the sending half are acted on before the departure",
            "half-close 전에 보낸 이동은 퇴장 전에 처리되어야 한다"),
        new Rule(
            "LEAVE-007",
            MUST,
            3,
            "a move sent just before closing is acted on before the departure",
            "닫기 직전에 보낸 이동은 퇴장 전에 처리되어야 한다"),
        new Rule(
            "LEAVE-008",
            MUST,
            3,
            "a newcomer is told nothing of whoever has left",
            "새 클라이언트에게 이미 나간 클라이언트를 알리지 않는다"),
        new Rule(
            "LEAVE-009",
            MUST,
            3,
            "several departures at the same time are each told to all who stay",
            "동시에 여러 명이 나가도 남은 모두에게 각각 알려진다"),
        new Rule(
            "LEAVE-010",
            MUST,
            3,
            "whoever stays can go on playing after a departure",
            "다른 클라이언트가 나가도 남은 클라이언트는 계속 플레이할 수 있다"),
        new Rule(
            "LEAVE-011",
            MUST,
            3,
            "a client that connects and closes at once leaves nothing behind",
            "접속하자마자 끊은 클라이언트는 아무것도 남기지 않는다"),
        new Rule(
            "LEAVE-012",
            MUST,
            3,
            "a client that leaves while others move is told to all, and no move is lost",
            "다른 클라이언트가 이동하는 동안 나가도 모두에게 알려지고 이동은 사라지지 않는다"),
        new Rule(
            "LEAVE-013",
            MUST,
            3,
            "an announced goodbye is a departure",
            "작별 패킷을 보낸 클라이언트는 퇴장한 것이다"));
  }
}
