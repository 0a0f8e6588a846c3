package simul.conformance.suite;

import static simul.conformance.script.Step.Farewell.CLOSE;
import static simul.conformance.script.Step.Farewell.GOODBYE;
import static simul.conformance.script.Step.Farewell.HALF_CLOSE;
import static simul.conformance.script.Step.Farewell.HALF_CLOSE_AND_RESET;
import static simul.conformance.script.Step.Farewell.RESET;

import java.util.List;
import java.util.function.Function;
import simul.conformance.check.Check;
import simul.conformance.script.Script;
import simul.conformance.script.Step;

/** Section 3 of the handout: however a client goes, the others are told once. */
final class LeaveChecks {
  private LeaveChecks() {}

  static List<Check> all() {
    return List.of(
        check("LEAVE-001", 4, LeaveChecks::oneAfterTheOther),
        check("LEAVE-002", 3, scene -> oneLeaves(scene, CLOSE)),
        check("LEAVE-003", 3, scene -> oneLeaves(scene, HALF_CLOSE)),
        check("LEAVE-004", 3, scene -> oneLeaves(scene, RESET)),
        check("LEAVE-005", 3, LeaveChecks::leavesInputUnread),
        Scene.check(
            "LEAVE-006",
            3,
            List.of(Need.DEPARTURES, Need.OTHERS_TOLD),
            scene -> movesLast(scene, 3, HALF_CLOSE)),
        Scene.check(
            "LEAVE-007",
            3,
            List.of(Need.DEPARTURES, Need.OTHERS_TOLD),
            scene -> movesLast(scene, 1, CLOSE)),
        check("LEAVE-008", 4, LeaveChecks::newcomerAfterDepartures),
        check("LEAVE-009", 5, LeaveChecks::severalAtOnce),
        check("LEAVE-010", 4, LeaveChecks::othersPlayOn),
        check("LEAVE-011", 3, LeaveChecks::leavesAtOnce),
        check("LEAVE-012", 6, LeaveChecks::leavesAmongMovers),
        Scene.check(
            "LEAVE-013",
            3,
            List.of(Need.GOODBYE, Need.DEPARTURES),
            scene -> oneLeaves(scene, GOODBYE)));
  }

  private static Check check(String ruleId, int clients, Function<Scene, Script.Builder> writer) {
    return Scene.check(ruleId, clients, List.of(Need.DEPARTURES), writer);
  }

  private static Script.Builder oneLeaves(Scene scene, Step.Farewell how) {
    return scene
        .with(3)
        .walk(1, scene.turns(1))
        .settle()
        .leave(1, how)
        .settle()
        .walk(0, scene.turns(1))
        .settle()
        .leave(2, how)
        .settle();
  }

  private static Script.Builder oneAfterTheOther(Scene scene) {
    return scene
        .with(4)
        .leave(1, CLOSE)
        .settle()
        .leave(3, HALF_CLOSE)
        .settle()
        .leave(0, HALF_CLOSE_AND_RESET)
        .settle();
  }

  /** A close with unread input is a reset on the wire. */
  private static Script.Builder leavesInputUnread(Scene scene) {
    return scene
        .with(3)
        .stall(1)
        .walk(0, scene.turns(5))
        .settle()
        .leave(1, CLOSE)
        .settle()
        .walk(0, scene.turns(1))
        .settle();
  }

  private static Script.Builder movesLast(Scene scene, int moves, Step.Farewell how) {
    Script.Builder script = scene.with(3);
    for (int round = 0; round < 4; round++) {
      script.walk(1, scene.turns(moves)).leave(1, how).settle().arrive(1).settle();
    }
    return script;
  }

  private static Script.Builder newcomerAfterDepartures(Scene scene) {
    return scene
        .with(4)
        .walk(1, scene.turns(2))
        .settle()
        .leave(1, CLOSE)
        .leave(2, RESET)
        .settle()
        .arrive(1)
        .settle();
  }

  private static Script.Builder severalAtOnce(Scene scene) {
    int clients = scene.upTo(10);
    Script.Builder script = scene.with(clients);
    for (int client = 2; client < clients; client++) {
      script.leave(client, client % 2 == 0 ? CLOSE : RESET);
    }
    return script.settle().walk(0, scene.turns(1)).settle();
  }

  private static Script.Builder othersPlayOn(Scene scene) {
    Script.Builder script = scene.with(4).leave(1, CLOSE).settle();
    for (int client : new int[] {0, 2, 3}) {
      script.walk(client, scene.turns(2));
    }
    return script.settle();
  }

  private static Script.Builder leavesAtOnce(Scene scene) {
    Script.Builder script = scene.with(2);
    for (Step.Farewell how : List.of(CLOSE, RESET, HALF_CLOSE)) {
      script.arrive(2).leave(2, how).settle();
    }
    return script.walk(0, scene.turns(1)).settle();
  }

  private static Script.Builder leavesAmongMovers(Scene scene) {
    Script.Builder script = scene.with(6);
    int leaver = 1;
    // Another each time: whoever comes back is told last of all, and behind it nobody is missed
    // out.
    for (Step.Farewell how : List.of(HALF_CLOSE, CLOSE, RESET, HALF_CLOSE)) {
      script.walk(0, scene.turns(20)).walk(5, scene.turns(20)).leave(leaver, how);
      // Each waits until the last was read: some come when the end of the stream has been noticed.
      for (int times = 0; times < 8; times++) {
        script.walk(5, scene.turns(2)).walk(0, scene.turns(2));
      }
      script.settle().arrive(leaver).settle();
      leaver++;
    }
    return script;
  }
}
