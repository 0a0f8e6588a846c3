package simul.conformance.suite;

import static simul.conformance.script.Step.Farewell.CLOSE;
import static simul.conformance.script.Step.Farewell.HALF_CLOSE;
import static simul.conformance.script.Step.Farewell.RESET;

import java.util.List;
import simul.conformance.check.Check;
import simul.conformance.script.Script;
import simul.conformance.script.Step;

/** Section 8 of the handout, the rate, and what a server must stand for as long as it runs. */
final class LifeChecks {
  private static final Step.Farewell[] WAYS = {CLOSE, RESET, HALF_CLOSE};

  /** A second's worth for each client. */
  private static final int MOVES_A_SECOND = 20;

  private static final int ROUNDS = 50;

  private LifeChecks() {}

  static List<Check> all() {
    return List.of(
        Scene.check("RATE-001", 2, List.of(Need.SMALL_LIMIT), LifeChecks::playAtRate),
        Scene.check("RATE-002", 2, List.of(Need.SMALL_LIMIT), LifeChecks::burst),
        // Before the thousands of joins that a leak may not survive.
        GrowthChecks.connections(),
        Rounds.of(ROUNDS, Scene.check("LIFE-001", 3, List.of(), LifeChecks::comeAndGo)),
        Rounds.of(
            ROUNDS,
            Scene.check(
                "LIFE-002",
                2,
                List.of(Need.LIMIT, Need.SMALL_LIMIT),
                LifeChecks::fillUpAfterwards)));
  }

  private static Script.Builder playAtRate(Scene scene) {
    int clients = scene.all();
    Script.Builder script = scene.with(clients);
    for (int second = 0; second < scene.effort().of(1, 2, 20); second++) {
      for (int move = 0; move < MOVES_A_SECOND; move++) {
        for (int client = 0; client < clients; client++) {
          script.walk(client, scene.turns(1));
        }
        script.settle();
      }
    }
    return script;
  }

  private static Script.Builder burst(Scene scene) {
    int clients = scene.all();
    Script.Builder script = scene.with(clients);
    for (int client = 0; client < clients; client++) {
      script.walk(client, scene.turns(100));
    }
    return script.settle();
  }

  private static Script.Builder comeAndGo(Scene scene) {
    Script.Builder script = scene.with(2);
    return churned(script, 2, 2000 / ROUNDS).walk(0, scene.turns(2)).settle();
  }

  private static Script.Builder churned(Script.Builder script, int client, int times) {
    for (int round = 0; round < times; round++) {
      script.arrive(client).leave(client, WAYS[round % WAYS.length]).settle();
    }
    return script;
  }

  private static Script.Builder fillUpAfterwards(Scene scene) {
    int all = scene.all();
    Script.Builder script = churned(scene.with(1), 1, 300 / ROUNDS);
    script.arriveFrom(1, all - 1).settle();
    return script.arrive(all).settle().walk(0, scene.turns(1)).settle();
  }
}
