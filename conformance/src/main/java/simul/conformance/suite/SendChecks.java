package simul.conformance.suite;

import static simul.conformance.script.Step.Farewell.CLOSE;
import static simul.conformance.script.Step.Farewell.RESET;

import java.util.List;
import java.util.function.Function;
import simul.conformance.check.Check;
import simul.conformance.script.Script;

/**
 * Section 6 of the handout: partial sends. In most checks a client with the smallest receive buffer
 * stops reading, and another moves until the server has had to keep bytes back.
 */
final class SendChecks {
  private static final int MOVER = 0;
  private static final int WITNESS = 1;
  private static final int SLOW = 2;
  private static final int OTHER_SLOW = 3;

  private SendChecks() {}

  static List<Check> all() {
    return List.of(
        Scene.check("SEND-001", 3, List.of(), SendChecks::allPlay),
        Scene.check("SEND-002", 3, List.of(), SendChecks::allPlay),
        check("SEND-003", 3, scene -> play(filled(scene), scene, WITNESS)),
        check("SEND-004", 3, scene -> play(filled(scene).resume(SLOW, false), scene, MOVER)),
        check("SEND-005", 4, SendChecks::twoAreSlow),
        check("SEND-006", 4, SendChecks::slowOneResets),
        Scene.check(
            "SEND-007",
            4,
            List.of(Need.EVERYBODY_TOLD, Need.DEPARTURES),
            SendChecks::oneLeavesWhileAnotherIsSlow),
        check("SEND-008", 4, scene -> play(filled(scene).arrive(3).settle(), scene, 3)),
        check("SEND-009", 3, scene -> play(filled(scene).resume(SLOW, true), scene, MOVER)),
        check("SEND-010", 3, scene -> play(caughtUp(scene), scene, SLOW)));
  }

  private static Check check(String ruleId, int clients, Function<Scene, Script.Builder> writer) {
    return Scene.check(ruleId, clients, List.of(Need.EVERYBODY_TOLD), writer);
  }

  private static Script.Builder allPlay(Scene scene) {
    int clients = scene.upTo(5);
    Script.Builder script = scene.with(clients);
    for (int round = 0; round < 4; round++) {
      for (int client = 0; client < clients; client++) {
        script.walk(client, scene.turns(10));
      }
      script.settle();
    }
    return script;
  }

  private static Script.Builder play(Script.Builder script, Scene scene, int client) {
    return script.settle().walk(client, scene.turns(3)).settle();
  }

  private static Script.Builder filled(Scene scene) {
    return scene.with(2).arriveNarrow(SLOW).settle().stall(SLOW).fill(MOVER);
  }

  private static Script.Builder caughtUp(Scene scene) {
    return filled(scene).resume(SLOW, false).settle();
  }

  private static Script.Builder twoAreSlow(Scene scene) {
    return scene
        .with(2)
        .arriveNarrow(SLOW)
        .settle()
        .arriveNarrow(OTHER_SLOW)
        .settle()
        .stall(SLOW)
        .walk(WITNESS, scene.turns(7))
        .settle()
        .stall(OTHER_SLOW)
        .fill(MOVER)
        .resume(OTHER_SLOW, false)
        .resume(SLOW, false)
        .settle()
        .walk(WITNESS, scene.turns(3))
        .settle();
  }

  private static Script.Builder slowOneResets(Scene scene) {
    return filled(scene)
        .leave(SLOW, RESET)
        .settle()
        .arrive(3)
        .settle()
        .walk(3, scene.turns(1))
        .settle();
  }

  private static Script.Builder oneLeavesWhileAnotherIsSlow(Scene scene) {
    return scene
        .with(3)
        .arriveNarrow(OTHER_SLOW)
        .settle()
        .stall(OTHER_SLOW)
        .fill(MOVER)
        .leave(2, CLOSE)
        .settle()
        .walk(WITNESS, scene.turns(3))
        .settle()
        .resume(OTHER_SLOW, false)
        .settle();
  }
}
