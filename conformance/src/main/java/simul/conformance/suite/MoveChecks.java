package simul.conformance.suite;

import static simul.spec.model.Direction.DOWN;
import static simul.spec.model.Direction.LEFT;
import static simul.spec.model.Direction.RIGHT;
import static simul.spec.model.Direction.UP;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import simul.conformance.check.Check;
import simul.conformance.script.Heading;
import simul.conformance.script.Script;
import simul.spec.model.Direction;
import simul.spec.model.WorldRules;

/** Section 2 of the handout: where moves lead, and who is told of them. */
final class MoveChecks {
  private MoveChecks() {}

  static List<Check> all() {
    return List.of(
        Scene.check("MOVE-001", 2, List.of(), MoveChecks::eachWayAndBack),
        Scene.check("MOVE-002", 2, List.of(), MoveChecks::oneAfterTheOther),
        Scene.check("MOVE-003", 2, List.of(Need.EDGES), MoveChecks::againstEachEdge),
        Scene.check("MOVE-004", 2, List.of(), MoveChecks::allAtRandom),
        Scene.check("MOVE-005", 2, List.of(), scene -> oneWay(scene, UP, DOWN)),
        Scene.check("MOVE-006", 2, List.of(), scene -> oneWay(scene, DOWN, UP)),
        Scene.check("MOVE-007", 2, List.of(), scene -> oneWay(scene, LEFT, RIGHT)),
        Scene.check("MOVE-008", 2, List.of(), scene -> oneWay(scene, RIGHT, LEFT)),
        Scene.check("MOVE-009", 2, List.of(Need.EDGES), MoveChecks::blockedThenFree),
        Scene.check("MOVE-010", 2, List.of(Need.CORNERS), MoveChecks::intoEachCorner),
        Scene.check("MOVE-011", 2, List.of(), MoveChecks::manyAtOnce),
        Scene.check("MOVE-012", 2, List.of(), MoveChecks::allAtOnce),
        Scene.check(
            "MOVE-013", 3, List.of(), scene -> scene.with(3).walk(0, scene.turns(6)).settle()));
  }

  private static Heading to(Direction direction) {
    return new Heading.Toward(direction);
  }

  private static Heading[] repeat(Direction direction, int times) {
    return Collections.nCopies(times, to(direction)).toArray(Heading[]::new);
  }

  private static Script.Builder eachWayAndBack(Scene scene) {
    Script.Builder script = scene.with(2);
    for (Direction direction : List.of(RIGHT, LEFT, DOWN, UP)) {
      script.move(0, to(direction)).settle();
    }
    return script;
  }

  /** There first, where the way is open, so that the move itself leads somewhere. */
  private static Script.Builder oneWay(Scene scene, Direction way, Direction back) {
    return scene
        .with(2)
        .move(0, to(back))
        .settle()
        .move(0, to(way))
        .settle()
        .move(1, to(back), to(way))
        .settle();
  }

  private static Script.Builder oneAfterTheOther(Scene scene) {
    int clients = scene.upTo(4);
    Script.Builder script = scene.with(clients);
    for (int round = 0; round < 3; round++) {
      for (int client = 0; client < clients; client++) {
        script.walk(client, scene.turns(1)).settle().walk(client, scene.turns(2)).settle();
      }
    }
    return script;
  }

  private static Script.Builder againstEachEdge(Scene scene) {
    WorldRules world = scene.protocol().spec().world();
    Script.Builder script = scene.with(2);
    for (Direction direction : List.of(LEFT, UP, RIGHT, DOWN)) {
      int cells = direction == LEFT || direction == RIGHT ? world.width() : world.height();
      script.move(0, repeat(direction, cells + 1)).settle();
    }
    return script;
  }

  private static Script.Builder blockedThenFree(Scene scene) {
    WorldRules world = scene.protocol().spec().world();
    Script.Builder script = scene.with(2);
    for (Direction direction : List.of(LEFT, UP, RIGHT, DOWN)) {
      int cells = direction == LEFT || direction == RIGHT ? world.width() : world.height();
      script.move(0, repeat(direction, cells)).settle();
      script.move(0, to(direction)).move(0, to(opposite(direction)), to(direction)).settle();
    }
    return script;
  }

  private static Direction opposite(Direction direction) {
    return Arrays.stream(Direction.values())
        .filter(d -> d.dx() == -direction.dx() && d.dy() == -direction.dy())
        .findFirst()
        .orElseThrow();
  }

  private static Script.Builder intoEachCorner(Scene scene) {
    WorldRules world = scene.protocol().spec().world();
    Script.Builder script = scene.with(2);
    for (Direction across : List.of(LEFT, RIGHT)) {
      for (Direction along : List.of(UP, DOWN)) {
        List<Heading> way = new ArrayList<>(List.of(repeat(across, world.width() - 1)));
        way.addAll(List.of(repeat(along, world.height() - 1)));
        way.addAll(List.of(to(opposite(along)), to(along), to(opposite(across)), to(across)));
        script.move(0, way.toArray(Heading[]::new)).settle();
      }
    }
    return script;
  }

  private static Script.Builder allAtRandom(Scene scene) {
    int clients = scene.upTo(10);
    Script.Builder script = scene.with(clients);
    for (int round = 0; round < 3; round++) {
      for (int client = 0; client < clients; client++) {
        script.walk(client, scene.turns(1 + scene.random().nextInt(4)));
      }
      script.settle();
    }
    return script;
  }

  private static Script.Builder manyAtOnce(Scene scene) {
    return scene.with(2).walk(0, scene.turns(60)).settle().walk(0, scene.turns(60)).settle();
  }

  private static Script.Builder allAtOnce(Scene scene) {
    int clients = scene.upTo(10);
    Script.Builder script = scene.with(clients);
    for (int round = 0; round < 2; round++) {
      for (int client = 0; client < clients; client++) {
        script.walk(client, scene.turns(8));
      }
      script.settle();
    }
    return script;
  }
}
