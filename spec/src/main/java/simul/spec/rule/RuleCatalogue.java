package simul.spec.rule;

import static simul.spec.rule.Level.MUST;

import java.util.List;
import java.util.Optional;

/**
 * Every rule that something in this program judges. Checks, violations of a swarm and mutants name
 * rules by their ID.
 */
public final class RuleCatalogue {
  private static final List<Rule> RULES =
      List.of(
          new Rule(
              "FRAME-001",
              MUST,
              5,
              "a whole packet in one write is acted on once",
              "한 번의 send로 온 온전한 패킷은 정확히 한 번 처리되어야 한다"),
          new Rule(
              "FRAME-002",
              MUST,
              5,
              "packets that arrive one byte at a time are acted on as if they came whole",
              "한 바이트씩 도착한 패킷도 온전히 도착한 것과 같이 처리되어야 한다"),
          new Rule(
              "FRAME-003",
              MUST,
              5,
              "a packet cut between length and type is still one packet",
              "길이와 타입 사이에서 잘린 패킷도 하나의 패킷이다"),
          new Rule(
              "FRAME-004",
              MUST,
              5,
              "a packet cut at any byte is still one packet",
              "어느 바이트에서 잘려도 하나의 패킷이다"),
          new Rule(
              "FRAME-005",
              MUST,
              5,
              "2 to 50 packets in one write are all acted on, in order",
              "한 번에 붙어서 온 2~50개의 패킷은 순서대로 모두 처리되어야 한다"),
          new Rule(
              "FRAME-006",
              MUST,
              5,
              "the tail of one packet and the head of the next may share a write",
              "앞 패킷의 뒷부분과 다음 패킷의 앞부분이 함께 도착할 수 있다"),
          new Rule(
              "FRAME-007",
              MUST,
              5,
              "half packets of several connections are kept apart",
              "여러 연결의 반쪽 패킷은 서로 섞이지 않아야 한다"),
          new Rule(
              "FRAME-008",
              MUST,
              5,
              "half a packet of one client does not hold up the others",
              "한 클라이언트의 반쪽 패킷이 다른 클라이언트를 막아서는 안 된다"),
          new Rule(
              "FRAME-009",
              MUST,
              5,
              "more than 4 KiB of packets in one write are all acted on, in order",
              "한 번에 4 KiB 넘게 도착한 패킷도 순서대로 모두 처리되어야 한다"),
          new Rule(
              "FRAME-010",
              MUST,
              5,
              "however a stream of moves is cut or joined, the moves are the same",
              "이동 패킷의 스트림이 어떻게 잘리거나 붙어도 이동 결과는 같아야 한다"),
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
              "MOVE-001",
              MUST,
              2,
              "a move takes the mover's piece one cell in its direction",
              "이동은 자신의 말을 그 방향으로 한 칸 옮긴다"),
          new Rule(
              "MOVE-002",
              MUST,
              2,
              "each move is told to every client once, in the mover's order",
              "모든 이동은 모든 클라이언트에게 순서대로 한 번씩 알려진다"),
          new Rule("MOVE-003", MUST, 2, "a piece stays on the board", "말은 보드를 벗어나지 않는다"),
          new Rule(
              "MOVE-004",
              MUST,
              2,
              "when all moves are in, all clients see the same board",
              "모든 이동이 끝나면 모든 클라이언트가 같은 보드를 본다"),
          new Rule(
              "LEAVE-001",
              MUST,
              3,
              "a departure is told to all others once, and of nobody who was not there",
              "퇴장은 나머지 모두에게 한 번 알려지고, 없던 사람의 퇴장은 알리지 않는다"),
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
              "규칙을 지키는 클라이언트의 연결은 끊기지 않아야 한다"));

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
