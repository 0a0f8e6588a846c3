package simul.conformance.suite;

import static simul.conformance.script.Step.Farewell.CLOSE;

import java.util.List;
import simul.conformance.check.Check;
import simul.conformance.script.Script;

/** Section 1 of the handout: what a newcomer is told, and what the others are told of it. */
final class JoinChecks {
  private JoinChecks() {}

  static List<Check> all() {
    return List.of(
        Scene.check("JOIN-001", 3, List.of(), scene -> oneAfterTheOther(scene.with(0), 3)),
        Scene.check("JOIN-002", 3, List.of(), JoinChecks::joinsAmongMovers),
        Scene.check(
            "JOIN-003", 2, List.of(), scene -> oneAfterTheOther(scene.with(0), scene.upTo(10))),
        Scene.check("JOIN-004", 2, List.of(Need.SMALL_LIMIT), JoinChecks::fillsUpAndRejoins),
        Scene.check("JOIN-005", 4, List.of(), scene -> scene.with(3).arrive(3).settle()),
        Scene.check("JOIN-006", 4, List.of(), JoinChecks::joinsAfterMoves),
        Scene.check(
            "JOIN-007", 3, List.of(), scene -> scene.with(1).arrive(1).settle().arrive(2).settle()),
        Scene.check(
            "JOIN-008", 2, List.of(Need.SMALL_LIMIT, Need.KNOWN_PIECES), JoinChecks::joinTogether),
        Scene.check("JOIN-009", 2, List.of(Need.SMALL_LIMIT), JoinChecks::rejoinsWhenFull),
        Scene.check("JOIN-010", 4, List.of(), JoinChecks::someNeverSend),
        Scene.check("JOIN-011", 4, List.of(), JoinChecks::joinsDuringMoves),
        Scene.check("JOIN-012", 3, List.of(), scene -> scene.with(2).arrive(2).walk(2, 0).settle()),
        Scene.check(
            "JOIN-013",
            2,
            List.of(Need.SMALL_LIMIT),
            scene -> oneAfterTheOther(scene.with(0), scene.all())));
  }

  private static Script.Builder oneAfterTheOther(Script.Builder script, int clients) {
    for (int client = 0; client < clients; client++) {
      script.arrive(client).settle();
    }
    return script;
  }

  private static Script.Builder joinsAmongMovers(Scene scene) {
    return scene
        .with(2)
        .walk(0, scene.turns(2))
        .settle()
        .arrive(2)
        .walk(0, scene.turns(1))
        .walk(2, scene.turns(1))
        .settle();
  }

  private static Script.Builder fillsUpAndRejoins(Scene scene) {
    Script.Builder script = oneAfterTheOther(scene.with(0), scene.all());
    return script.leave(1, CLOSE).settle().arrive(1).settle().leave(0, CLOSE).settle().arrive(0);
  }

  private static Script.Builder joinsAfterMoves(Scene scene) {
    Script.Builder script = scene.with(3);
    for (int client = 0; client < 3; client++) {
      script.walk(client, scene.turns(3 + client)).settle();
    }
    return script.arrive(3).settle();
  }

  private static Script.Builder joinTogether(Scene scene) {
    Script.Builder script = scene.with(1).arriveFrom(1, scene.all() - 1).settle();
    for (int client = 0; client < scene.all(); client++) {
      script.walk(client, scene.turns(1));
    }
    return script.settle();
  }

  private static Script.Builder rejoinsWhenFull(Scene scene) {
    Script.Builder script = scene.with(scene.all());
    // Out of order, for IDs that are counted come round in order.
    for (int client : new int[] {scene.all() / 2, 1, scene.all() - 1, 0}) {
      script.leave(client, CLOSE).settle().arrive(client).settle().walk(client, scene.turns(1));
    }
    return script.settle();
  }

  private static Script.Builder someNeverSend(Scene scene) {
    return scene
        .with(3)
        .walk(0, scene.turns(3))
        .settle()
        .arrive(3)
        .settle()
        .walk(0, scene.turns(2))
        .leave(1, CLOSE)
        .settle()
        .walk(0, scene.turns(2))
        .settle();
  }

  private static Script.Builder joinsDuringMoves(Scene scene) {
    Script.Builder script = scene.with(3);
    for (int round = 0; round < scene.effort().of(3, 5, 40); round++) {
      // While the server is busy with these, the newcomer comes, and others' moves with it.
      script
          .walk(0, scene.turns(scene.effort().of(1000, 2000, 4000)))
          .walk(1, scene.turns(25))
          .arriveAmid(3, 2, scene.turns(10))
          .settle()
          .leave(3, CLOSE)
          .settle();
    }
    return script;
  }
}
