package simul.conformance.suite;

import static simul.conformance.script.Step.Farewell.CLOSE;
import static simul.conformance.script.Step.Farewell.HALF_CLOSE;
import static simul.conformance.script.Step.Farewell.HALF_CLOSE_AND_RESET;
import static simul.conformance.script.Step.Farewell.RESET;

import java.util.List;
import java.util.function.Function;
import simul.conformance.check.Check;
import simul.conformance.script.Script;
import simul.conformance.script.Step;

/** Section 4 of the handout: as many play as may, and not one more. */
final class FullChecks {
  private static final List<Need> LIMITED = List.of(Need.LIMIT, Need.SMALL_LIMIT);

  private static final List<Need> TOGETHER =
      List.of(Need.LIMIT, Need.SMALL_LIMIT, Need.KNOWN_PIECES);

  /** What a crowd is made of, at the same time. */
  private static final int CROWD = 40;

  /** One knock after the other, in all rounds together. */
  private static final int KNOCKS = 200;

  private static final int KNOCKING_ROUNDS = 10;

  private FullChecks() {}

  static List<Check> all() {
    return List.of(
        check("FULL-001", FullChecks::oneMoreKnocks),
        check("FULL-002", FullChecks::slotIsGivenAgain),
        check("FULL-003", FullChecks::allPlay),
        check("FULL-004", FullChecks::playOnWhileOneKnocks),
        Scene.check(
            "FULL-005",
            2,
            List.of(Need.LIMIT, Need.SMALL_LIMIT, Need.CLOSES_REFUSED),
            scene -> scene.with(scene.all()).arrive(scene.all()).awaitClose(scene.all())),
        check("FULL-006", scene -> slotComesBack(scene, CLOSE)),
        check("FULL-007", scene -> slotComesBack(scene, HALF_CLOSE)),
        check("FULL-008", scene -> slotComesBack(scene, RESET)),
        Rounds.of(KNOCKING_ROUNDS, check("FULL-009", FullChecks::knocksAgainAndAgain)),
        Scene.check("FULL-010", 2, TOGETHER, FullChecks::crowdAtOnce),
        check("FULL-011", FullChecks::refusedOneMoves),
        check("FULL-012", FullChecks::refusedOnesLeave),
        Scene.check("FULL-013", 2, TOGETHER, FullChecks::leaveAndKnockTogether));
  }

  private static Check check(String ruleId, Function<Scene, Script.Builder> writer) {
    return Scene.check(ruleId, 2, LIMITED, writer);
  }

  private static Script.Builder oneMoreKnocks(Scene scene) {
    int all = scene.all();
    return scene.with(all).arrive(all).settle().walk(0, scene.turns(2)).settle();
  }

  private static Script.Builder slotIsGivenAgain(Scene scene) {
    int all = scene.all();
    Script.Builder script = scene.with(all - 1).arrive(all - 1).settle();
    script.arrive(all).leave(all, CLOSE).settle();
    return script.leave(0, CLOSE).settle().arrive(0).settle();
  }

  private static Script.Builder allPlay(Scene scene) {
    Script.Builder script = scene.with(0);
    for (int client = 0; client < scene.all(); client++) {
      script.arrive(client).settle();
    }
    return allWalk(script, scene, 2).settle();
  }

  private static Script.Builder allWalk(Script.Builder script, Scene scene, int moves) {
    for (int client = 0; client < scene.all(); client++) {
      script.walk(client, scene.turns(moves));
    }
    return script;
  }

  private static Script.Builder playOnWhileOneKnocks(Scene scene) {
    int all = scene.all();
    Script.Builder script = allWalk(scene.with(all), scene, 2).arrive(all);
    return allWalk(script, scene, 2).settle();
  }

  private static Script.Builder slotComesBack(Scene scene, Step.Farewell how) {
    int all = scene.all();
    Script.Builder script = scene.with(all);
    for (int client : new int[] {all - 1, 0, all / 2}) {
      script.leave(client, how).settle().arrive(client).settle().arrive(all).leave(all, CLOSE);
    }
    return script.settle();
  }

  private static Script.Builder knocksAgainAndAgain(Scene scene) {
    int all = scene.all();
    Script.Builder script = scene.with(all);
    Step.Farewell[] ways = {CLOSE, RESET, HALF_CLOSE};
    for (int attempt = 0; attempt < KNOCKS / KNOCKING_ROUNDS; attempt++) {
      script.arrive(all).leave(all, ways[attempt % ways.length]);
    }
    // The move is a fence: whoever knocked before it has been refused before a slot comes free.
    script.walk(0, scene.turns(1)).settle().leave(0, CLOSE).settle().arrive(0).settle();
    return script.arrive(all).settle();
  }

  private static Script.Builder crowdAtOnce(Scene scene) {
    Script.Builder script = scene.with(1).arriveFrom(1, CROWD).settle();
    return script.walk(0, scene.turns(2)).settle();
  }

  private static Script.Builder refusedOneMoves(Scene scene) {
    int all = scene.all();
    return scene
        .with(all)
        .arrive(all)
        .walk(all, scene.turns(3))
        .walk(0, scene.turns(2))
        .settle()
        .walk(all, scene.turns(1))
        .walk(1, scene.turns(2))
        .settle();
  }

  private static Script.Builder refusedOnesLeave(Scene scene) {
    int all = scene.all();
    Script.Builder script = scene.with(all).arrive(all, all + 1, all + 2).settle();
    script.leave(all, CLOSE).leave(all + 1, RESET).leave(all + 2, HALF_CLOSE).settle();
    return script.walk(0, scene.turns(1)).settle().arrive(all).settle();
  }

  /** Each time one leaves and three knock, of whom one at most may come in. */
  private static Script.Builder leaveAndKnockTogether(Scene scene) {
    int all = scene.all();
    Script.Builder script = scene.with(all);
    Step.Farewell[] ways = {CLOSE, HALF_CLOSE_AND_RESET, RESET, HALF_CLOSE};
    for (int round = 0; round < scene.effort().of(4, 8, 60); round++) {
      int client = round % all;
      script.leave(client, ways[round % ways.length]).arrive(all, all + 1, all + 2).settle();
      script.leave(all, CLOSE).leave(all + 1, CLOSE).leave(all + 2, CLOSE).settle();
      script.arrive(client).settle();
    }
    return script.arrive(all).settle();
  }
}
