package simul.conformance.suite;

import static simul.conformance.script.Step.Farewell.CLOSE;
import static simul.conformance.script.Step.Farewell.RESET;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import simul.conformance.check.Check;
import simul.conformance.script.Script;

/**
 * Section 7 of the handout: what is not the protocol costs at most whoever has sent it. The first
 * client misbehaves, the others play.
 */
final class BadChecks {
  private static final int BAD = 0;

  private static final String NO_SUCH = "the protocol has no packet that is wrong in this way";

  private BadChecks() {}

  static List<Check> all() {
    return List.of(
        check("BAD-001", List.of(Need.LENGTH), bad -> Optional.of(bad.moveOfLength(0))),
        check("BAD-002", List.of(Need.LENGTH), BadChecks::shorterThanHeader),
        check(
            "BAD-003",
            List.of(Need.LENGTH),
            bad -> Optional.of(bad.moveOfLength(bad.largestLength()))),
        check("BAD-004", List.of(Need.LENGTH), bad -> Optional.of(bad.moveResizedBy(-1))),
        check("BAD-005", List.of(Need.LENGTH), bad -> Optional.of(bad.moveResizedBy(1))),
        check("BAD-006", List.of(Need.TYPE), BadPackets::unknownType),
        check("BAD-007", List.of(), BadPackets::noDirection),
        garbage("BAD-008", scene -> 200),
        garbage("BAD-009", scene -> scene.effort().of(64 * 1024, 1 << 20, 1 << 20)),
        Scene.check("BAD-010", 4, List.of(Need.SHARED_CELLS), NO_SUCH, BadChecks::amongMovers),
        Scene.check("BAD-011", 3, List.of(Need.SMALL_LIMIT), NO_SUCH, BadChecks::manyInTurn),
        check("BAD-012", List.of(), BadPackets::serverPacket),
        GrowthChecks.garbage());
  }

  private static Check check(
      String ruleId, List<Need> needs, Function<BadPackets, Optional<byte[]>> packet) {
    List<Need> all = Stream.concat(Stream.of(Need.SHARED_CELLS), needs.stream()).toList();
    return Scene.check(
        ruleId,
        4,
        all,
        NO_SUCH,
        scene ->
            packet
                .apply(bad(scene))
                .filter(bad(scene)::saysNothing)
                .map(bytes -> oneMisbehaves(scene, bytes)));
  }

  private static Check garbage(String ruleId, Function<Scene, Integer> bytes) {
    return Scene.check(
        ruleId,
        4,
        List.of(Need.SHARED_CELLS),
        NO_SUCH,
        scene ->
            bad(scene)
                .garbage(scene.random(), bytes.apply(scene))
                .map(garbage -> oneMisbehaves(scene, garbage)));
  }

  private static BadPackets bad(Scene scene) {
    return new BadPackets(scene.protocol());
  }

  private static Optional<byte[]> shorterThanHeader(BadPackets bad) {
    long length = bad.lengthBelowHeader();
    return length > 0 ? Optional.of(bad.moveOfLength(length)) : Optional.empty();
  }

  private static Script.Builder oneMisbehaves(Scene scene, byte[] bytes) {
    boolean whole = bad(scene).isWhole(bytes);
    Script.Builder script =
        scene
            .with(3)
            .walk(1, scene.turns(1))
            .settle()
            .misbehave(BAD, bytes, whole)
            .walk(1, scene.turns(2))
            .walk(2, scene.turns(2))
            .settle();
    if (whole) {
      script.walk(BAD, scene.turns(2)).settle();
    }
    return script.arrive(3).settle().walk(3, scene.turns(1)).leave(BAD, CLOSE).settle();
  }

  private static Optional<Script.Builder> amongMovers(Scene scene) {
    Script.Builder script = scene.with(4);
    for (int round = 0; round < 4; round++) {
      Optional<byte[]> garbage = bad(scene).garbage(scene.random(), 40);
      if (garbage.isEmpty()) {
        return Optional.empty();
      }
      script.walk(1, scene.turns(20)).walk(2, scene.turns(20));
      script.misbehave(BAD, garbage.get(), false);
      script.walk(3, scene.turns(20)).walk(1, scene.turns(5)).settle();
      script.leave(BAD, CLOSE).settle().arrive(BAD).settle();
    }
    return Optional.of(script);
  }

  private static Optional<Script.Builder> manyInTurn(Scene scene) {
    Script.Builder script = scene.with(2);
    for (int round = 0; round < 2 * scene.all(); round++) {
      Optional<byte[]> garbage = bad(scene).garbage(scene.random(), 20);
      if (garbage.isEmpty()) {
        return Optional.empty();
      }
      script.arrive(2).settle().misbehave(2, garbage.get(), false);
      script.leave(2, round % 2 == 0 ? RESET : CLOSE).settle();
    }
    return Optional.of(script.arriveFrom(2, scene.all() - 2).settle());
  }
}
