package simul.spec.rule;

import static simul.spec.rule.Level.MUST;

import java.util.List;

/** Input that is not the protocol (handout, section 7). */
final class BadRules {
  private BadRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule(
            "BAD-001",
            MUST,
            7,
            "a length of 0 harms nobody else",
            "길이가 0인 패킷이 다른 클라이언트에게 해를 주지 않아야 한다"),
        new Rule(
            "BAD-002",
            MUST,
            7,
            "a length shorter than the header's harms nobody else",
            "헤더보다 짧은 길이가 다른 클라이언트에게 해를 주지 않아야 한다"),
        new Rule(
            "BAD-003",
            MUST,
            7,
            "the largest length there is harms nobody else",
            "가장 큰 길이 값이 다른 클라이언트에게 해를 주지 않아야 한다"),
        new Rule(
            "BAD-004",
            MUST,
            7,
            "a length too short for the type is not acted on",
            "타입에 비해 짧은 길이의 패킷은 처리하지 않는다"),
        new Rule(
            "BAD-005",
            MUST,
            7,
            "a length too long for the type is not acted on",
            "타입에 비해 긴 길이의 패킷은 처리하지 않는다"),
        new Rule("BAD-006", MUST, 7, "an unknown type is not acted on", "모르는 타입의 패킷은 처리하지 않는다"),
        new Rule(
            "BAD-007",
            MUST,
            7,
            "a direction that does not exist leads nowhere",
            "없는 방향의 이동은 처리하지 않는다"),
        new Rule(
            "BAD-008",
            MUST,
            7,
            "random bytes harm nobody else",
            "무작위 바이트가 다른 클라이언트에게 해를 주지 않아야 한다"),
        new Rule(
            "BAD-009",
            MUST,
            7,
            "1 MiB of garbage harms nobody else",
            "1 MiB의 쓰레기 데이터가 다른 클라이언트에게 해를 주지 않아야 한다"),
        new Rule(
            "BAD-010",
            MUST,
            7,
            "bad input while others play costs none of their moves",
            "잘못된 입력이 있어도 다른 클라이언트의 이동은 사라지지 않는다"),
        new Rule(
            "BAD-011",
            MUST,
            7,
            "slots of clients that sent bad input come back",
            "잘못된 입력을 보낸 클라이언트의 자리도 다시 쓸 수 있다"),
        new Rule(
            "BAD-012",
            MUST,
            7,
            "a server's own packets, sent by a client, are not acted on",
            "클라이언트가 보낸 서버용 패킷은 처리하지 않는다"),
        new Rule(
            "BAD-013",
            MUST,
            7,
            "garbage does not make the server grow without bound",
            "쓰레기 데이터로 서버의 메모리가 한없이 늘어나지 않아야 한다"));
  }
}
