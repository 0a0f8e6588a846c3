package simul.spec.rule;

import static simul.spec.rule.Level.MUST;

import java.util.List;

/** What a move does, and who is told of it (handout, section 2). */
final class MoveRules {
  private MoveRules() {}

  static List<Rule> all() {
    return List.of(
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
        new Rule("MOVE-005", MUST, 2, "a move up leads one row up", "위로 이동하면 한 줄 위로 간다"),
        new Rule("MOVE-006", MUST, 2, "a move down leads one row down", "아래로 이동하면 한 줄 아래로 간다"),
        new Rule(
            "MOVE-007",
            MUST,
            2,
            "a move left leads one column to the left",
            "왼쪽으로 이동하면 한 칸 왼쪽으로 간다"),
        new Rule(
            "MOVE-008",
            MUST,
            2,
            "a move right leads one column to the right",
            "오른쪽으로 이동하면 한 칸 오른쪽으로 간다"),
        new Rule(
            "MOVE-009",
            MUST,
            2,
            "a move against an edge leads nowhere, and the next one counts",
            "가장자리에서 막힌 이동은 무시되고 다음 이동은 처리된다"),
        new Rule(
            "MOVE-010",
            MUST,
            2,
            "a piece can go into each corner and out of it",
            "말은 모든 모서리에 들어갔다가 나올 수 있다"),
        new Rule(
            "MOVE-011",
            MUST,
            2,
            "many moves of one client, sent at once, are told in their order",
            "한 클라이언트가 한꺼번에 보낸 이동들은 순서대로 알려진다"),
        new Rule(
            "MOVE-012",
            MUST,
            2,
            "moves of all clients at the same time are all told",
            "모든 클라이언트가 동시에 이동해도 빠짐없이 알려진다"),
        new Rule(
            "MOVE-013",
            MUST,
            2,
            "a move moves no other client's piece",
            "이동은 다른 클라이언트의 말을 옮기지 않는다"));
  }
}
