package simul.spec.rule;

import static simul.spec.rule.Level.MUST;
import static simul.spec.rule.Level.SHOULD;

import java.util.List;

/** The limit of clients (handout, section 4). */
final class FullRules {
  private FullRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule(
            "FULL-001",
            MUST,
            4,
            "a client beyond the limit is not admitted",
            "최대 인원을 넘는 클라이언트는 입장할 수 없다"),
        new Rule(
            "FULL-002",
            MUST,
            4,
            "a newcomer is admitted while a slot is free",
            "빈자리가 있으면 새 클라이언트는 입장할 수 있다"),
        new Rule(
            "FULL-003",
            MUST,
            4,
            "as many as may play are all admitted and see one another",
            "최대 인원까지 모두 입장하여 서로를 볼 수 있다"),
        new Rule(
            "FULL-004",
            MUST,
            4,
            "those who play hear nothing of a client that is refused",
            "거절된 클라이언트에 대해 아무에게도 알리지 않는다"),
        new Rule(
            "FULL-005",
            SHOULD,
            4,
            "the connection of a client beyond the limit is closed within 2 seconds",
            "최대 인원을 넘는 연결은 2초 안에 닫는다"),
        new Rule(
            "FULL-006",
            MUST,
            4,
            "a slot is free again after its client has closed",
            "연결을 닫은 클라이언트의 자리는 다시 쓸 수 있다"),
        new Rule(
            "FULL-007",
            MUST,
            4,
            "a slot is free again after its client has closed its sending half",
            "half-close한 클라이언트의 자리는 다시 쓸 수 있다"),
        new Rule(
            "FULL-008",
            MUST,
            4,
            "a slot is free again after its client has reset the connection",
            "연결을 리셋한 클라이언트의 자리는 다시 쓸 수 있다"),
        new Rule(
            "FULL-009", MUST, 4, "200 refused attempts change nothing", "200번 거절해도 아무것도 달라지지 않는다"),
        new Rule(
            "FULL-010",
            MUST,
            4,
            "of 40 clients at once exactly as many as may play are admitted",
            "40명이 동시에 접속하면 정확히 최대 인원만 입장한다"),
        new Rule(
            "FULL-011",
            MUST,
            4,
            "what a refused client sends is not acted on",
            "거절된 클라이언트가 보낸 것은 처리하지 않는다"),
        new Rule(
            "FULL-012",
            MUST,
            4,
            "refused clients that leave free no slot",
            "거절된 클라이언트가 끊어도 자리가 생기지 않는다"),
        new Rule(
            "FULL-013",
            MUST,
            4,
            "never more play than may while clients leave and join at the same time",
            "나가고 들어오기가 겹쳐도 최대 인원을 넘지 않는다"));
  }
}
