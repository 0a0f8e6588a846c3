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
  private static final int WITNESS = 3;

  /** More than may be on its way to the kernel without having met a full buffer, in KiB. */
  private static final int KEPT = 32;

  /** So much that a server needs several writes to be rid of it, in KiB. */
  private static final int MUCH_KEPT = 640;

  private SendChecks() {}

  static List<Check> all() {
    return List.of(
        Scene.check("SEND-001", 3, List.of(), SendChecks::allPlay),
        longCheck("SEND-002", 2, scene -> play(filled(scene), scene, MOVER)),
        longCheck("SEND-003", 3, SendChecks::othersPlayOn),
        check("SEND-004", 2, scene -> play(filled(scene).resume(SLOW, false), scene, MOVER)),
        longCheck("SEND-005", 3, SendChecks::twoAreSlow),
        longCheck("SEND-006", 3, SendChecks::slowOneResets),
        Scene.longCheck(
            "SEND-007",
            3,
            List.of(Need.EVERYBODY_TOLD, Need.DEPARTURES),
            SendChecks::oneLeavesWhileAnotherIsSlow),
        longCheck("SEND-008", 3, scene -> play(filled(scene).arrive(OTHER).settle(), scene, OTHER)),
        longCheck("SEND-009", 2, SendChecks::readsSlowly),
        longCheck("SEND-010", 2, scene -> play(caughtUp(scene), scene, SLOW)));
  }

  private static Check check(String ruleId, int clients, Function<Scene, Script.Builder> writer) {
    return Scene.check(ruleId, clients, List.of(Need.EVERYBODY_TOLD), writer);
  }

  private static Check longCheck(
      String ruleId, int clients, Function<Scene, Script.Builder> writer) {
    return Scene.longCheck(ruleId, clients, List.of(Need.EVERYBODY_TOLD), writer);
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

  /** The mover, and where movers are not told themselves, somebody who is. */
  private static Script.Builder begun(Scene scene) {
    Script.Builder script = scene.with(1);
    return Need.MOVERS_TOLD.isMetBy(scene.protocol()) ? script : script.arrive(WITNESS).settle();
  }

  private static Script.Builder filled(Scene scene) {
    return begun(scene).arriveNarrow(SLOW).settle().stall(SLOW).fill(MOVER, KEPT);
  }

  private static Script.Builder readsSlowly(Scene scene) {
    Script.Builder script = begun(scene).arriveNarrow(SLOW).settle().stall(SLOW);
    return play(script.fill(MOVER, MUCH_KEPT).resume(SLOW, true), scene, MOVER);
  }

  private static Script.Builder othersPlayOn(Scene scene) {
    return begun(scene)
        .arriveNarrow(SLOW)
        .arrive(OTHER)
        .settle()
        .stall(SLOW)
        .fill(MOVER, KEPT)
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
    return begun(scene)
        .arriveNarrow(SLOW)
        .settle()
        .arriveNarrow(OTHER)
        .settle()
        .stall(SLOW)
        .walk(MOVER, scene.turns(7))
        .settle()
        .stall(OTHER)
        .fill(MOVER, KEPT)
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
    return begun(scene)
        .arriveNarrow(SLOW)
        .arrive(OTHER)
        .settle()
        .stall(SLOW)
        .fill(MOVER, KEPT)
        .leave(OTHER, CLOSE)
        .settle()
        .walk(MOVER, scene.turns(3))
        .settle()
        .resume(SLOW, false)
        .settle();
  }
}
