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
  private static final int SLOW = 1;
  private static final int OTHER = 2;

  private SendChecks() {}

  static List<Check> all() {
    return List.of(
        Scene.check("SEND-001", 3, List.of(), SendChecks::allPlay),
        Scene.check("SEND-002", 3, List.of(), SendChecks::allPlay),
        check("SEND-003", 3, SendChecks::othersPlayOn),
        check("SEND-004", 2, scene -> play(filled(scene).resume(SLOW, false), scene, MOVER)),
        check("SEND-005", 3, SendChecks::twoAreSlow),
        check("SEND-006", 3, SendChecks::slowOneResets),
        Scene.check(
            "SEND-007",
            3,
            List.of(Need.EVERYBODY_TOLD, Need.DEPARTURES),
            SendChecks::oneLeavesWhileAnotherIsSlow),
        check("SEND-008", 3, scene -> play(filled(scene).arrive(OTHER).settle(), scene, OTHER)),
        check("SEND-009", 2, scene -> play(filled(scene).resume(SLOW, true), scene, MOVER)),
        check("SEND-010", 2, scene -> play(caughtUp(scene), scene, SLOW)));
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
    return scene.with(1).arriveNarrow(SLOW).settle().stall(SLOW).fill(MOVER);
  }

  private static Script.Builder othersPlayOn(Scene scene) {
    return scene
        .with(1)
        .arriveNarrow(SLOW)
        .arrive(OTHER)
        .settle()
        .stall(SLOW)
        .fill(MOVER)
        .walk(OTHER, scene.turns(3))
        .settle()
        .walk(MOVER, scene.turns(3))
        .walk(OTHER, scene.turns(3))
        .settle();
  }

  private static Script.Builder caughtUp(Scene scene) {
    return filled(scene).resume(SLOW, false).settle();
  }

  /** They stop at different places of the stream, so that mixing them up shows. */
  private static Script.Builder twoAreSlow(Scene scene) {
    return scene
        .with(1)
        .arriveNarrow(SLOW)
        .settle()
        .arriveNarrow(OTHER)
        .settle()
        .stall(SLOW)
        .walk(MOVER, scene.turns(7))
        .settle()
        .stall(OTHER)
        .fill(MOVER)
        .resume(OTHER, false)
        .resume(SLOW, false)
        .settle()
        .walk(MOVER, scene.turns(3))
        .settle();
  }

  private static Script.Builder slowOneResets(Scene scene) {
    return filled(scene)
        .leave(SLOW, RESET)
        .settle()
        .arrive(OTHER)
        .settle()
        .walk(OTHER, scene.turns(1))
        .settle();
  }

  private static Script.Builder oneLeavesWhileAnotherIsSlow(Scene scene) {
    return scene
        .with(1)
        .arriveNarrow(SLOW)
        .arrive(OTHER)
        .settle()
        .stall(SLOW)
        .fill(MOVER)
        .leave(OTHER, CLOSE)
        .settle()
        .walk(MOVER, scene.turns(3))
        .settle()
        .resume(SLOW, false)
        .settle();
  }
}
