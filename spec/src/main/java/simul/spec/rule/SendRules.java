package simul.spec.rule;

import static simul.spec.rule.Level.MUST;

import java.util.List;

/** What reaches a client that reads slowly (handout, section 6). */
final class SendRules {
  private SendRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule(
            "SEND-001",
            MUST,
            6,
            "what a client receives is whole packets of the protocol",
            "클라이언트가 받는 것은 프로토콜의 온전한 패킷이어야 한다"),
        new Rule(
            "SEND-002",
            MUST,
            6,
            "a client that keeps the rules stays connected",
            "규칙을 지키는 클라이언트의 연결은 끊기지 않아야 한다"),
        new Rule(
            "SEND-003",
            MUST,
            6,
            "a client that does not read holds nobody else up",
            "읽지 않는 클라이언트가 다른 클라이언트를 막아서는 안 된다"),
        new Rule(
            "SEND-004",
            MUST,
            6,
            "a client that reads late gets all packets whole and in order, until it is cut off if it is",
            "늦게 읽는 클라이언트도 끊기기 전까지의 모든 패킷을 온전히 순서대로 받는다"),
        new Rule(
            "SEND-005",
            MUST,
            6,
            "what is kept for several slow clients is not mixed up",
            "여러 느린 클라이언트에게 보낼 데이터가 서로 섞이지 않아야 한다"),
        new Rule(
            "SEND-006",
            MUST,
            6,
            "a client that has stopped reading and resets has left",
            "읽지 않다가 리셋한 클라이언트도 퇴장한 것이다"),
        new Rule(
            "SEND-007",
            MUST,
            6,
            "a departure reaches a client that reads late, in its place",
            "늦게 읽는 클라이언트도 퇴장 소식을 제 순서에 받는다"),
        new Rule(
            "SEND-008",
            MUST,
            6,
            "a newcomer is let in while another client does not read",
            "다른 클라이언트가 읽지 않는 동안에도 새 클라이언트는 입장할 수 있다"),
        new Rule(
            "SEND-009",
            MUST,
            6,
            "a client that reads a few bytes at a time gets all packets whole and in order",
            "몇 바이트씩 읽는 클라이언트도 모든 패킷을 온전히 순서대로 받는다"),
        new Rule(
            "SEND-010",
            MUST,
            6,
            "a client that has caught up is served like any other",
            "밀린 데이터를 다 읽은 클라이언트는 다시 정상적으로 플레이할 수 있다"));
  }
}
